import type { CaseCommand } from '../case/case-command.js';
import type { CaseFile, OpenRequest } from '../case/case-file.js';
import { pauseClock, resumeClock } from '../case/clock.js';
import { closeTasks, openRequest, openTask, orderEffect, say, withCase, withClocks, type Turn } from '../case/turn.js';
import type { OpinionAsked } from '../process/runnable.js';
import type { RefusalCode } from '../refusals.js';
import type { LocalDate } from '../time/local-date.js';
import { taskRefusal } from './step-kind.js';

/**
 * What is asked while a case is being answered: a missing item of the citizen, the opinion of another department, a
 * finding on the spot. None, one or several at once, each with its own end.
 */
export function askOpinionsOf(turn: Turn, opinions: readonly OpinionAsked[]): Turn {
  if (turn.caseFile.opinionsAsked) return turn;
  const asked = opinions.reduce(
    (acc, opinion) => askOpinion(acc, { ...opinion, organisation: acc.caseFile.organisation }),
    turn,
  );
  return withCase(asked, { opinionsAsked: true });
}

type Opinion = Omit<OpinionAsked, 'required'> & {
  readonly required: boolean;
  readonly organisation: string;
  readonly holder?: string;
  readonly request?: Pick<OpenRequest, 'text' | 'askedBy'>;
};

function askOpinion(turn: Turn, opinion: Opinion): Turn {
  const { department, required, organisation, team } = opinion;
  const opened = openRequest(turn, { kind: 'opinion', required, department, ...opinion.request });
  const holder = opinion.holder === undefined ? {} : { holder: opinion.holder };
  const target = opinion.target === undefined ? {} : { target: opinion.target };
  return openTask(opened.turn, {
    kind: 'giveOpinion',
    role: 'referent',
    organisation,
    department,
    team,
    openRequest: opened.id,
    ...holder,
    ...target,
  });
}

/** Treats the acts that open or end a request; anything else comes back as it was. */
export function onOpenRequestAct(turn: Turn, command: CaseCommand): Turn {
  const { act, actor } = command;
  switch (act.kind) {
    case 'askCitizen':
      return askCitizen(turn, { text: act.text, until: act.until, untilAt: act.untilAt, askedBy: actor });
    case 'askOpinion':
      return askOpinion(turn, { ...act, request: { text: act.text, askedBy: actor } });
    case 'askFinding': {
      const opened = openRequest(turn, { kind: 'finding', required: act.required, text: act.text, askedBy: actor });
      const { organisation, route } = turn.caseFile;
      const task = {
        kind: 'inspect',
        role: 'patroller',
        organisation,
        department: route.department,
        team: act.team,
      } as const;
      return openTask(opened.turn, { ...task, openRequest: opened.id });
    }
    case 'citizenAnswered':
      return endOpenRequest(turn, act.openRequest, earliest(command.receivedOn, turn.today));
    case 'dropOpenRequest':
      return endOpenRequest(turn, act.openRequest, turn.today);
    case 'giveOpinion':
    case 'giveFinding': {
      const task = turn.caseFile.tasks.find((one) => one.id === command.taskId);
      return task?.openRequest === undefined ? turn : endOpenRequest(turn, task.openRequest, turn.today);
    }
    default:
      return turn;
  }
}

function askCitizen(turn: Turn, asked: Required<Pick<OpenRequest, 'text' | 'until' | 'untilAt' | 'askedBy'>>): Turn {
  const opened = openRequest(turn, { kind: 'missingItem', required: false, ...asked });
  const paused = withClocks(opened.turn, (clock) =>
    pauseClock(turn.rules.calendars, clock, { openRequest: opened.id, on: turn.today, until: asked.until }),
  );
  if (turn.caseFile.replyChannel === 'none') return paused;
  return orderEffect(paused, { kind: 'tellCitizen', about: 'missingItem', openRequest: opened.id }).turn;
}

/** Ends one request: its task goes, the clocks it held go on from that day. */
export function endOpenRequest(turn: Turn, id: string, on: LocalDate): Turn {
  const without = withCase(turn, { openRequests: turn.caseFile.openRequests.filter((request) => request.id !== id) });
  const closed = closeTasks(without, (task) => task.openRequest === id);
  return withClocks(closed, (clock) => resumeClock(turn.rules.calendars, clock, { openRequest: id, on }));
}

/** Ends all of them: the answer is given, or the case leaves for another process. */
export function endOpenRequests(turn: Turn): Turn {
  return turn.caseFile.openRequests.reduce(
    (acc, request) =>
      say(endOpenRequest(acc, request.id, turn.today), 'openRequest.dropped', { openRequest: request.id }),
    turn,
  );
}

/** Why one of these acts may not be done. */
export function openRequestRefusal(caseFile: CaseFile, command: CaseCommand): RefusalCode | undefined {
  const { act } = command;
  switch (act.kind) {
    case 'citizenAnswered':
      return caseFile.openRequests.some(({ id, kind }) => id === act.openRequest && kind === 'missingItem')
        ? undefined
        : 'case.open-request-ended';
    case 'dropOpenRequest':
      return caseFile.openRequests.some(({ id }) => id === act.openRequest) ? undefined : 'case.open-request-ended';
    case 'giveOpinion':
      return taskRefusal(caseFile, command, 'giveOpinion');
    case 'giveFinding':
      return taskRefusal(caseFile, command, 'inspect');
    case 'askCitizen':
      return caseFile.replyChannel === 'none' ? 'case.needs-address' : undefined;
    default:
      return undefined;
  }
}

function earliest(received: LocalDate | undefined, today: LocalDate): LocalDate {
  return received !== undefined && received < today ? received : today;
}
