import { countOf, longDate } from '../../domain/text/french-typography.js';
import type { Block } from '../letters/blocks/block.js';
import { bullets, headed, linesBlock, link, paragraph, strong } from '../letters/blocks/compose.js';
import type { LetterOrganisation } from '../letters/letter-input.js';
import { mailContent, type MailContent } from '../letters/mails/mail-content.js';
import type { CaseNotifications } from '../notifications/group-notifications.js';
import { wordsOf } from '../notifications/notification-words.js';
import type { NoticedTask } from './group-notices.js';
import { replacedLine, type ReplacedPerson } from './replacement-lines.js';
import { taskLines } from './task-notices-mail.js';

interface NewsData {
  readonly organisation: LetterOrganisation;
  readonly publicUrl: string;
  readonly cases: readonly CaseNotifications[];
}

/** Said of one case: the rest is read there. */
const SHOWN = 3;

/** What happened on the cases of a person, at once. Never a citizen's name, never a content. */
export function newsMail({ organisation, publicUrl, cases }: NewsData): MailContent {
  const [first, ...others] = cases;
  const subject =
    first !== undefined && others.length === 0
      ? `Du nouveau : ${first.rows[0].caseNumber}`
      : `Du nouveau sur ${countOf(cases.length, 'demande')}`;
  return mailContent({
    organisation,
    subject,
    blocks: [...cases.flatMap((one) => caseLines(one, publicUrl)), ...howToChoose(publicUrl)],
  });
}

interface DigestData extends NewsData {
  readonly replaced: readonly ReplacedPerson[];
  readonly tasks: readonly NoticedTask[];
}

/** The digest of the morning: whom one replaces that day, then what is asked, then what happened. */
export function digestMail({ organisation, publicUrl, replaced, tasks, cases }: DigestData): MailContent {
  const counted = [
    replaced.length === 0 ? undefined : countOf(replaced.length, 'remplacement'),
    tasks.length === 0 ? undefined : `${countOf(tasks.length, 'demande')} à traiter`,
    cases.length === 0 ? undefined : `du nouveau sur ${countOf(cases.length, 'demande')}`,
  ].filter((part) => part !== undefined);
  return mailContent({
    organisation,
    subject: `Votre point du matin : ${counted.join(', ')}`,
    blocks: [
      ...headed('Vous remplacez', bullets(replaced.map(replacedLine))),
      ...headed('Ce qui vous est demandé', tasks.flatMap((task) => taskLines(task, publicUrl))), // prettier-ignore
      ...headed('Ce qui s’est passé', cases.flatMap((one) => caseLines(one, publicUrl))), // prettier-ignore
      ...howToChoose(publicUrl),
    ],
  });
}

function caseLines({ rows }: CaseNotifications, publicUrl: string): Block[] {
  const [{ caseId, caseNumber, title, dueOn }] = rows;
  const said = [...new Set(rows.map(wordsOf))];
  return linesBlock([
    strong(caseNumber),
    title,
    dueOn === null ? undefined : `Échéance : ${longDate(dueOn)}`,
    ...said.slice(0, SHOWN),
    said.length > SHOWN ? `et ${countOf(said.length - SHOWN, 'autre')}` : undefined,
    link('Ouvrir la demande', `${publicUrl}/dossiers/${caseId}`),
  ]);
}

function howToChoose(publicUrl: string): Block[] {
  return paragraph(
    'Vous avez choisi de recevoir ce courriel : ',
    link('changer ce choix', `${publicUrl}/notifications`),
  );
}
