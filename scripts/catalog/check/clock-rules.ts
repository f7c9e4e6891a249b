import type { ClockSource } from '../../../domain/process/process-definition.generated.js';
import type { ClockRule, Condition } from '../../../domain/process/runnable.js';
import { countDays } from '../../../domain/time/day-count.js';
import type { Calendar } from '../../../domain/time/calendar.js';
import type { LocalDate } from '../../../domain/time/local-date.js';
import type { CatalogFault } from '../../../src/catalog/catalog-fault.js';
import type { LoadedDefinition } from '../../../src/catalog/load-catalog.js';
import { eachDefinition, faultIn } from './check-rule.js';
import { comparedFaults } from './compared-answer.js';

/** One promise, legal clocks that name their basis, and dates that can be counted. */
export const clockRules = eachDefinition((loaded) => [
  ...shapeFaults(loaded),
  ...promiseFaults(loaded),
  ...acknowledgementFaults(loaded),
  ...uniqueFaults(loaded),
  ...conditionFaults(loaded),
  ...silenceFaults(loaded),
  ...countFaults(loaded),
]);

function shapeFaults(loaded: LoadedDefinition): readonly CatalogFault[] {
  return loaded.source.clocks.flatMap((clock, index) => {
    const pointer = `/clocks/${String(index)}`;
    const kinds = [clock.promise, clock.use, clock.legal].filter((part) => part !== undefined);
    const inShared = clock.use !== undefined && clock.promise === undefined;
    if (kinds.length !== 1 && !inShared) {
      const message = 'un délai est soit une promesse, soit un délai partagé, soit un délai légal';
      return [
        faultIn(loaded, {
          rule: 'clocks.kind',
          pointer,
          message,
          advice: 'n’écrire qu’une des clés promise, use, legal',
        }),
      ];
    }
    const missing = clock.legal === undefined || inShared ? [] : missingKeys(clock);
    return missing.map((key) =>
      faultIn(loaded, {
        rule: 'clocks.legal',
        pointer,
        message: `le délai légal n’a pas de « ${key} »`,
        advice: `ajouter ${key}, ou appeler un délai partagé : { use: silence-rejet }`,
      }),
    );
  });
}

function missingKeys(clock: ClockSource): readonly string[] {
  return (['id', 'basis', 'missingItem', 'stoppedBy'] as const).filter((key) => clock[key] === undefined);
}

function promiseFaults(loaded: LoadedDefinition): readonly CatalogFault[] {
  const promises = loaded.source.clocks.filter(({ promise }) => promise !== undefined);
  const [only] = promises;
  if (only === undefined || promises.length > 1) {
    const message = only === undefined ? 'aucune promesse de la ville' : 'plusieurs promesses de la ville';
    return [
      faultIn(loaded, {
        rule: 'clocks.promise',
        pointer: '/clocks',
        message,
        advice: 'écrire une fois { promise: 2 workingDays } ou { promise: 10 workingDays }',
      }),
    ];
  }
  const usual = only.promise === '2 workingDays' || only.promise === '10 workingDays';
  if (usual || only.basis !== undefined) return [];
  const message = `la promesse « ${only.promise ?? ''} » n’est pas l’un des deux engagements de la charte`;
  return [
    faultIn(loaded, {
      rule: 'clocks.promise-basis',
      pointer: '/clocks',
      message,
      advice: 'écrire 2 ou 10 workingDays, ou dire sur quoi elle se fonde (basis)',
    }),
  ];
}

function acknowledgementFaults(loaded: LoadedDefinition): readonly CatalogFault[] {
  const { clocks, teleservice } = loaded.definition;
  if (teleservice?.kind !== 'form' || clocks.some(({ stoppedBy }) => stoppedBy === 'acknowledgement')) return [];
  return [
    faultIn(loaded, {
      rule: 'clocks.acknowledgement',
      pointer: '/clocks',
      message: 'ce qui est envoyé en ligne a droit à un accusé de réception (CRPA, art. L112-11)',
      advice: 'ajouter { use: accuse-reception }',
    }),
  ];
}

