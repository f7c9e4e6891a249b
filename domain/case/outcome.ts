import type { CaseEvent } from './case-event.js';
import type { CaseFile } from './case-file.js';
import type { Effect } from './effect.js';
import type { ClockStanding, JournalLine } from './revision-record.js';
import type { Turn } from './turn.js';

/** What an event gave: the case as it is now, what to write in its journal, what to do in the world. */
export interface Outcome {
  readonly caseFile: CaseFile;
  readonly lines: readonly JournalLine[];
  readonly effects: readonly Effect[];
}

/** How line 0 of a revision is headed. */
export interface LineHead {
  readonly code: string;
  readonly actor?: string;
  readonly actorRole?: string;
  readonly onBehalfOf?: string;
  readonly event?: CaseEvent;
}

/** Closes a turn: one line for the event, one for each thing that followed. */
export function outcomeOf(turn: Turn, head: LineHead): Outcome {
  const { caseFile, at } = turn;
  const common = { revision: caseFile.revision, at, department: caseFile.route.department };
  const first: JournalLine = {
    ...common,
    ...head,
    line: 0,
    clocks: caseFile.clocks.map(standingOf),
    ...(head.event === undefined ? { opened: caseFile } : {}),
  };
  const others = turn.facts.map((fact, i): JournalLine => ({ ...common, ...fact, line: i + 1 }));
  return { caseFile, lines: [first, ...others], effects: turn.effects };
}

function standingOf(clock: CaseFile['clocks'][number]): ClockStanding {
  return { id: clock.id, state: clock.state, ...(clock.dueOn === undefined ? {} : { dueOn: clock.dueOn }) };
}
