import { typeset } from '../text/french-typography.js';
import { parseTimeLimit } from '../time/time-limit.js';
import type { ClockSource, ProcessSource, SharedClockSource } from './process-definition.generated.js';
import type { DescribedClock } from './process-definition.js';
import type { TimeLimit } from './runnable.js';

/** The town's charter: two working days for a simple question, ten where research is needed. */
const CHARTER = 'Charte de la relation citoyenne';

/** The promise and the legal clocks; a name in `use` must exist. */
export function expandClocks(source: ProcessSource, shared: ReadonlyMap<string, SharedClockSource>): DescribedClock[] {
  return source.clocks.map((clock) => expandClock(clock, shared));
}

/** Reads a limit that the schema has already checked. */
export function timeLimitOf(text: string): TimeLimit {
  const limit = parseTimeLimit(text);
  if (limit === undefined) throw new RangeError(`Not a time limit: ${text}`);
  return limit;
}

function expandClock(clock: ClockSource, shared: ReadonlyMap<string, SharedClockSource>): DescribedClock {
  if (clock.promise !== undefined) return promiseOf(clock, clock.promise);
  const written: LegalClockSource = { ...DEFAULTS, ...shared.get(clock.use ?? ''), ...clock };
  return {
    id: clock.id ?? clock.use ?? 'legal',
    kind: 'legal',
    limit: timeLimitOf(written.legal),
    stoppedBy: written.stoppedBy,
    missingItem: written.missingItem,
    basis: typeset(written.basis),
    ...(written.silenceMeans === undefined ? {} : { silenceMeans: written.silenceMeans }),
    ...(written.source === undefined ? {} : { source: written.source }),
    ...(clock.when === undefined ? {} : { when: clock.when }),
    ...(clock.unless === undefined ? {} : { unless: clock.unless }),
  };
}

type LegalClockSource = Omit<SharedClockSource, 'title'>;

/** `catalog:check` asks for each of them; an unchecked definition must not make `expand` throw. */
const DEFAULTS = { legal: '2 months', basis: '', missingItem: 'runs', stoppedBy: 'reply' } as const;

function promiseOf(clock: ClockSource, promise: string): DescribedClock {
  const limit = timeLimitOf(promise);
  return {
    id: 'promise',
    kind: 'promise',
    limit,
    stoppedBy: clock.stoppedBy ?? 'reply',
    missingItem: clock.missingItem ?? 'pauseUntilAnswer',
    basis: typeset(clock.basis ?? `${CHARTER}, engagement ${limit.n <= 2 ? '1' : '2'}`),
    ...(clock.source === undefined ? {} : { source: clock.source }),
  };
}
