import { longDate } from '../../domain/text/french-typography.js';
import type { Block } from '../letters/blocks/block.js';
import { linesBlock, link, paragraph, strong } from '../letters/blocks/compose.js';
import type { LetterOrganisation } from '../letters/letter-input.js';
import { taskNoticeMail, type AskedOfAgent } from '../letters/mails/agent-mails.js';
import { mailContent, type MailContent } from '../letters/mails/mail-content.js';
import type { NoticedTask } from './group-notices.js';

/** What each kind of task asks, as notices say it; the others are announced to nobody by mail. */
export const ASKED_BY_KIND: Readonly<Record<string, AskedOfAgent>> = {
  answer: 'answer',
  giveOpinion: 'giveOpinion',
  endorse: 'endorse',
  sign: 'sign',
  confirmPosting: 'post',
  settleDoubt: 'resolve',
  reassign: 'resolve',
};

const WORDS: Readonly<Record<AskedOfAgent, string>> = {
  qualify: 'À qualifier',
  answer: 'Réponse attendue',
  giveOpinion: 'Avis demandé',
  inspect: 'Constat demandé',
  endorse: 'À viser',
  sign: 'À signer',
  post: 'À poster',
  resolve: 'À décider',
};

export interface NoticeData {
  readonly organisation: LetterOrganisation;
  readonly publicUrl: string;
  readonly tasks: readonly NoticedTask[];
}

/** One task: its own mail. Several: one mail with a line and a link for each. Never a citizen's name. */
export function taskNoticesMail({ organisation, publicUrl, tasks }: NoticeData): MailContent {
  const [first, ...others] = tasks;
  if (first === undefined) throw new Error('A notice without a task');
  if (others.length === 0) {
    const { caseNumber, title, dueOn, forTeam } = first;
    return taskNoticeMail({
      organisation,
      caseNumber,
      title,
      taskUrl: urlOf(first, publicUrl),
      asked: askedBy(first),
      ...(dueOn === null ? {} : { dueOn }),
      ...(forTeam === undefined ? {} : { forTeam }),
    });
  }
  const count = String(tasks.length);
  return mailContent({
    organisation,
    subject: `${count} demandes vous attendent`,
    blocks: [
      ...paragraph(`${count} demandes vous attendent :`),
      ...tasks.flatMap((task) => taskLines(task, publicUrl)),
    ],
  });
}

/** A task among others, with its own link. */
export function taskLines(task: NoticedTask, publicUrl: string): Block[] {
  const { caseNumber, title, dueOn, forTeam } = task;
  return linesBlock([
    strong(`${WORDS[askedBy(task)]} : ${caseNumber}`),
    title,
    dueOn === null ? 'Sans échéance' : `Échéance : ${longDate(dueOn)}`,
    forTeam === undefined ? undefined : `Pour toute l’équipe ${forTeam}`,
    link('Ouvrir la tâche', urlOf(task, publicUrl)),
  ]);
}

function urlOf({ id }: NoticedTask, publicUrl: string): string {
  return `${publicUrl}/taches/${encodeURIComponent(id)}`;
}

function askedBy({ kind }: NoticedTask): AskedOfAgent {
  return ASKED_BY_KIND[kind] ?? 'resolve';
}
