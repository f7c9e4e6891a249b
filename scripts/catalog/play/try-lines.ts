import type { Clock } from '../../../domain/case/clock.js';
import type { Effect, TellCitizenEffect } from '../../../domain/case/effect.js';
import type { JournalLine } from '../../../domain/case/revision-record.js';
import type { Role } from '../../../domain/people/role.js';
import { CLOCK_STATE_WORDS, conclusionInFrench, ROLE_WORDS, TASK_WORDS } from '../../../domain/text/case-words.js';
import { clockTime, longDate, typeset } from '../../../domain/text/french-typography.js';
import { isEssential, lineInFrench } from '../../../domain/text/journal-words.js';
import { localDateOf, minutesOfDay, type Calendar } from '../../../domain/time/calendar.js';
import type { Instant } from '../../../domain/time/instant.js';
import type { CasePlayer } from '../../../src/catalog/case-player.js';

/** How far a play has been told. */
export interface Told {
  readonly lines: number;
  readonly effects: number;
}

/** What happened since then, in French: the journal's lines that matter, and the mails that left. */
export function newsSince(play: CasePlayer, told: Told): readonly string[] {
  const calendar = calendarOf(play);
  const lines = play.lines.slice(told.lines).filter(({ code }) => isEssential(code) || code === 'clock.reminded');
  const mails = play.ordered.slice(told.effects);
  const news = [
    ...lines.map((line) => ({ at: line.at, text: lineText(line) })),
    ...mails.map(({ at, effect }) => ({ at, text: `  ✉ ${mailText(effect)}` })),
  ];
  return news.sort((one, other) => one.at - other.at).map(({ at, text }) => `${when(calendar, at)}  ${text}`);
}

/** Where the case stands: its tasks, its time limits. */
export function stateLines(play: CasePlayer): readonly string[] {
  const { caseFile } = play;
  const { status } = caseFile;
  const tasks = caseFile.tasks.map(
    ({ kind, role, holder, team }) =>
      `  • ${TASK_WORDS[kind]} : ${roleText(role)} (${holder ?? team ?? 'qui la prend'})`,
  );
  const end = status.kind === 'open' ? [] : [`Clos : ${conclusionInFrench(status.conclusion)}`];
  return typesetAll([
    `— ${when(calendarOf(play), play.now)}`,
    ...end,
    ...(tasks.length === 0 ? [] : ['Tâches :', ...tasks]),
    ...(caseFile.clocks.length === 0 ? [] : ['Délais :', ...caseFile.clocks.map(clockText)]),
  ]);
}

function clockText({ id, state, dueOn, promisedOn }: Clock): string {
  const due = dueOn === undefined ? '' : `, échéance le ${longDate(dueOn)}`;
  const moved = promisedOn === undefined || promisedOn === dueOn ? '' : ` (d’abord promis le ${longDate(promisedOn)})`;
  return `  • ${id === 'promise' ? 'promesse de la ville' : id} : ${CLOCK_STATE_WORDS[state]}${due}${moved}`;
}

function lineText({ code, about, actor, actorRole }: JournalLine): string {
  const who = actor === undefined ? '' : ` — ${roleText(actorRole ?? '')} (${actor})`;
  return `${lineInFrench(code, about)}${who}`;
}

const TOLD: Readonly<Record<TellCitizenEffect['about'], string>> = {
  missingItem: 'un élément manque',
  withdrawn: 'demande retirée',
  noCitizenReply: 'dossier clos sans réponse de sa part',
  reopened: 'dossier rouvert',
  postponed: 'date reportée',
};

function mailText(effect: Effect): string {
  switch (effect.kind) {
    case 'acknowledge':
      return 'courriel à l’usager : accusé de réception';
    case 'tellCitizen':
      return typeset(`courriel à l’usager : ${TOLD[effect.about]}`);
    case 'remind':
      return typeset(
        `rappel à ${[...effect.to, ...effect.teams].join(', ')} (${lineInFrench('clock.reminded', { level: effect.level })})`,
      );
    case 'sendReply':
      return effect.channel === 'email' ? 'réponse par courriel' : 'lettre mise dans les courriers à poster';
    case 'transmit':
      return 'demande transmise à l’autorité compétente';
    case 'fetchCalendars':
      return 'calendriers demandés';
  }
}

function roleText(role: string): string {
  return ROLE_WORDS[role as Role | 'citizen'];
}

function when(calendar: Calendar, at: Instant): string {
  const minutes = Math.floor(minutesOfDay(calendar, at));
  const pad = (n: number): string => String(n).padStart(2, '0');
  return `${longDate(localDateOf(calendar, at))}, ${clockTime(`${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`)}`;
}

export function calendarOf(play: CasePlayer): Calendar {
  const calendar = play.rules.calendars[play.caseFile.organisation];
  if (calendar === undefined) throw new Error(`No calendar for ${play.caseFile.organisation}`);
  return calendar;
}

function typesetAll(lines: readonly string[]): readonly string[] {
  return lines.map((line) =>
    line.replace(/^( *)(.*)$/, (_all, indent: string, text: string) => indent + typeset(text)),
  );
}
