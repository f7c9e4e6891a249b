import type { CitizenKind, Language, PreferredChannel, TieKind, Wish } from '../request/citizen-preferences.js';

export const CITIZEN_KIND_WORDS: Readonly<Record<CitizenKind, string>> = {
  person: 'Personne',
  association: 'Association',
};

export const PREFERRED_CHANNEL_WORDS: Readonly<Record<PreferredChannel, string>> = {
  email: 'Courriel',
  letter: 'Courrier postal',
  telephone: 'Téléphone',
};

export const LANGUAGE_WORDS: Readonly<Record<Language, string>> = {
  fr: 'Français',
  en: 'Anglais',
  ar: 'Arabe',
  de: 'Allemand',
  es: 'Espagnol',
  it: 'Italien',
  pl: 'Polonais',
  pt: 'Portugais',
  ro: 'Roumain',
  ru: 'Russe',
  tr: 'Turc',
  uk: 'Ukrainien',
  zh: 'Chinois',
  lsf: 'Langue des signes française',
};

export const WISH_WORDS: Readonly<Record<Wish, string>> = {
  noCalls: 'Ne pas appeler',
  largePrint: 'Gros caractères',
  plainFrench: 'Français facile à lire',
  readAloud: 'Lire le courrier à voix haute',
  interpreter: 'Interprète au guichet',
  stepFree: 'Accueil de plain-pied',
};

export const TIE_WORDS: Readonly<Record<TieKind, string>> = {
  household: 'Même foyer',
  member: 'Membre ou contact',
};

/** What happened to a record of citizens, for its history. */
export const CITIZEN_EVENT_WORDS = {
  corrected: 'Fiche corrigée',
  tied: 'Lien ajouté avec une autre fiche',
  untied: 'Lien retiré',
  merged: 'Fiche fusionnée avec une autre',
  unmerged: 'Fusion annulée',
  exported: 'Données remises à l’usager, ou préparées pour l’être',
  opposed: 'Opposition enregistrée',
  limited: 'Traitement limité',
  erased: 'Effacement de ce qui pouvait l’être',
} as const;

export type CitizenEvent = keyof typeof CITIZEN_EVENT_WORDS;

/** The name of each field of a record, as its form and its history say it. */
export const CITIZEN_FIELD_WORDS = {
  kind: 'Nature de la fiche',
  lastName: 'Nom d’usage',
  firstName: 'Prénom',
  birthName: 'Nom de naissance',
  phone: 'Téléphone',
  email: 'Courriel',
  address: 'Adresse',
  preferredChannel: 'Moyen de contact préféré',
  language: 'Langue',
  wishes: 'Souhaits d’accueil',
} as const;

export type CitizenField = keyof typeof CITIZEN_FIELD_WORDS;
