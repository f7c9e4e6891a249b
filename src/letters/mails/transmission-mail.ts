import { longDate } from '../../../domain/text/french-typography.js';
import type { Block } from '../blocks/block.js';
import { bullets, headed, linesBlock, link, paragraph, verbatim } from '../blocks/compose.js';
import type { LetterOrganisation } from '../letter-input.js';
import { mailContent, type MailContent } from './mail-content.js';

export interface TransmissionData {
  readonly organisation: LetterOrganisation;
  readonly caseNumber: string;
  /** Title of the process. */
  readonly title: string;
  /** `YYYY-MM-DD`, when it reached us. */
  readonly receivedOn: string;
  /** The citizen's own words. */
  readonly words: string;
  readonly place?: string;
  /** What they answered, each beside its question. */
  readonly answers: readonly { readonly label: string; readonly text: string }[];
  /** Empty for an anonymous request. */
  readonly author: {
    readonly lines: readonly (string | undefined)[];
    readonly email?: string;
    readonly phone?: string;
  };
  /** Names of the documents that go with it, and of those that must be asked for. */
  readonly attached: readonly string[];
  readonly onRequest: readonly string[];
  /** Names of those that the antivirus keeps back. */
  readonly blocked: readonly string[];
}

/**
 * A request passed on to the authority that is competent for it (CRPA, L114-2), with the day that counts for a decision by
 * silence (L114-3).
 */
export function transmissionMail(data: TransmissionData): MailContent {
  return mailContent({
    organisation: data.organisation,
    subject: `Transmission d’une demande de votre compétence (notre n° ${data.caseNumber})`,
    blocks: [
      ...paragraph(
        `Nous avons reçu le ${longDate(data.receivedOn)} la demande ci-dessous (${data.title}). Elle ne relève pas de notre compétence : nous vous la transmettons, comme le prévoit l’article L. 114-2 du code des relations entre le public et l’administration, et l’avons dit à son auteur.`,
      ),
      ...paragraph(
        `Si votre silence vaut rejet, le délai court depuis le ${longDate(data.receivedOn)} ; s’il vaut acceptation, depuis le jour où vous la recevez (article L. 114-3).`,
      ),
      ...headed('La demande', [...wordsOf(data.words), ...placeOf(data.place), ...answersOf(data.answers)]),
      ...headed('Son auteur', authorOf(data.author)),
      ...headed(data.attached.length > 1 ? 'Pièces jointes' : 'Pièce jointe', bullets(data.attached.map(verbatim))),
      ...headed('Pièces que nous tenons à votre disposition', bullets(data.onRequest.map(verbatim))),
      ...headed('Pièces bloquées par notre antivirus, à redemander à l’auteur', bullets(data.blocked.map(verbatim))),
    ],
  });
}

function wordsOf(words: string): Block[] {
  return words
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap((line) => paragraph(verbatim(line)));
}

function placeOf(place: string | undefined): Block[] {
  return place === undefined ? [] : paragraph('Lieu : ', verbatim(place));
}

function answersOf(answers: TransmissionData['answers']): Block[] {
  return answers.flatMap(({ label, text }) => linesBlock([verbatim(label), verbatim(text)]));
}

function authorOf({ lines, email, phone }: TransmissionData['author']): Block[] {
  const known = lines.filter((line) => line !== undefined && line !== '');
  const reached = [email === undefined ? undefined : link(email, `mailto:${email}`), phone && verbatim(phone)];
  const block = linesBlock([...known.map((line) => verbatim(line ?? '')), ...reached]);
  return block.length === 0 ? paragraph('Demande anonyme.') : block;
}
