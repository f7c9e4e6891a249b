/** What the town calls its organisations, without an article: « Voirie, Ville ». */
export const ORGANISATION_WORDS: Readonly<Record<string, string | undefined>> = {
  ville: 'Ville',
  agglo: 'Agglomération',
  ccas: 'CCAS',
};
