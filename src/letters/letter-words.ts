import { assertNever } from '../../domain/lib/assert-never.js';
import { clockTime, plainDate, typeset } from '../../domain/text/french-typography.js';
import { parseMarkdown } from './blocks/parse-markdown.js';
import { readableOnWhite } from './layout/readable-on-white.js';
import type { LetterAuthor, LetterInput, LetterOrganisation, LetterSignature, LetterWords } from './letter-input.js';

const SALUTATION = 'Madame, Monsieur,';
export const APPEAL_LABEL = 'Voies et délais de recours';

/** L111-2 CRPA: « Si des motifs intéressant la sécurité publique ou la sécurité des personnes le justifient, l'anonymat de l'agent est respecté. » */
const ANONYMITY =
  'le nom de l’agent n’est pas communiqué, pour sa sécurité (article L. 111-2 du code des relations entre le public et l’administration)';
const CLOSING = 'Je vous prie d’agréer, Madame, Monsieur, l’expression de mes salutations distinguées.';

/** Puts a letter into words, once, for the page and for the mail. Throws a RangeError on a date that does not exist. */
export function letterWords(input: LetterInput): LetterWords {
  const {
    organisation,
    recipient,
    enclosures = [],
    salutation = SALUTATION,
    closing = CLOSING,
    appealNotice = '',
  } = input;
  const object = typeset(input.object.trim());
  return {
    title: typeset(`${organisation.name} – ${object} (${input.reference})`),
    organisation: {
      name: organisation.name,
      logoText: organisation.logoText,
      primary: readableOnWhite(organisation.primaryColour),
      lines: letterheadLines(organisation),
      ...(organisation.logo === undefined
        ? {}
        : { logo: { type: organisation.logo.type, bytes: [...Buffer.from(organisation.logo.content, 'base64')] } }),
    },
    date: dateParts(input.date),
    placeAndDate: typeset(`${organisation.place}, le ${plainDate(input.date)}`),
    referenceLine: typeset(`Réf. : ${input.reference}`),
    references: referenceRows(input),
    recipient: recipient === undefined ? [] : present([...recipient.nameLines, ...recipient.addressLines]),
    objectLabel: typeset('Objet :'),
    object,
    salutation: typeset(salutation),
    body: typeof input.body === 'string' ? parseMarkdown(input.body) : input.body,
    closing: typeset(closing),
    signature: signatureWords(input),
    enclosuresLabel: enclosures.length > 1 ? 'Pièces jointes' : 'Pièce jointe',
    enclosures: present(enclosures).map(typeset),
    appealLabel: APPEAL_LABEL,
    appealNotice: parseMarkdown(appealNotice),
    footer: footerOf(organisation),
  };
}

/** Trims, and leaves out what is missing: a letter never shows an empty line where something is not known. */
export function present(lines: readonly (string | undefined)[]): string[] {
  return lines.map((line) => line?.replace(/\s+/g, ' ').trim() ?? '').filter((line) => line !== '');
}

function letterheadLines({ name, logoText, logo, addressLines }: LetterOrganisation): string[] {
  return present([logoText === name && logo === undefined ? undefined : name, ...addressLines]);
}

function dateParts(date: string): LetterWords['date'] {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return { year, month, day };
}

function referenceRows({ author, reference }: LetterInput): LetterWords['references'] {
  const rows = [
    ['Réf. :', reference],
    ['Affaire suivie par :', followedBy(author)],
    ['Service :', author.department],
    ['Tél. :', author.phone],
    ['Courriel :', author.email],
  ] as const;
  return rows
    .filter(([, value]) => value !== undefined && value.trim() !== '')
    .map(([label, value = '']) => ({ label: typeset(label), value: value.includes('@') ? value : typeset(value) }));
}

function followedBy(author: LetterAuthor): string | undefined {
  switch (author.kind) {
    case 'named':
      return `${author.name}, ${author.capacity}`;
    case 'anonymous':
      return `le service ; ${ANONYMITY}`;
    case 'department':
      return undefined;
  }
}

function authorWords(author: LetterAuthor): LetterWords['signature'] {
  const department = typeset(author.department);
  if (author.kind === 'named')
    return { lines: [author.name, capitalised(typeset(author.capacity)), department], note: [], isSignedHere: false };
  const note = author.kind === 'anonymous' ? [typeset(capitalised(ANONYMITY))] : [];
  return { lines: [typeset(`Service ${author.department}`)], note, isSignedHere: false };
}

function signatureWords({ signature, author, organisation }: LetterInput): LetterWords['signature'] {
  switch (signature.kind) {
    case 'awaited':
      return { lines: [], note: [], isSignedHere: true };
    case 'notRequired':
      return authorWords(author);
    case 'signed':
      return signedWords(signature, organisation.timeZone ?? 'Europe/Paris');
    default:
      return assertNever(signature);
  }
}

function signedWords(
  signature: Extract<LetterSignature, { kind: 'signed' }>,
  timeZone: string,
): LetterWords['signature'] {
  const { date, time } = localDateTime(signature.signedAt, timeZone);
  return {
    lines: present([signature.formula, capitalised(signature.capacity), signature.name]).map(typeset),
    note: present([
      `Signé électroniquement le ${plainDate(date)} à ${clockTime(time)}`,
      `par ${signature.name}, ${signature.capacity}`,
      signature.delegationReference,
    ]).map(typeset),
    isSignedHere: true,
  };
}

/** One a time zone, for ever: each `Intl.DateTimeFormat` holds half a megabyte outside the heap, where no collector looks. */
const formats = new Map<string, Intl.DateTimeFormat>();

function localDateTime(instant: number, timeZone: string): { date: string; time: string } {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short', timeStyle: 'short', hourCycle: 'h23' });
    formats.set(timeZone, format);
  }
  const [date = '', time = ''] = format.format(new Date(instant)).split(', ');
  return { date, time };
}

function footerOf(organisation: LetterOrganisation): string[] {
  const { footer } = organisation;
  if (footer !== undefined) return present([footer, present([organisation.email, organisation.website]).join(' – ')]);
  const phone = organisation.phone === undefined ? undefined : typeset(`Tél. : ${organisation.phone}`);
  return present([
    present([organisation.name, present(organisation.addressLines).join(', ')]).join(' – '),
    present([phone, organisation.email, organisation.website]).join(' – '),
  ]);
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('fr-FR') + text.slice(1);
}
