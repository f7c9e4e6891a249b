/** Closes a `switch` over a union: a new member of the union becomes a type error here, not a silent fall-through. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
