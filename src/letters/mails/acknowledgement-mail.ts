import { countOf, longDate } from '../../../domain/text/french-typography.js';
import type { Block } from '../blocks/block.js';
import { parseMarkdown } from '../blocks/parse-markdown.js';
import { bullets, headed, linesBlock, link, paragraph, strong, verbatim } from '../blocks/compose.js';
import type { LetterOrganisation } from '../letter-input.js';
import { mailContent, type MailContent } from './mail-content.js';

export interface AcknowledgementData {
  readonly organisation: LetterOrganisation;
  readonly caseNumber: string;
  readonly trackingCode: string;
  /** Page where the number and the code are asked for. */
  readonly followUrl: string;
  /** Title of the process, in the town's words; never the citizen's text. */
  readonly title: string;
  /** `YYYY-MM-DD`, the civil day of receipt. */
  readonly receivedOn: string;
  readonly promise?: { readonly workingDays: number; readonly on: string };
  readonly followedBy: FollowedBy;
  readonly silence?: Silence;
  readonly missing?: { readonly items: readonly string[]; readonly before: string };
}

/** R112-5 CRPA, 2°: the service in charge, its postal and electronic address, its telephone. */
export interface FollowedBy {
  /** Left out for an agent whose name is protected, and before anyone holds the case. */
  readonly name?: string;
  readonly capacity?: string;
  readonly department: string;
  readonly addressLines?: readonly string[];
  readonly email?: string;
  readonly phone?: string;
}

/** What silence will mean, and from which day. */
export interface Silence {
  readonly means: 'acceptance' | 'rejection';
  /** `YYYY-MM-DD`, the day on which the implicit decision is born. */
  readonly on: string;
  /** « tribunal administratif de Châlons-en-Champagne » */
  readonly court: string;
  /** Markdown: what can be done against a refusal by silence, where it is not to go straight to that court. */
  readonly remedy?: string;
}

/**
 * The acknowledgement of a request: code des relations entre le public et l'administration, R112-5 and R112-11-1. Without
 * its mentions the time to go to court does not run against the citizen (L112-6).
 */
export function acknowledgementMail(data: AcknowledgementData): MailContent {
  return mailContent({
    organisation: data.organisation,
    subject: `Nous avons reçu votre demande n° ${data.caseNumber}`,
    blocks: [
      ...paragraph(
        'Votre demande ',
        strong(`n° ${data.caseNumber}`),
        ` (${data.title}) a été reçue le ${longDate(data.receivedOn)}.`,
      ),
      ...promised(data.promise),
      ...headed('Qui s’en occupe', followedByBlock(data.followedBy)),
      ...headed('Suivre votre demande', [
        ...paragraph('Sur la page ', link('Suivre une demande', data.followUrl), ', indiquez :'),
        ...bullets([
          { kind: 'text', text: `Numéro\u00a0: ${data.caseNumber}` },
          { kind: 'text', text: `Code de suivi\u00a0: ${data.trackingCode}` },
        ]),
        ...paragraph('Gardez ce code pour vous : il permet de lire votre demande.'),
      ]),
      ...missing(data.missing),
      ...headed('Si vous ne recevez pas de réponse', silenceSentence(data.silence)),
    ],
  });
}

function promised(promise: AcknowledgementData['promise']): Block[] {
  if (promise === undefined) return [];
  const within = countOf(promise.workingDays, 'jour ouvré', 'jours ouvrés');
  return paragraph(
    `Nous nous engageons à vous répondre dans un délai de ${within}, soit `,
    strong(`au plus tard le ${longDate(promise.on)}`),
    '.',
  );
}

function followedByBlock(who: FollowedBy): Block[] {
  const person = who.capacity === undefined || who.name === undefined ? who.name : `${who.name}, ${who.capacity}`;
  return linesBlock([
    person,
    who.department,
    ...(who.addressLines ?? []).map(verbatim),
    who.email === undefined ? undefined : link(who.email, `mailto:${who.email}`),
    who.phone === undefined ? undefined : `Tél. : ${who.phone}`,
  ]);
}

function missing(data: AcknowledgementData['missing']): Block[] {
  if (data === undefined || data.items.length === 0) return [];
  return headed('Ce qui manque', [
    ...paragraph('Pour que nous puissions examiner votre demande, il manque :'),
    ...bullets(data.items),
    ...paragraph(`Merci de nous ${data.items.length > 1 ? 'les ' : 'l’'}adresser avant le ${longDate(data.before)}.`),
  ]);
}

function silenceSentence(silence: Silence | undefined): Block[] {
  if (silence === undefined) return [];
  const start = 'À défaut de réponse expresse, votre demande, si elle est complète, sera réputée ';
  if (silence.means === 'acceptance') {
    return paragraph(
      start,
      strong('acceptée'),
      ` le ${longDate(silence.on)}. Vous pourrez en demander l’attestation (article L. 232-3 du code des relations entre le public et l’administration).`,
    );
  }
  if (silence.remedy !== undefined) {
    return [...paragraph(start, strong('rejetée'), ` le ${longDate(silence.on)}.`), ...parseMarkdown(silence.remedy)];
  }
  return paragraph(
    start,
    strong('rejetée'),
    ` le ${longDate(silence.on)}. Vous pourrez alors, dans un délai de deux mois, saisir le ${silence.court}, par courrier ou sur `,
    link('www.telerecours.fr', 'https://www.telerecours.fr'),
    '. Un recours gracieux, adressé dans ce délai à l’autorité qui n’a pas répondu, l’interrompt.',
  );
}
