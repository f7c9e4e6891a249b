type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined | null> };

/** The same object without the keys whose value is null or undefined: what is not known does not appear in an answer. */
export function definedOf<T extends object>(given: T): Defined<T> {
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined && value !== null),
  ) as Defined<T>;
}
