import { advance } from './advance.js';
import type { CaseEvent } from './case-event.js';
import type { CaseFile } from './case-file.js';
import type { Outcome } from './outcome.js';
import type { Rules } from './rules.js';

/** What the journal says a case began with: line 0 of revision 0, and the calendars its input named by their hashes. */
export interface StoredOpening {
  readonly caseFile: CaseFile;
  readonly calendars: CalendarHashes;
}

/** Organisation → hash of its calendar. */
export type CalendarHashes = Readonly<Record<string, string>>;

/** The rules that were in force at one revision, by hash: definitions and calendars are kept for ever. */
export interface RuleHashes {
  readonly definition: string;
  readonly calendars: CalendarHashes;
}

/** A case lived again from its journal: one outcome for each revision after the opening, in order. */
export interface FoldedCase {
  readonly caseFile: CaseFile;
  readonly outcomes: readonly Outcome[];
}

/**
 * The state of a case as the fold of `advance` over the events of its journal (line 0 of each revision, in order of
 * revisions). The same rules as the engine's: a `qualify` brings its definition, `calendarsFetched` its calendars.
 * `rulesFor` must know every pair that {@link rulesNeeded} lists.
 */
export function foldCase(
  opening: StoredOpening,
  events: readonly CaseEvent[],
  rulesFor: (hashes: RuleHashes) => Rules,
): FoldedCase {
  const outcomes: Outcome[] = [];
  let { caseFile } = opening;
  let hashes = hashesAtOpening(opening);
  for (const event of events) {
    hashes = hashesAfter(hashes, event);
    const outcome = advance(rulesFor(hashes), caseFile, event);
    outcomes.push(outcome);
    ({ caseFile } = outcome);
  }
  return { caseFile, outcomes };
}

/** Every pair of rules that folding these events asks for, to be read beforehand. */
export function rulesNeeded(opening: StoredOpening, events: readonly CaseEvent[]): readonly RuleHashes[] {
  const first = hashesAtOpening(opening);
  return events.reduce<readonly RuleHashes[]>(
    (known, event) => [...known, hashesAfter(known.at(-1) ?? first, event)],
    [first],
  );
}

function hashesAtOpening({ caseFile, calendars }: StoredOpening): RuleHashes {
  return { definition: caseFile.definition.hash, calendars };
}

/** The rules under which an event is treated: the engine puts them in force before it advances. */
function hashesAfter(hashes: RuleHashes, event: CaseEvent): RuleHashes {
  if (event.kind === 'calendarsFetched') return { ...hashes, calendars: event.hashes };
  if (event.kind !== 'command' || event.command.act.kind !== 'qualify') return hashes;
  return { ...hashes, definition: event.command.act.definition.hash };
}
