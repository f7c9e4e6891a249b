import type { Block } from './blocks/block.js';

/** The authority whose paper it is: Ville, Agglomération and CCAS are three legal persons with three letterheads. */
export interface LetterOrganisation {
  /** « Ville de Valmont-sur-Marne » */
  readonly name: string;
  /** Large, at the top: often the name without « Ville de ». */
  readonly logoText: string;
  readonly addressLines: readonly string[];
  readonly phone?: string;
  readonly email?: string;
  readonly website?: string;
  /** « Valmont-sur-Marne », in « Valmont-sur-Marne, le 26 novembre 2026 ». */
  readonly place: string;
  /** Drawn in place of `logoText`: cleaned when it was chosen, and kept with each letter. */
  readonly logo?: { readonly type: 'svg' | 'png'; readonly content: string };
  /** `#rrggbb`; dark enough to be read on white (4.5:1), else black is used. */
  readonly primaryColour?: string;
  /** The organisation's own words at the foot of each page; else its name and address. */
  readonly footer?: string;
  /** IANA name, for the hour of the signature; Europe/Paris unless said otherwise. */
  readonly timeZone?: string;
}

/** Empty or missing lines are left out: nothing is printed for what is not known. */
export interface LetterRecipient {
  readonly nameLines: readonly (string | undefined)[];
  readonly addressLines: readonly (string | undefined)[];
}

/**
 * Who follows the case. Code des relations entre le public et l'administration, L111-2: name, first name, capacity and
 * administrative address appear on every letter, unless public or personal safety asks for the agent's anonymity: then the
 * department answers, and the letter says why.
 */
export type LetterAuthor = {
  readonly department: string;
  readonly phone?: string;
  readonly email?: string;
} & (
  | { readonly kind: 'named'; readonly name: string; readonly capacity: string }
  | { readonly kind: 'anonymous' }
  /** Nobody in particular holds the case yet. */
  | { readonly kind: 'department' }
);

/**
 * L212-1 and L212-3: first name, name and capacity of the signer, date and hour, and the words « signé électroniquement ».
 * `notRequired` prints the author where nobody signs (L212-2 asks for name and capacity there too).
 */
export type LetterSignature =
  | { readonly kind: 'notRequired' }
  | { readonly kind: 'awaited' }
  | {
      readonly kind: 'signed';
      /** Milliseconds UTC; printed in the organisation's time zone. */
      readonly signedAt: number;
      readonly name: string;
      /** Without article: « adjointe au maire, déléguée à la voirie ». */
      readonly capacity: string;
      /** « Pour le Maire et par délégation, » */
      readonly formula?: string;
      /** « Arrêté n° 2026-114 du 6 avril 2026 » */
      readonly delegationReference?: string;
    };

export interface LetterInput {
  readonly organisation: LetterOrganisation;
  /** `YYYY-MM-DD`; also the creation date written in the PDF, so that the same letter has the same bytes. */
  readonly date: string;
  /** Case number, `D-2026-00421`. */
  readonly reference: string;
  readonly object: string;
  /** Left out for a reply that is told or published. */
  readonly recipient?: LetterRecipient;
  /** « Madame, » by default « Madame, Monsieur, »: no one is asked for a civility. */
  readonly salutation?: string;
  /** Markdown as `parseMarkdown` reads it: the output of `renderReplyTemplate`, or a corrected text; or blocks already set. */
  readonly body: string | readonly Block[];
  readonly author: LetterAuthor;
  readonly closing?: string;
  readonly signature: LetterSignature;
  /** « Voies et délais de recours », Markdown; L211-2 and R421-5 CJA, for every unfavourable decision. */
  readonly appealNotice?: string;
  readonly enclosures?: readonly string[];
}

/** A letter in words: what the page layout and the mail text both draw. */
export interface LetterWords {
  readonly title: string;
  readonly organisation: {
    readonly name: string;
    readonly logoText: string;
    readonly primary: string;
    /** The bytes of the drawing, one number each: a layout cannot read base64. */
    readonly logo?: { readonly type: 'svg' | 'png'; readonly bytes: readonly number[] };
    readonly lines: readonly string[];
  };
  readonly date: { readonly year: number; readonly month: number; readonly day: number };
  readonly placeAndDate: string;
  readonly referenceLine: string;
  readonly references: readonly { readonly label: string; readonly value: string }[];
  readonly recipient: readonly string[];
  readonly objectLabel: string;
  readonly object: string;
  readonly salutation: string;
  readonly body: readonly Block[];
  readonly closing: string;
  readonly signature: {
    readonly lines: readonly string[];
    readonly note: readonly string[];
    /** Room for a signature, the same before and after it is there. */
    readonly isSignedHere: boolean;
  };
  readonly enclosuresLabel: string;
  readonly enclosures: readonly string[];
  readonly appealLabel: string;
  readonly appealNotice: readonly Block[];
  readonly footer: readonly string[];
}
