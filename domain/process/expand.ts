import { typeset } from '../text/french-typography.js';
import { expandClocks } from './expand-clocks.js';
import { expandForm, expandScript } from './expand-form.js';
import { expandSteps } from './expand-steps.js';
import type {
  ChainSource,
  ProcessSource,
  SharedClockSource,
  SharedFormSource,
} from './process-definition.generated.js';
import type { Duration, IntakeChannel, Nature, ProcessDefinition, ReplyTemplates } from './process-definition.js';
import { SCHEMA_VERSION } from './process-definition.js';
import { isProcessId } from './process-ref.js';

/** What a definition may name, by name. */
export interface SharedParts {
  readonly chains: ReadonlyMap<string, ChainSource>;
  readonly forms: ReadonlyMap<string, SharedFormSource>;
  readonly clocks: ReadonlyMap<string, SharedClockSource>;
  readonly themes: ReadonlyMap<string, Theme>;
  /** Texts that say how a decision can be contested. */
  readonly remedies: ReadonlyMap<string, string>;
  readonly replies: ReplyTemplates;
}

export interface Theme {
  readonly theme: string;
  readonly title: string;
  /** Where data of citizens of this theme are kept, apart from the others. */
  readonly sector: string;
}

/** A name that leads nowhere: JSON pointer in the source, the kind of part, the name. */
export interface UnresolvedName {
  readonly pointer: string;
  readonly part: 'chain' | 'form' | 'clock' | 'remedy' | 'theme' | 'id';
  readonly name: string;
}

export type Expansion =
  | { readonly kind: 'expanded'; readonly definition: ProcessDefinition }
  | { readonly kind: 'unresolved'; readonly names: readonly UnresolvedName[] };

const DEFAULT_CHANNELS: readonly IntakeChannel[] = ['teleservice', 'telephone', 'frontDesk', 'letter', 'email'];

const DEFAULT_RETENTION: Readonly<Record<Nature, string>> = {
  report: '1 years',
  information: '2 years',
  question: '2 years',
  procedure: '5 years',
  complaint: '5 years',
};

/** Resolves shared parts and defaults into a full definition. The source must already follow the schema. */
export function expand(source: ProcessSource, parts: SharedParts): Expansion {
  const names = unresolvedNames(source, parts);
  const theme = parts.themes.get(themeOf(source.id));
  if (names.length > 0 || theme === undefined || !isProcessId(source.id)) return { kind: 'unresolved', names };
  const definition: ProcessDefinition = {
    schemaVersion: SCHEMA_VERSION,
    id: source.id,
    version: source.version,
    title: typeset(source.title),
    theme: theme.theme,
    themeTitle: theme.title,
    organisation: source.organisation,
    department: source.department,
    ...dataRules(source, theme),
    ...textsOf(source),
    script: expandScript(source, parts.forms),
    form: expandForm(source, parts.forms),
    clocks: expandClocks(source, parts.clocks),
    steps: expandSteps(source, parts.chains),
    answerAtOnce: source.answerAtOnce ?? [],
    replies: parts.replies,
    seeAlso: source.seeAlso ?? [],
    publicMap: source.publicMap ?? false,
    ...(source.duplicatesRadius === undefined ? {} : { duplicatesRadius: source.duplicatesRadius }),
    ...(source.season === undefined ? {} : { season: typesetAll(source.season) }),
  };
  return { kind: 'expanded', definition };
}

/** The theme is the first segment of the id, up to the dot: `etat-civil.copie-acte-naissance` → `etat-civil`. */
export function themeOf(processId: string): string {
  return processId.split('.')[0] ?? '';
}

function dataRules(source: ProcessSource, theme: Theme) {
  return {
    nature: source.nature,
    sector: source.sector ?? theme.sector,
    sensitive: source.sensitive ?? false,
    identity:
      source.identity ?? (source.nature === 'procedure' || source.nature === 'complaint' ? 'required' : 'optional'),
    channels: source.channels ?? DEFAULT_CHANNELS,
    retention: durationOf(source.retention ?? DEFAULT_RETENTION[source.nature]),
    afterRetention: source.afterRetention ?? 'destroy',
    reopeningDays: Number((source.reopening ?? '30 days').split(' ')[0]),
  } as const;
}

function textsOf(source: ProcessSource) {
  return {
    audience: typeset(source.audience),
    phrasings: source.phrasings,
    needed: (source.needed ?? []).map(typeset),
    stoppers: (source.stoppers ?? []).map(typesetAll),
    facts: (source.facts ?? []).map((fact) => ({
      ...fact,
      text: typeset(fact.text),
      source: { ...fact.source, reference: typeset(fact.source.reference) },
    })),
    ...(source.price === undefined ? {} : { price: typesetAll(source.price) }),
    ...(source.firstContact === undefined ? {} : { firstContact: typeset(source.firstContact) }),
    ...(source.teleservice === undefined
      ? {}
      : { teleservice: { ...source.teleservice, summary: typeset(source.teleservice.summary) } }),
    ...(source.legalSoftware === undefined ? {} : { legalSoftware: typeset(source.legalSoftware) }),
  };
}

/** Sets the texts of a flat record; keys, numbers and dates have nothing that typography would touch. */
function typesetAll<T extends object>(record: T): T {
  const set = Object.entries(record).map(([key, value]: [string, unknown]) => [
    key,
    typeof value === 'string' && ['when', 'say', 'note', 'call'].includes(key) ? typeset(value) : value,
  ]);
  return Object.fromEntries(set) as T;
}

function durationOf(text: string): Duration {
  const [n, unit] = text.split(' ');
  return { n: Number(n), unit: unit === 'days' || unit === 'months' ? unit : 'years' };
}

function unresolvedNames(source: ProcessSource, parts: SharedParts): readonly UnresolvedName[] {
  const found: UnresolvedName[] = [];
  const need = (known: boolean, name: UnresolvedName): void => {
    if (!known) found.push(name);
  };
  need(isProcessId(source.id), { pointer: '/id', part: 'id', name: source.id });
  need(parts.themes.has(themeOf(source.id)), { pointer: '/id', part: 'theme', name: themeOf(source.id) });
  const { form } = source;
  if (typeof form === 'string') need(parts.forms.has(form), { pointer: '/form', part: 'form', name: form });
  else {
    (form?.include ?? []).forEach((name, index) => {
      need(parts.forms.has(name), { pointer: `/form/include/${String(index)}`, part: 'form', name });
    });
  }
  source.clocks.forEach(({ use }, index) => {
    if (use !== undefined) {
      need(parts.clocks.has(use), { pointer: `/clocks/${String(index)}/use`, part: 'clock', name: use });
    }
  });
  source.steps.forEach((step, index) => {
    if (step.kind !== 'endorsement' || typeof step.chain !== 'string') return;
    need(parts.chains.has(step.chain), { pointer: `/steps/${String(index)}/chain`, part: 'chain', name: step.chain });
  });
  remediesNamed(source).forEach(({ pointer, name }) => {
    need(parts.remedies.has(name), { pointer, part: 'remedy', name });
  });
  return found;
}

function remediesNamed({ appeal }: ProcessSource): readonly Omit<UnresolvedName, 'part'>[] {
  if (appeal === undefined) return [];
  if (typeof appeal === 'string') return [{ name: appeal, pointer: '/appeal' }];
  return [
    ...appeal.byAnswer.map(({ use }, index) => ({ name: use, pointer: `/appeal/byAnswer/${String(index)}/use` })),
    { name: appeal.otherwise, pointer: '/appeal/otherwise' },
  ];
}
