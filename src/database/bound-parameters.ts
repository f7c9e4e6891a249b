/** Keeps a parameter. @returns its placeholder */
export type Bind = (value: unknown) => string;

/** The parameters of a query that is put together from pieces: each value is kept once it has its placeholder. */
export interface BoundParameters {
  readonly params: unknown[];
  readonly bind: Bind;
}

export function boundParameters(): BoundParameters {
  const params: unknown[] = [];
  return { params, bind: (value) => `$${String(params.push(value))}` };
}
