import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Opening } from '../../../domain/case/open-case.js';
import { CHAIN_ROLES } from '../../../domain/people/role.js';
import { REFUSAL_SENTENCES } from '../../../domain/text/refusal-sentences.js';
import type { CasePlayer, EffectEnd } from '../../../src/catalog/case-player.js';
import { spokenMove } from '../../../src/catalog/spoken-acts.js';
import type { PlayTown } from './play-town.js';

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

/** A scenario and the rules part: at one of its steps, or at its end. */
export class ScenarioError extends Error {
  constructor(
    /** French. */
    message: string,
    /** JSON pointer into the scenario. */
    readonly pointer: string,
    /** The case as it stands there. */
    readonly play: CasePlayer,
  ) {
    super(message);
  }
}

/** Plays a scenario and compares how it ends. @throws ScenarioError where it does not go as it says */
export function tellScenario(town: PlayTown, processId: string, scenario: Scenario): void {
  const play = playScenario(town, processId, scenario);
  told('/then', play, () => {
    compare(seen(play, town), scenario.then);
  });
}

/** Plays a scenario to its end. @throws ScenarioError where a step does not happen as it says */
export function playScenario(town: PlayTown, processId: string, { given, steps }: Scenario): CasePlayer {
  const definition = town.definitionOf(processId);
  if (definition === undefined) throw new Error(`Le processus « ${processId} » n’existe pas`);
  const play = town.open(definition, {
    at: town.at(given.enteredOn ?? given.receivedOn),
    receivedAt: town.at(given.receivedOn),
    acknowledgement: (given.mailAddress ?? true) ? 'mail' : 'none',
    ...(given.channel === undefined ? {} : { channel: given.channel }),
    ...(given.replyChannel === undefined ? {} : { replyChannel: given.replyChannel }),
    ...(given.answers === undefined ? {} : { answers: given.answers }),
  });
  play.settle();
  for (const [index, step] of steps.entries())
    told(`/steps/${String(index)}`, play, () => {
      playStep(play, town, step);
    });
  return play;
}

function told(pointer: string, play: CasePlayer, happens: () => void): void {
  try {
    happens();
  } catch (error) {
    throw new ScenarioError(error instanceof Error ? error.message : String(error), pointer, play);
  }
}

function playStep(play: CasePlayer, town: PlayTown, step: Step): void {
  const { on, refused, because, expect: expected, world, ...rest } = step;
  if (on !== undefined) moveTo(play, town, textOf(on));
  if (world !== undefined) setWorld(play, textOf(world));
  if (expected !== undefined) compare(seen(play, town), expected as Expected);
  const role = Object.keys(rest).find((key) => PEOPLE.includes(key));
  if (refused !== undefined) playAct(play, town, { words: textOf(refused), details: rest, wanted: textOf(because) });
  else if (role !== undefined) {
    const { [role]: act, ...details } = rest;
    playAct(play, town, { words: `${role} ${textOf(act)}`, details, wanted: 'done' });
  } else if (Object.keys(rest).length > 0) throw new Error(`Ligne incomprise : ${JSON.stringify(step)}`);
}

function playAct(play: CasePlayer, town: PlayTown, act: { words: string; details: Step; wanted: string }): void {
  const move = spokenMove(play, act.words, { details: act.details, town });
  if (typeof move === 'string') throw new Error(move);
  const refusal = play.play(move);
  const outcome = refusal ?? 'done';
  if (outcome === act.wanted) return;
  const why = refusal === undefined ? '' : ` : ${REFUSAL_SENTENCES[refusal]}`;
  throw new Error(`« ${act.words} » : ${outcome}, et non ${act.wanted}${why}`);
}

function textOf(value: unknown): string {
  if (typeof value !== 'string') throw new Error(`Un mot était attendu, et non ${JSON.stringify(value)}`);
  return value;
}

function moveTo(play: CasePlayer, town: PlayTown, date: string): void {
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
export function seen(play: CasePlayer, town: PlayTown): Expected {
  const { caseFile, lines } = play;
  const { clocks, tasks } = caseFile;
  return {
    ...endOf(play, town),
    ...replyOf(play),
    process: caseFile.definition.processId,
    promisedOn: clocks.find(({ id }) => id === 'promise')?.promisedOn,
    clocks: Object.fromEntries(clocks.map(({ id, state }) => [id, state])),
    due: Object.fromEntries(clocks.map(({ id, dueOn }) => [id, dueOn ?? 'none'])),
    asked: tasks.map(({ kind, role }) => `${kind} ${role}`).join(', '),
    escalations: lines.filter(({ code }) => code === 'clock.escalated').length,
    silence: lines.flatMap(({ code, about }) => (code === 'clock.silence' ? [about?.['means']] : [])).join(', '),
    reopenings: caseFile.reopenings,
    incidents: caseFile.effects.filter(({ state }) => state === 'failed').length,
  };
}

function endOf({ caseFile: { status, reply } }: CasePlayer, town: PlayTown): Expected {
  if (status.kind === 'open') return { status: reply?.state ?? 'open', conclusion: undefined, closedOn: undefined };
  const { conclusion, at, kind } = status;
  return { status: reply?.state === 'gone' ? 'replied' : kind, conclusion: conclusion.kind, closedOn: town.dayOf(at) };
}

function replyOf({ caseFile, ordered }: CasePlayer): Expected {
  const sent = (kind: string): number => ordered.filter(({ effect }) => effect.kind === kind).length;
  return {
    endorsedBy: caseFile.endorsements.map(({ role }) => role),
    signedBy: caseFile.signature?.role,
    repliedBy: caseFile.reply?.channel,
    repliesSent: sent('sendReply'),
    remindersSent: sent('remind'),
    citizenTold: ordered.flatMap(({ effect }) => (effect.kind === 'tellCitizen' ? [effect.about] : [])),
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
