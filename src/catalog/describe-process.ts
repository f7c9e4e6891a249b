import type { Directory } from '../../domain/people/directory.js';
import type { Fact, ProcessDefinition } from '../../domain/process/process-definition.js';
import { formSchema } from '../../domain/request/form-schema.js';
import { timeLimitInFrench } from '../../domain/time/time-limit.js';
import { printInstant } from '../calendar/read-instant.js';
import type { PublishedVersion } from '../database/repositories/process-versions.repository.js';
import type { TownFacts } from '../database/repositories/tariffs.repository.js';
import { departmentName, headName, teamName } from '../people/person-names.js';
import type { ProcessNames } from './process-names.js';
import { stepWords } from './process-words.js';
import type { PromiseDto } from './promise.dto.js';
import type {
  TeleserviceDto,
  FactDto,
  PhoneDto,
  PriceDto,
  ProcessSheetDto,
  ProcessSummaryDto,
  PublicProcessDto,
  ScriptDto,
} from './process.dto.js';

/** Where names are found. */
export interface NamesSource {
  readonly directory: Directory;
  readonly facts: TownFacts;
  readonly titleOf: (processId: string) => string | undefined;
}

/** The names that the town and the catalogue give them. */
export function namesOf({ directory, facts, titleOf }: NamesSource): ProcessNames {
  return {
    department: (id) => departmentName(directory, id),
    team: (id) => teamName(directory, id),
    process: (id) => titleOf(id) ?? id,
    phone: (key) => facts.phoneNumbers.get(key)?.number ?? key,
    tariff: (key) => facts.tariffs.get(key)?.label ?? key,
  };
}

/** What a sheet needs beside the definition. */
export interface SheetContext extends NamesSource {
  readonly promisedNow: PromiseDto;
}

/** `facts` turn the keys of the town into its addresses; without them no address is told. */
export function summaryOf(
  { definition }: PublishedVersion,
  directory: Directory,
  facts?: TownFacts,
): ProcessSummaryDto {
  const { id, version, title, theme, themeTitle, nature, organisation, department, sensitive, teleservice, clocks } =
    definition;
  const promise = clocks.find(({ kind }) => kind === 'promise');
  return {
    id,
    version,
    title,
    theme: { id: theme, name: facts?.themes.get(theme) ?? themeTitle },
    nature,
    organisation: {
      id: organisation,
      name: directory.organisations.find((one) => one.id === organisation)?.name ?? organisation,
    },
    department: { id: department, name: departmentName(directory, department) },
    promise: promise === undefined ? '' : timeLimitInFrench(promise.limit),
    sensitive,
    ...(teleservice === undefined ? {} : { teleservice: teleserviceOf(teleservice, facts) }),
  };
}

/** The public part of a sheet: nothing of it is for agents only. */
export function publicProcess(version: PublishedVersion, context: SheetContext): PublicProcessDto {
  const { definition } = version;
  const price = priceOf(definition, context.facts);
  return {
    ...summaryOf(version, context.directory, context.facts),
    audience: definition.audience,
    needed: definition.needed,
    ...(price === undefined ? {} : { price }),
    stoppers: definition.stoppers.map(({ when, number, say }) => ({
      when,
      say,
      phone: phoneOf(number, context.facts),
    })),
    channels: definition.channels,
    identity: definition.identity,
    form: { fields: definition.form.fields, ...formSchema(definition.form) },
    facts: definition.facts.map(factOf),
    seeAlso: definition.seeAlso.flatMap((id) => {
      const name = context.titleOf(id);
      return name === undefined ? [] : [{ id, name }];
    }),
    ...(definition.season?.note === undefined ? {} : { season: definition.season.note }),
    promisedNow: context.promisedNow,
  };
}

/** The whole sheet. */
export function processSheet(version: PublishedVersion, context: SheetContext): ProcessSheetDto {
  const { definition, hash, publishedAt } = version;
  const { firstContact, legalSoftware } = definition;
  const names = namesOf(context);
  const owner = headName(context.directory, definition.department);
  return {
    ...publicProcess(version, context),
    hash,
    ...(owner === undefined ? {} : { owner }),
    publishedAt: printInstant(publishedAt.getTime()),
    sector: definition.sector,
    phrasings: definition.phrasings,
    script: scriptOf(definition, context.facts),
    steps: definition.steps.map((step) => ({ kind: step.kind, words: stepWords(step, definition, names) })),
    answerAtOnce: definition.answerAtOnce,
    ...(firstContact === undefined ? {} : { firstContact }),
    ...(legalSoftware === undefined ? {} : { legalSoftware }),
    reopeningDays: definition.reopeningDays,
  };
}

function scriptOf({ script }: ProcessDefinition, facts: TownFacts): ScriptDto {
  const { opening, questions, say, handOver, urgent } = script;
  return {
    ...(opening === undefined ? {} : { opening }),
    questions,
    say,
    handOver,
    urgent: urgent.map(({ when, call, number }) => ({ when, call, phone: phoneOf(number, facts) })),
  };
}

/** A definition names the town's tariff by its key; the price is what the town last voted. */
function priceOf({ price }: ProcessDefinition, { tariffs }: TownFacts): PriceDto | undefined {
  if (price === undefined) return undefined;
  const tariff = price.tariff === undefined ? undefined : tariffs.get(price.tariff);
  if (tariff === undefined) return { note: price.note };
  const { label, cents, unit, decidedAt, deliberation } = tariff;
  return { note: price.note, label, cents, unit, decidedOn: decidedAt, deliberation };
}

/** A key of the town leads to its address; an address that is written stays. */
function teleserviceOf(
  { url, ...rest }: NonNullable<ProcessDefinition['teleservice']>,
  facts: TownFacts | undefined,
): TeleserviceDto {
  const address = url?.startsWith('ville.') === true ? facts?.links.get(url)?.url : url;
  return address === undefined ? rest : { ...rest, url: address };
}

/** A national number (« 112 ») as it is, one of the town's by its key. */
function phoneOf(number: string, { phoneNumbers }: TownFacts): PhoneDto {
  const known = phoneNumbers.get(number);
  return known === undefined ? { number } : { number: known.number, label: known.label, hours: known.hours };
}

function factOf({ text, source, checkedOn, confirm }: Fact): FactDto {
  const { reference, url } = source;
  return { text, reference, ...(url === undefined ? {} : { url }), checkedOn, toConfirm: confirm === true };
}
