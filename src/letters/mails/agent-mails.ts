import { longDate } from '../../../domain/text/french-typography.js';
import type { Block } from '../blocks/block.js';
import { linesBlock, link, paragraph, strong } from '../blocks/compose.js';
import type { LetterOrganisation } from '../letter-input.js';
import { mailContent, type MailContent } from './mail-content.js';

/**
 * What a mail to an agent may say: a reference, the title of the process, a date and a link. There is no field for the
 * citizen's name or words: a mailbox is not the place where they are protected.
 */
export interface AgentMailData {
  readonly organisation: LetterOrganisation;
  readonly caseNumber: string;
  /** Title of the process. */
  readonly title: string;
  /** `YYYY-MM-DD`; left out when no date was promised. */
  readonly dueOn?: string;
  readonly taskUrl: string;
}

/** What is asked, as the start of « … avant le jeudi 26 novembre 2026 ». */
export type AskedOfAgent = 'qualify' | 'answer' | 'giveOpinion' | 'inspect' | 'endorse' | 'sign' | 'post' | 'resolve';

const ASKED: Readonly<Record<AskedOfAgent, string>> = {
  qualify: 'Une demande est à qualifier',
  answer: 'Une demande attend votre réponse',
  giveOpinion: 'Votre avis est demandé',
  inspect: 'Un constat est demandé sur place',
  endorse: 'Une réponse attend votre visa',
  sign: 'Une réponse attend votre signature',
  post: 'Un courrier est à imprimer et à poster',
  resolve: 'Une demande attend votre décision',
};

/** A task has just arrived, for the person or their team. */
export function taskNoticeMail(
  data: AgentMailData & { readonly asked: AskedOfAgent; readonly forTeam?: string },
): MailContent {
  const team = data.forTeam === undefined ? [] : paragraph(`Elle est ouverte à toute l’équipe ${data.forTeam}.`);
  return agentMail(data, `${ASKED[data.asked]} : ${data.caseNumber}`, [
    ...paragraph(`${ASKED[data.asked]} :`),
    ...facts(data),
    ...team,
  ]);
}

/** How much of the promised time is over; `itemOverdue`: what was asked of someone else has not come by its date. */
export type ReminderLevel = 'half' | 'eightyPercent' | 'end' | 'itemOverdue';

const REMINDERS: Readonly<Record<ReminderLevel, { readonly subject: string; readonly sentence: string }>> = {
  half: { subject: 'Rappel', sentence: 'La moitié du délai est passée pour cette demande :' },
  eightyPercent: {
    subject: 'Rappel, échéance proche',
    sentence: 'Il reste moins d’un cinquième du délai pour cette demande :',
  },
  end: { subject: 'Échéance atteinte', sentence: 'Le délai promis est arrivé à son terme pour cette demande :' },
  itemOverdue: {
    subject: 'Sans retour',
    sentence: 'Ce qui était attendu n’est pas arrivé à la date fixée, pour cette demande :',
  },
};

export function reminderMail(data: AgentMailData & { readonly level: ReminderLevel }): MailContent {
  const { subject, sentence } = REMINDERS[data.level];
  return agentMail(data, `${subject} : ${data.caseNumber}`, [...paragraph(sentence), ...facts(data)]);
}

/** To the head of department, once the promise is missed. `department` is the one that holds the case. */
export function escalationMail(data: AgentMailData & { readonly department: string }): MailContent {
  return agentMail(data, `En retard : ${data.caseNumber}`, [
    ...paragraph(
      `La réponse promise n’est pas partie à temps. Le service « ${data.department} » tient cette demande :`,
    ),
    ...facts(data),
    ...paragraph('Vous pouvez la réattribuer, relancer la personne qui la tient ou répondre vous-même.'),
  ]);
}

function facts(data: AgentMailData): Block[] {
  return linesBlock([
    strong(data.caseNumber),
    data.title,
    data.dueOn === undefined ? 'Sans échéance' : `Échéance : ${longDate(data.dueOn)}`,
  ]);
}

function agentMail(data: AgentMailData, subject: string, blocks: readonly Block[]): MailContent {
  return mailContent({
    organisation: data.organisation,
    subject,
    blocks: [...blocks, ...paragraph(link('Ouvrir la demande', data.taskUrl))],
  });
}
