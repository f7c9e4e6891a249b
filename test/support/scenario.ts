import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Opening } from '../../domain/case/open-case.js';
import { CHAIN_ROLES } from '../../domain/people/role.js';
import type { CasePlayer, EffectEnd } from '../../src/catalog/case-player.js';
import { spokenMove } from '../../src/catalog/spoken-acts.js';
import type { DemoTown } from './demo-town.js';

/** What a file says of one process; its format is in `test/scenarios/README.md`. */
export interface ScenarioFile {
  readonly process: string;
  readonly scenarios: readonly Scenario[];
}

export interface Scenario {
  readonly name: string;
  readonly given: Given;
  readonly steps: readonly Step[];
  readonly then: Expected;
}

interface Given {
  readonly receivedOn: string;
  /** The day of entry, where a letter was entered later. */
  readonly enteredOn?: string;
  readonly channel?: Opening['channel'];
  readonly replyChannel?: Opening['replyChannel'];
  readonly answers?: Opening['answers'];
  readonly mailAddress?: boolean;
}

type Step = Readonly<Record<string, unknown>>;

/** What a case is expected to be; each name that is given is compared. */
export type Expected = Readonly<Record<string, unknown>>;

const PEOPLE = ['referent', 'ambassador', 'patroller', 'citizen', 'author', 'administrator', ...CHAIN_ROLES];
const WORLD: Readonly<Record<string, EffectEnd>> = {
  works: 'done',
  'mail fails': 'failed',
  'mail in doubt': 'inDoubt',
};

export function readScenarios(file: string): ScenarioFile {
  return parse(readFileSync(file, 'utf8')) as ScenarioFile;
}

/** Plays a scenario to its end; throws where a step does not happen as it says. */
export function playScenario(town: DemoTown, processId: string, { given, steps }: Scenario): CasePlayer {
  const definition = town.definitionOf(processId);
  if (definition === undefined) throw new Error(`Le processus « ${processId} » n’existe pas`);
  const play = town.open(definition, {
    at: town.at(given.enteredOn ?? given.receivedOn),
    receivedAt: town.at(given.receivedOn),
    acknowledgeByMail: given.mailAddress ?? true,
    ...(given.channel === undefined ? {} : { channel: given.channel }),
    ...(given.replyChannel === undefined ? {} : { replyChannel: given.replyChannel }),
    ...(given.answers === undefined ? {} : { answers: given.answers }),
  });
  play.settle();
  for (const step of steps) playStep(play, town, step);
  return play;
}

function playStep(play: CasePlayer, town: DemoTown, step: Step): void {
  const { on, refused, because, expect: expected, world, ...rest } = step;
  if (on !== undefined) moveTo(play, town, String(on as string));
  if (world !== undefined) setWorld(play, String(world as string));
  if (expected !== undefined) compare(seen(play, town), expected as Expected);
  const role = Object.keys(rest).find((key) => PEOPLE.includes(key));
  if (refused === undefined && role === undefined) return;
  const words =
    refused === undefined ? `${role ?? ''} ${String(rest[role ?? ''] as string)}` : String(refused as string);
  const { [role ?? '']: _words, ...details } = rest;
  const move = spokenMove(play, words, { details, town });
  if (typeof move === 'string') throw new Error(move);
  const outcome = play.play(move) ?? 'done';
  const wanted = refused === undefined ? 'done' : String(because as string);
  if (outcome !== wanted) throw new Error(`« ${words} » : ${outcome}, et non ${wanted}`);
}

function moveTo(play: CasePlayer, town: DemoTown, date: string): void {
  const instant = town.at(date);
  if (instant < play.now && town.dayOf(play.now) > date) throw new Error(`Le ${date} est déjà passé`);
  play.moveTo(instant);
}

function setWorld(play: CasePlayer, words: string): void {
  const end = WORLD[words];
  if (end === undefined) throw new Error(`« ${words} » n’est pas un état du monde : ${Object.keys(WORLD).join(', ')}`);
  play.world = (effect) => (effect.kind === 'sendReply' ? end : 'done');
}

/** A case in the words of `then`. */
export function seen(play: CasePlayer, town: DemoTown): Expected {
  const { caseFile, ordered, lines } = play;
  const { status, clocks, reply, tasks } = caseFile;
  const closed = status.kind === 'open' ? undefined : status;
  const sent = (kind: string): number => ordered.filter(({ effect }) => effect.kind === kind).length;
  return {
    status: closed === undefined ? (reply?.state ?? 'open') : reply?.state === 'gone' ? 'replied' : status.kind,
    conclusion: closed?.conclusion.kind,
    closedOn: closed === undefined ? undefined : town.dayOf(closed.at),
    process: caseFile.definition.processId,
    promisedOn: clocks.find(({ id }) => id === 'promise')?.promisedOn,
    clocks: Object.fromEntries(clocks.map(({ id, state }) => [id, state])),
    due: Object.fromEntries(clocks.map(({ id, dueOn }) => [id, dueOn ?? 'none'])),
    asked: tasks.map(({ kind, role }) => `${kind} ${role}`).join(', '),
    endorsedBy: caseFile.endorsements.map(({ role }) => role),
    signedBy: caseFile.signature?.role,
    repliedBy: reply?.channel,
    repliesSent: sent('sendReply'),
    remindersSent: sent('remind'),
    escalations: lines.filter(({ code }) => code === 'clock.escalated').length,
    silence: lines
      .filter(({ code }) => code === 'clock.silence')
      .map(({ about }) => about?.['means'])
      .join(', '),
    citizenTold: ordered.flatMap(({ effect }) => (effect.kind === 'tellCitizen' ? [effect.about] : [])),
    reopenings: caseFile.reopenings,
    incidents: caseFile.effects.filter(({ state }) => state === 'failed').length,
  };
}

/** Compares what was named, and says in one line each what differs. */
export function compare(found: Expected, expected: Expected): void {
  const different = Object.entries(expected).flatMap(([name, wanted]) => {
    if (!(name in found)) return [`« ${name} » n’est pas une chose que l’on puisse attendre`];
    const has = named(found[name], wanted);
    return JSON.stringify(has) === JSON.stringify(wanted)
      ? []
      : [`${name} : ${JSON.stringify(has)}, et non ${JSON.stringify(wanted)}`];
  });
  if (different.length > 0) throw new Error(different.join('\n'));
}

/** Of several clocks, those that were named, in the order in which they were. */
function named(found: unknown, wanted: unknown): unknown {
  if (typeof wanted !== 'object' || wanted === null || Array.isArray(wanted)) return found;
  return Object.fromEntries(Object.keys(wanted).map((key) => [key, (found as Readonly<Record<string, unknown>>)[key]]));
}
