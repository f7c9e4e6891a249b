/** « de Claire », « d’Armand », « d’Hélène »: « de » before the name of a person. */
export function ofPerson(name: string): string {
  return /^[aeiouyhæœ]/i.test(name.normalize('NFD')) ? `d’${name}` : `de ${name}`;
}