function uniqueFaults(loaded: LoadedDefinition): readonly CatalogFault[] {
  const ids = loaded.definition.clocks.map(({ id }) => id);
  const twice = ids.findIndex((id, index) => ids.indexOf(id) < index);
  if (twice < 0) return [];
  const message = `deux délais s’appellent « ${ids[twice] ?? ''} »`;
  return [
    faultIn(loaded, {
      rule: 'clocks.unique',
      pointer: `/clocks/${String(twice)}`,
      message,
      advice: 'donner un autre id à l’un des deux',
    }),
  ];
}

/** The promise and the acknowledgement hold for whoever asks; a clock has one condition at most. */
function conditionFaults(loaded: LoadedDefinition): readonly CatalogFault[] {
  return loaded.source.clocks.flatMap(({ promise, when, unless }, index) => {
    const condition = when ?? unless;
    if (condition === undefined) return [];
    const pointer = `/clocks/${String(index)}`;
    const stoppedBy = loaded.definition.clocks[index]?.stoppedBy;
    if (promise !== undefined || stoppedBy === 'acknowledgement' || (when !== undefined && unless !== undefined)) {
      const message = 'seul un délai légal arrêté par la réponse peut avoir une condition, et une seule';
      const advice = 'garder when ou unless, sur un délai légal';
      return [faultIn(loaded, { rule: 'clocks.condition', pointer, message, advice })];
    }
    return comparedFaults(loaded, {
      condition,
      pointer: `${pointer}/${when === undefined ? 'unless' : 'when'}`,
      unknown: 'clocks.when',
      sensitive: 'clocks.when-sensitive',
    });
  });
}

/** Silence cannot mean two things at once. */
function silenceFaults(loaded: LoadedDefinition): readonly CatalogFault[] {
  const deciding = loaded.definition.clocks.filter(({ silenceMeans }) => silenceMeans !== undefined);
  const together = deciding.some((one, index) => deciding.slice(index + 1).some((other) => !excludes(one, other)));
  if (!together) return [];
  const message = 'deux délais pourraient dire ensemble ce que vaut le silence';
  const advice = 'les séparer par une même question : { when: … } sur l’un, { unless: … } sur l’autre';
  return [faultIn(loaded, { rule: 'clocks.silence', pointer: '/clocks', message, advice })];
}

function excludes(one: ClockRule, other: ClockRule): boolean {
  const same = (a: Condition | undefined, b: Condition | undefined): boolean =>
    a !== undefined && a.field === b?.field && a.equals === b.equals;
  const otherAnswers =
    one.when !== undefined && one.when.field === other.when?.field && one.when.equals !== other.when.equals;
  return otherAnswers || same(one.when, other.unless) || same(one.unless, other.when);
}

/** Weekends only: whether a limit can be counted does not depend on a town's holidays. */
const PLAIN_CALENDAR: Calendar = {
  id: 'plain',
  hash: '',
  from: '2026-01-01' as LocalDate,
  to: '2029-12-31' as LocalDate,
  closed: [],
  openExceptionally: [],
  hours: { opensAt: 540, closesAt: 1020, earlyClosings: [] },
  offsets: [{ from: 0, minutes: 60 }],
  receptionRule: 'A',
};

function countFaults(loaded: LoadedDefinition): readonly CatalogFault[] {
  return loaded.definition.clocks.flatMap(({ limit, id }, index) => {
    const count = countDays(PLAIN_CALENDAR, { start: '2026-02-28' as LocalDate, kind: limit.kind, n: limit.n });
    if (count.kind === 'dated') return [];
    const message = `le délai « ${id} » ne donne pas de date dans les deux ans à venir`;
    return [
      faultIn(loaded, {
        rule: 'clocks.count',
        pointer: `/clocks/${String(index)}`,
        message,
        advice: 'écrire un délai plus court',
      }),
    ];
  });
}
