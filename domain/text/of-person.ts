/** « de Claire », « d’Armand », « d’Hélène », « d’Yves » but « de Yanis »: « de » before the name of a person. */
export function ofPerson(name: string): string {
  return /^(?:[aeiouhæœ]|y[^aeiouy])/i.test(name.normalize('NFD')) ? `d’${name}` : `de ${name}`;
}
