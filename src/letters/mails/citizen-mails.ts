import { longDate } from '../../../domain/text/french-typography.js';
import type { Block } from '../blocks/block.js';
import { bullets, link, paragraph, strong } from '../blocks/compose.js';
import type { LetterOrganisation } from '../letter-input.js';
import { mailContent, type MailContent } from './mail-content.js';

/** What every mail about a case says again: no one remembers a number. */
export interface CitizenMailData {
  readonly organisation: LetterOrganisation;
  readonly caseNumber: string;
  /** Title of the process. */
  readonly title: string;
  readonly followUrl: string;
}

export interface MissingItemData extends CitizenMailData {
  readonly items: readonly string[];
  /** The agent's own words about what is needed; plain text. */
  readonly remark?: string;
  /** `YYYY-MM-DD` */
  readonly before: string;
  /** What the wait does to the time in which an answer is due. */
  readonly clock: 'runs' | 'stands' | 'restarts';
}

/** L114-5 CRPA: what is missing, by when, and what becomes of the time limit. */
export function missingItemMail(data: MissingItemData): MailContent {
  const many = data.items.length > 1;
  return citizenMail(
    data,
    `Votre demande n° ${data.caseNumber} : il nous manque ${many ? 'des éléments' : 'un élément'}`,
    [
      ...paragraph(...yourRequest(data), ` ne peut pas encore être traitée. Il manque :`),
      ...bullets(data.items),
      ...paragraph(data.remark),
      ...paragraph(
        many ? 'Merci de les envoyer ' : 'Merci de l’envoyer ',
        strong(`avant le ${longDate(data.before)}`),
        ', sur la page ',
        link('Suivre une demande', data.followUrl),
        ' ou par courrier, en rappelant le numéro de la demande.',
      ),
      ...paragraph(clockSentence(data.clock)),
    ],
  );
}

/** The citizen asked to stop. */
export function withdrawnMail(data: CitizenMailData & { readonly withdrawnOn: string }): MailContent {
  return citizenMail(data, `Votre demande n° ${data.caseNumber} est retirée`, [
    ...paragraph(
      `Comme vous l’avez demandé le ${longDate(data.withdrawnOn)}, nous ne traitons plus la demande `,
      strong(`n° ${data.caseNumber}`),
      ` (${data.title}).`,
    ),
    ...paragraph('Si vous changez d’avis, vous pouvez nous adresser une nouvelle demande à tout moment.'),
  ]);
}

export interface NoReplyData extends CitizenMailData {
  /** `YYYY-MM-DD`, when what was missing was asked for. */
  readonly askedOn?: string;
  /** `YYYY-MM-DD`, the last day on which the case can be taken up again. */
  readonly reopenUntil?: string;
}

/** The citizen did not send what was missing. */
export function noReplyMail(data: NoReplyData): MailContent {
  return citizenMail(data, `Votre demande n° ${data.caseNumber} est close, faute de réponse`, [
    ...paragraph(
      `Nous vous avons demandé${data.askedOn === undefined ? '' : ` le ${longDate(data.askedOn)}`} ce qui manquait à votre demande `,
      strong(`n° ${data.caseNumber}`),
      ` (${data.title}). N’ayant rien reçu, nous l’avons close sans réponse sur le fond.`,
    ),
    ...paragraph(
      data.reopenUntil === undefined
        ? 'Vous pouvez nous adresser une nouvelle demande à tout moment.'
        : `Vous pouvez la faire rouvrir jusqu’au ${longDate(data.reopenUntil)}, en envoyant ce qui manquait.`,
    ),
  ]);
}

/** A closed case is taken up again. */
export function reopenedMail(
  data: CitizenMailData & { readonly reopenedOn: string; readonly promisedOn?: string },
): MailContent {
  return citizenMail(data, `Votre demande n° ${data.caseNumber} est rouverte`, [
    ...paragraph(...yourRequest(data), ` est rouverte depuis le ${longDate(data.reopenedOn)}.`),
    ...(data.promisedOn === undefined
      ? []
      : paragraph('Vous aurez une réponse ', strong(`au plus tard le ${longDate(data.promisedOn)}`), '.')),
  ]);
}

export interface ReplyMailData extends CitizenMailData {
  /** From `renderLetter`: subject, text and HTML of the very letter that is attached. */
  readonly letter: { readonly mailSubject: string; readonly mailText: string; readonly mailHtml: string };
  /** `YYYY-MM-DD` */
  readonly reopenUntil?: string;
}

/** The reply itself; the letter goes as an attachment beside it, and its words below. */
export function replyMail(data: ReplyMailData): MailContent {
  return mailContent({
    organisation: data.organisation,
    subject: data.letter.mailSubject,
    blocks: [
      ...paragraph(
        'Voici notre réponse à votre demande ',
        strong(`n° ${data.caseNumber}`),
        '. La lettre jointe (PDF) dit la même chose.',
      ),
      ...(data.reopenUntil === undefined
        ? []
        : paragraph(
            `Ce n’est pas réglé ? Dites-le-nous jusqu’au ${longDate(data.reopenUntil)} sur la page `,
            link('Suivre une demande', data.followUrl),
            '.',
          )),
    ],
    letter: { text: data.letter.mailText, html: data.letter.mailHtml },
  });
}

/** An agent writes to the citizen. Without a text, which stays where number and code are asked, only that there is one. */
export function plainMessageMail(data: CitizenMailData & { readonly text?: string }): MailContent {
  return citizenMail(data, `Votre demande n° ${data.caseNumber} : un message de la mairie`, [
    ...paragraph(
      data.text === undefined
        ? 'Un message vous attend au sujet de la demande '
        : 'Voici un message au sujet de la demande ',
      strong(`n° ${data.caseNumber}`),
      data.text === undefined ? '. Lisez-le sur la page de suivi, avec le numéro et le code de la demande.' : ' :',
    ),
    ...(data.text ?? '').split(/\n+/).flatMap((line) => (line.trim() === '' ? [] : paragraph(line.trim()))),
    ...paragraph('Pour répondre, écrivez-nous sur la page ', link('Suivre une demande', data.followUrl), '.'),
  ]);
}

function citizenMail(data: CitizenMailData, subject: string, blocks: readonly Block[]): MailContent {
  return mailContent({
    organisation: data.organisation,
    subject,
    blocks: [...blocks, ...paragraph('Pour suivre votre demande : ', link('Suivre une demande', data.followUrl), '.')],
  });
}

function yourRequest(data: CitizenMailData): readonly [string, ReturnType<typeof strong>, string] {
  return ['Votre demande ', strong(`n° ${data.caseNumber}`), ` (${data.title})`];
}

function clockSentence(clock: MissingItemData['clock']): string {
  switch (clock) {
    case 'runs':
      return 'Le délai de réponse annoncé ne change pas.';
    case 'stands':
      return 'D’ici là, le délai de réponse est suspendu ; il reprend dès que nous recevons votre envoi.';
    case 'restarts':
      return 'Le délai de réponse commencera le jour où votre demande sera complète.';
  }
}
