/** Id of the field of an answer in the page, as the form renderer makes it. */
export function fieldIdOf(idPrefix: string, path: readonly string[]): string {
  return [idPrefix, ...path].join('_');
}
