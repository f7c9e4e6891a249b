import { promiseOf } from '../database/repositories/case-row.js';
import type { CaseFile } from '../../domain/case/case-file.js';
import { requestOf, type Clock } from '../../domain/case/clock.js';
import type { ConclusionKind } from '../../domain/case/conclusion.js';
import type { StepKind } from '../../domain/process/runnable.js';
import { CLOCK_STATE_WORDS, conclusionInFrench } from '../../domain/text/case-words.js';
import { localDateOf, type Calendar } from '../../domain/time/calendar.js';
import { countDays } from '../../domain/time/day-count.js';
import { timeLimitInFrench } from '../../domain/time/time-limit.js';
import { explainedDay } from '../calendar/counted-day.dto.js';
import type { AwaitedDto, FollowedCaseDto, FollowPromiseDto } from './public.dto.js';

type FollowState = FollowedCaseDto['state'];

const STATE_WORDS: Readonly<Record<Exclude<FollowState, 'answered' | 'closed' | 'planned'>, string>> = {
  received: 'Reçue',
  examined: 'En cours d’examen',
  waitingForYou: 'En attente d’un élément de votre part',
  validated: 'Réponse en cours de validation',
  leaving: 'Réponse en cours d’envoi',
};

const STATE_AFTER: Readonly<Record<ConclusionKind, FollowState>> = {
  answered: 'answered',
  planned: 'planned',
  done: 'answered',
  refused: 'answered',
  notOurs: 'answered',
  withdrawn: 'closed',
  noCitizenReply: 'closed',
};

/** What happens to a case behind the counter, in the few states that matter to the person outside. */
export function followState(
  caseFile: CaseFile,
  step: StepKind,
): { readonly state: FollowState; readonly stateWords: string } {
  const { status, openRequests, tasks } = caseFile;
  if (status.kind !== 'open')
    return { state: STATE_AFTER[status.conclusion.kind], stateWords: conclusionInFrench(status.conclusion) };
  if (openRequests.some(({ kind }) => kind === 'missingItem')) return worded('waitingForYou');
  if (step === 'endorsement' || step === 'signature') return worded('validated');
  if (step === 'reply') return worded('leaving');
  const untouched = caseFile.revision === 0 || tasks.some(({ kind }) => kind === 'qualify');
  return worded(untouched ? 'received' : 'examined');
}

/** The promise that counts now, with the count behind its date; the names of those who work on it are not shown. */
export function followPromise(caseFile: CaseFile, calendar: Calendar | undefined): FollowPromiseDto | undefined {
  const clock = promiseOf(caseFile);
  if (clock === undefined) return undefined;
  const { state, promisedOn, dueOn } = clock;
  return {
    limit: timeLimitInFrench(clock.rule.limit),
    state,
    words: CLOCK_STATE_WORDS[state],
    ...(promisedOn === undefined ? {} : { promisedOn }),
    ...(dueOn === undefined ? {} : { dueOn }),
    pauses: clock.pauses.map(({ from, to }) => ({ from, ...(to === undefined ? {} : { to }) })),
    days: calendar === undefined ? [] : daysOf(clock, calendar),
  };
}

/** What is asked of the citizen, one item a line as the agent wrote it. */
export function awaitedOf(
  { openRequests }: CaseFile,
  textOf: (id: string) => string | undefined,
): readonly AwaitedDto[] {
  return openRequests
    .filter(({ kind }) => kind === 'missingItem')
    .map(({ id, text, until, overdue }) => ({
      openRequest: id,
      items: itemsOf(text === undefined ? undefined : textOf(text.id)),
      ...(until === undefined ? {} : { until }),
      overdue,
    }));
}

/** How it ended, with the days that matter afterwards. */
export function endOf(
  { status }: CaseFile,
  calendar: Calendar,
): Pick<FollowedCaseDto, 'plannedOn' | 'passedTo' | 'closedOn' | 'reopenUntil'> {
  if (status.kind === 'open') return {};
  const { conclusion, at } = status;
  return {
    ...(conclusion.kind === 'planned' ? { plannedOn: conclusion.on } : {}),
    ...(conclusion.kind === 'notOurs' ? { passedTo: conclusion.passedTo } : {}),
    closedOn: localDateOf(calendar, at),
    ...(status.kind === 'closed' ? { reopenUntil: localDateOf(calendar, status.reopenUntil) } : {}),
  };
}

function worded(state: keyof typeof STATE_WORDS): { readonly state: FollowState; readonly stateWords: string } {
  return { state, stateWords: STATE_WORDS[state] };
}

function daysOf(clock: Clock, calendar: Calendar): FollowPromiseDto['days'] {
  const count = countDays(calendar, requestOf(clock));
  return count.kind === 'dated' ? count.days.map(explainedDay) : [];
}

function itemsOf(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split('\n')
    .map((line) => line.replace(/^\s*[-*•]\s*/, '').trim())
    .filter((line) => line !== '');
}
