import { DAY } from '../time/instant.js';
import type { LocalDate } from '../time/local-date.js';
import { abandonClock, stopClock } from './clock.js';
import type { CaseStatus } from './case-file.js';
import type { Conclusion } from './conclusion.js';
import { orderEffect, pipe, say, withCase, withClocks, type Turn } from './turn.js';

/**
 * Closes a case. Its clocks are judged on the day the reply left, or left as they stand where there was none. A closed
 * case sleeps until its time for reopening is over; where the process allows none, it has ended.
 */
export function conclude(turn: Turn, conclusion: Conclusion, on: LocalDate): Turn {
  const replied = conclusion.kind !== 'withdrawn' && conclusion.kind !== 'noCitizenReply';
  return pipe(
    turn,
    (acc) => withClocks(acc, (clock) => (replied ? stopClock(clock, on) : abandonClock(clock, on))),
    (acc) => withCase(acc, { tasks: [], openRequests: [], status: statusAfter(acc, conclusion) }),
    (acc) => say(acc, 'case.concluded', { conclusion: conclusion.kind, on }),
    (acc) => transmit(acc, conclusion),
  );
}

/** An authority that is not competent passes the request on (CRPA, L114-2): once the reply has told the citizen to whom. */
function transmit(turn: Turn, conclusion: Conclusion): Turn {
  if (conclusion.kind !== 'notOurs' || conclusion.authority === undefined) return turn;
  return orderEffect(turn, { kind: 'transmit', authority: conclusion.authority }).turn;
}

function statusAfter(turn: Turn, conclusion: Conclusion): CaseStatus {
  const { reopeningDays } = turn.rules.definition;
  if (reopeningDays === 0) return { kind: 'ended', conclusion, at: turn.at };
  return { kind: 'closed', conclusion, at: turn.at, reopenUntil: turn.at + reopeningDays * DAY };
}
