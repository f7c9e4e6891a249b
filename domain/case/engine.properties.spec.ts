import fc from 'fast-check';
import { aCase } from '../../test/support/builders/a-case.js';
import { aCalendar, aDefinition, aLegalClock, PROMISE, ROUTE } from '../../test/support/builders/rules-for-tests.js';
import { drawFrom, walk } from '../../test/support/random-walk.js';
import { CHAIN_ROLES } from '../people/role.js';
import type { ProcessId } from '../process/process-ref.js';
import { DAY } from '../time/instant.js';
import type { LocalDate } from '../time/local-date.js';
import { nextInstant } from './next-instant.js';
import type { MissingItemRule, OnChange, RunnableDefinition, StepDefinition } from '../process/runnable.js';

const MISSING_ITEM = [
  'runs',
  'pauseUntilAnswer',
  'suspendUntilAnswerOrDelay',
  'restartWhenComplete',
] as const satisfies readonly MissingItemRule[];

const onChange: fc.Arbitrary<OnChange> = fc.oneof(
  fc.constant<OnChange>({ kind: 'askAllAgain' }),
  fc.constant<OnChange>({ kind: 'askNobodyAgain' }),
  fc.record({ kind: fc.constant('askAgain' as const), roles: fc.subarray([...CHAIN_ROLES]) }),
);

const endorsement = fc.record({
  kind: fc.constant('endorsement' as const),
  chain: fc.shuffledSubarray([...CHAIN_ROLES], { minLength: 1 }),
  onChange,
});
const signature = fc.record({ kind: fc.constant('signature' as const), by: fc.constantFrom(...CHAIN_ROLES) });
const opinion = fc.record({
  department: fc.constant('juridique'),
  team: fc.constant('juridique'),
  required: fc.boolean(),
});
const answer = fc.record({ kind: fc.constant('answer' as const), opinions: fc.array(opinion, { maxLength: 3 }) });
const first: fc.Arbitrary<StepDefinition> = fc.oneof(
  fc.constant<StepDefinition>({ kind: 'qualification', team: 'grc' }),
  fc.constant<StepDefinition>({ kind: 'assignment', team: 'voirie', byQuartier: false }),
  fc.constant<StepDefinition>({ kind: 'inspection', team: 'grc' }),
);

const steps: fc.Arbitrary<readonly StepDefinition[]> = fc
  .tuple(fc.option(first), answer, fc.option(endorsement), fc.option(signature))
  .map((found) => [
    ...found.filter((step) => step !== null),
    { kind: 'reply', by: ['email', 'letter', 'spoken', 'none'] },
  ]);

const clocks = fc
  .record({ n: fc.integer({ min: 1, max: 40 }), missingItem: fc.constantFrom(...MISSING_ITEM) })
  .map(({ n, missingItem }) => [
    { ...PROMISE, missingItem },
    aLegalClock({ limit: { n, kind: 'calendarDays' }, missingItem, silenceMeans: 'acceptance' }),
    aLegalClock({ id: 'accuse-reception', limit: { n, kind: 'workingDays' }, stoppedBy: 'acknowledgement' }),
  ]);

const definition: fc.Arbitrary<Partial<RunnableDefinition>> = fc.record({
  steps,
  clocks,
  sensitive: fc.boolean(),
  reopeningDays: fc.constantFrom(0, 30),
});

const channel = fc.constantFrom('email' as const, 'letter' as const, 'spoken' as const, 'none' as const);

describe('the engine, whatever happens', () => {
  it('keeps what it promises for any definition and any fifty acts', () => {
    fc.assert(
      fc.property(definition, channel, fc.nat(), (changes, replyChannel, seed) => {
        const play = aCase(changes).opened({ replyChannel }).build();
        const other = aDefinition({ processId: 'essais.autre' as ProcessId, hash: 'definition-2', clocks: [] });
        const town = { definitionOf: () => other, routeOf: () => ROUTE };
        const { broken } = walk(play, { draw: drawFrom(seed), town, others: [other] });
        expect(broken).toEqual([]);
      }),
      { seed: 20_260_420, numRuns: 300, endOnFailure: true },
    );
  });

  it('leaves no instant at or before the one that passed, however far the calendars reach', () => {
    const days = fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 8 });
    fc.assert(
      fc.property(definition, days, fc.boolean(), (changes, jumps, short) => {
        const play = aCase(changes).build();
        if (short) play.rules = { ...play.rules, calendars: { ville: aCalendar({ to: '2026-04-24' as LocalDate }) } };
        for (const jump of jumps) {
          play.now += jump * DAY;
          play.take({ kind: 'deadlinePassed', at: play.now });
          expect(nextInstant(play.caseFile) ?? Infinity).toBeGreaterThan(play.now);
        }
      }),
      { seed: 20_260_420, numRuns: 200, endOnFailure: true },
    );
  });
});
