import type { ProcessSource } from '../../../domain/process/process-definition.generated.js';
import type { Catalog, LoadedDefinition } from '../../../src/catalog/load-catalog.js';
import { mayBeRefused } from './process-natures.js';

/** How a department usually deals with one nature of request: what a new process starts from. */
export interface Habits {
  /** Who signs most of its decisions; undefined where nobody usually does. */
  readonly signedBy?: string;
  /** The chain that goes before that signature: a file of `chains/`. */
  readonly chain?: string;
  /** The roles of that chain, in order. */
  readonly chainRoles: readonly string[];
  readonly byQuartier: boolean;
  readonly silence: 'silence-rejet' | 'silence-acceptation';
}

interface Sought {
  readonly nature: string;
  readonly organisation: string;
  readonly department: string;
  readonly sensitive: boolean;
  /** Whoever signs, when it was said. */
  readonly signedBy?: string;
}

/** Counted over the finished processes of the department, else over those of its organisation. */
export function habitsOf(sought: Sought, catalog: Catalog): Habits {
  const alike = [...catalog.definitions.values()].filter(({ definition: { nature, organisation, sensitive } }) => {
    return nature === sought.nature && organisation === sought.organisation && sensitive === sought.sensitive;
  });
  const own = alike.filter(({ definition }) => definition.department === sought.department);
  const signing = mayBeRefused(sought) ? (signingOf(own, sought) ?? signingOf(alike, sought)) : undefined;
  const { chain } = signing ?? {};
  return {
    ...signing,
    chainRoles: chain === undefined ? [] : (catalog.shared.chains.get(chain)?.roles ?? []),
    byQuartier: mostFrequent(own.map(({ source }) => String(isByQuartier(source)))) === 'true',
    silence: silenceOf(own),
  };
}

/** The department that answers most of a theme; undefined for a theme that has none yet. */
export function usualDepartment(theme: string, { definitions }: Catalog): string | undefined {
  const own = [...definitions.values()].filter(({ definition }) => definition.theme === theme);
  return mostFrequent(own.map(({ definition }) => definition.department));
}

type Signing = Pick<Habits, 'signedBy' | 'chain'>;

/** Who signs most often, and what goes before. */
function signingOf(all: readonly LoadedDefinition[], sought: Sought): Signing | undefined {
  const found = all.flatMap(({ source: { steps } }): readonly Signing[] => {
    const signedBy = steps.flatMap((step) => (step.kind === 'signature' ? [step.by] : []))[0];
    const chain = steps.flatMap((step) => (step.kind === 'endorsement' ? [step.chain] : []))[0];
    if (signedBy === undefined || Array.isArray(chain)) return [];
    return sought.signedBy === undefined || sought.signedBy === signedBy
      ? [{ signedBy, ...(chain === undefined ? {} : { chain }) }]
      : [];
  });
  const usual = mostFrequent(found.map((signing) => JSON.stringify(signing)));
  return usual === undefined ? undefined : (JSON.parse(usual) as Signing);
}

function isByQuartier({ steps }: ProcessSource): boolean {
  return steps.some((step) => step.kind === 'assignment' && step.byQuartier === true);
}

/** Where no text says that silence accepts, it rejects (CRPA, art. L231-4). */
function silenceOf(all: readonly LoadedDefinition[]): Habits['silence'] {
  const used = all.flatMap(({ source }) => source.clocks.flatMap(({ use }) => use ?? []));
  const silences = used.filter((use) => use.startsWith('silence-'));
  return mostFrequent(silences) === 'silence-acceptation' ? 'silence-acceptation' : 'silence-rejet';
}

function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
