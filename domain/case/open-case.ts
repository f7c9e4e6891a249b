import type { ClockRule, ReplyChannel } from '../process/runnable.js';
import { isMet } from '../request/condition.js';
import { DAY, type Instant } from '../time/instant.js';
import type { CaseFile, IntakeChannel } from './case-file.js';
import { RULES_VERSION } from './case-file.js';
import { startClock, type Clock } from './clock.js';
import type { Outcome } from './outcome.js';
import { outcomeOf } from './outcome.js';
import type { Route } from './route.js';
import type { Rules } from './rules.js';
import { beginTurn, orderEffect, say, withClocks, type Turn } from './turn.js';
import { enterAt } from './travel.js';

/** How long a case may stand without anyone being asked to look at it. */
export const WATCH_EVERY = 7 * DAY;

/** What intake knows when it opens a case. */
export interface Opening {
  readonly caseId: string;
  readonly caseNumber: string;
  /** When it was entered. */
  readonly at: Instant;
  /** When it reached the town hall: never later than `at`; an earlier day is back-dating, and journalled. */
  readonly receivedAt: Instant;
  readonly channel: IntakeChannel;
  readonly replyChannel: ReplyChannel;
  readonly answers: Readonly<Record<string, string | boolean>>;
  readonly route: Route;
  /** How the citizen is told that the request came in: at once by mail, else on paper where there is an address. */
  readonly acknowledgement: 'mail' | 'letter' | 'none';
  readonly actor?: string;
  readonly actorRole: string;
  readonly follows?: string;
  readonly calendarRevision: number;
}

/** Revision 0 of a case and its effects; computed once, by intake. */
export function openCase(rules: Rules, opening: Opening): Outcome {
  const { definition } = rules;
  const caseFile: CaseFile = {
    rulesVersion: RULES_VERSION,
    caseId: opening.caseId,
    caseNumber: opening.caseNumber,
    revision: 0,
    at: opening.at,
    definition: { processId: definition.processId, version: definition.version, hash: definition.hash },
    organisation: definition.organisation,
    sector: definition.sector,
    sensitive: definition.sensitive,
    channel: opening.channel,
    replyChannel: opening.replyChannel,
    receivedAt: opening.receivedAt,
    answers: opening.answers,
    ...(opening.follows === undefined ? {} : { follows: opening.follows }),
    status: { kind: 'open' },
    step: 0,
    route: opening.route,
    tasks: [],
    openRequests: [],
    endorsements: [],
    clocks: [],
    effects: [],
    opinionsAsked: false,
    watchAt: opening.at + WATCH_EVERY,
    calendarRevision: opening.calendarRevision,
    counters: { task: 0, openRequest: 0, effect: 0 },
    assignmentRefusals: 0,
    reopenings: 0,
  };
  const begun = beginTurn(rules, caseFile, opening.at);
  const acknowledged = opening.acknowledgement === 'mail';
  const started = startClocks(begun, { receivedAt: opening.receivedAt, suffix: '', acknowledged });
  const dated =
    opening.receivedAt < opening.at - DAY
      ? say(started, 'case.backDated', { receivedAt: opening.receivedAt })
      : started;
  const entered = enterAt(acknowledge(dated, opening), 0);
  return outcomeOf(entered, {
    code: 'case.opened',
    actorRole: opening.actorRole,
    ...(opening.actor === undefined ? {} : { actor: opening.actor }),
  });
}

export interface ClocksStart {
  readonly receivedAt: Instant;
  /** Tells the clocks of a reopening from the first ones. */
  readonly suffix: string;
  /**
   * Whether an acknowledgement leaves by mail. The time limit for it holds for electronic requests (code des relations
   * entre le public et l'administration, L112-11); elsewhere nothing would ever stop that clock.
   */
  readonly acknowledged: boolean;
}

/** Starts the clocks of the definition that apply to the answers of the request, from one instant. */
export function startClocks(turn: Turn, start: ClocksStart): Turn {
  const rules = turn.rules.definition.clocks
    .filter((rule) => start.acknowledged || rule.stoppedBy === 'reply')
    .filter((rule) => applies(rule, turn.caseFile.answers));
  const clocks: readonly Clock[] = rules.map((rule) =>
    startClock(turn.rules.calendars, {
      id: `${rule.id}${start.suffix}`,
      rule,
      organisation: turn.caseFile.organisation,
      startedAt: start.receivedAt,
    }),
  );
  const known = turn.caseFile.clocks;
  const added = { ...turn, caseFile: { ...turn.caseFile, clocks: [...known, ...clocks] } };
  return withClocks(added, (clock) => clock);
}

function applies({ when, unless }: ClockRule, answers: CaseFile['answers']): boolean {
  return (when === undefined || isMet(when, answers)) && (unless === undefined || !isMet(unless, answers));
}

function acknowledge(turn: Turn, opening: Opening): Turn {
  if (opening.acknowledgement === 'none') return turn;
  const isMail = opening.acknowledgement === 'mail';
  const tellsCase = isMail && turn.caseFile.clocks.some(({ rule }) => rule.stoppedBy === 'acknowledgement');
  return orderEffect(turn, { kind: 'acknowledge', tellsCase }).turn;
}
