import { countOf, longDate, typeset } from '../../domain/text/french-typography.js';
import { readableOnWhite } from './layout/readable-on-white.js';
import { typesetPage } from './layout/typeset-page.js';
import type { LetterOrganisation, LetterRecipient } from './letter-input.js';
import { present } from './letter-words.js';

export interface LetterListInput {
  readonly organisation: LetterOrganisation;
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly letters: readonly {
    readonly reference: string;
    readonly object: string;
    readonly recipient: LetterRecipient;
  }[];
}

/** The sheet that goes with a bundle of letters to print: who gets what, a box to tick, who posted it and when. */
export function renderLetterList(input: LetterListInput): Uint8Array {
  const [year = 0, month = 0, day = 0] = input.date.split('-').map(Number);
  const heading = typeset(`Courriers à imprimer et à poster, ${longDate(input.date)}`);
  return typesetPage('letter-list', {
    title: `${input.organisation.name} – ${heading}`,
    organisation: input.organisation.name,
    primary: readableOnWhite(input.organisation.primaryColour),
    date: { year, month, day },
    heading,
    summary: typeset(
      `${countOf(input.letters.length, 'courrier', 'courriers')}. Cocher chaque courrier une fois posté.`,
    ),
    columns: [typeset('N°'), 'Demande', 'Destinataire', 'Objet', 'Posté'],
    rows: input.letters.map(({ reference, object, recipient }, index) => ({
      rank: String(index + 1),
      reference,
      object: typeset(object),
      recipient: present([...recipient.nameLines, ...recipient.addressLines]),
    })),
    signing: ['Posté le :', 'Par (nom, prénom) :', 'Visa :'].map(typeset),
  });
}
