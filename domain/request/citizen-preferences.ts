/** What a record of citizens is about: one person, or an association with its own name. */
export const CITIZEN_KINDS = ['person', 'association'] as const;
export type CitizenKind = (typeof CITIZEN_KINDS)[number];

/** How a citizen likes to be reached. It binds nobody: the reply of each request keeps its own channel. */
export const PREFERRED_CHANNELS = ['email', 'letter', 'telephone'] as const;
export type PreferredChannel = (typeof PREFERRED_CHANNELS)[number];

/** Languages in which a citizen may ask to be spoken to; French is what is understood where nothing is said. */
export const LANGUAGES = ['fr', 'en', 'ar', 'de', 'es', 'it', 'pl', 'pt', 'ro', 'ru', 'tr', 'uk', 'zh', 'lsf'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What helps in practice. Never why: health is no business of these records (GDPR, art. 9). */
export const WISHES = ['noCalls', 'largePrint', 'plainFrench', 'readAloud', 'interpreter', 'stepFree'] as const;
export type Wish = (typeof WISHES)[number];

/** What binds two records: a common household, or a person whom an association speaks through. */
export const TIE_KINDS = ['household', 'member'] as const;
export type TieKind = (typeof TIE_KINDS)[number];
