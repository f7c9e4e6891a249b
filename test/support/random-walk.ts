import { isDeepStrictEqual } from 'node:util';
import { advance } from '../../domain/case/advance.js';
import type { CaseEvent } from '../../domain/case/case-event.js';
import type { CaseFile } from '../../domain/case/case-file.js';
import { foldCase } from '../../domain/case/fold.js';
import { nextInstant } from '../../domain/case/next-instant.js';
import { openCase } from '../../domain/case/open-case.js';
import { refusalOf } from '../../domain/case/refusal-of.js';
import { CHAIN_ROLES } from '../../domain/people/role.js';
import type { RunnableDefinition } from '../../domain/process/runnable.js';
import { DAY, HOUR } from '../../domain/time/instant.js';
import type { CasePlayer, EffectEnd } from '../../src/catalog/case-player.js';
import { WORDS } from '../../scripts/catalog/play/possible-words.js';
import { nextWords } from '../../scripts/catalog/play/shortest-path.js';
import { spokenMove, type Details, type Town } from '../../src/catalog/spoken-acts.js';

/** A whole number below `n`. */
export type Draw = (n: number) => number;

/** The same numbers for the same seed (mulberry32). */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % n;
  };
}

const PEOPLE = ['p-dgs', 'p-x'] as const;

export interface Walk {
  readonly play: CasePlayer;
  /** How many acts were refused, and how many done. */
  readonly refused: number;
  readonly done: number;
  /** What a case promises and did not keep; empty for a sound engine. */
  readonly broken: readonly string[];
}

/** Lets people, time and neighbours do what they like with a case, and looks after each act whether it keeps its promises. */
export function walk(
  play: CasePlayer,
  context: { readonly draw: Draw; readonly town: Town; readonly others: readonly RunnableDefinition[] },
  acts = 50,
): Walk {
  const { draw, town, others } = context;
  const broken: string[] = [];
  const states: CaseFile[] = [];
  const first = play.rules.definition;
  let refused = 0;
  let done = 0;
  play.world = () =>
    (['done', 'done', 'done', 'failed', 'inDoubt', 'later'] as const satisfies readonly EffectEnd[])[draw(6)]!;
  const take = play.take.bind(play);
  play.take = (event) => {
    const before = play.caseFile;
    const outcome = take(event);
    broken.push(
      ...promisesBroken(before, event, play.caseFile).map(
        (one) => `${event.kind} at ${String(play.caseFile.revision)}: ${one}`,
      ),
    );
    states.push(play.caseFile);
    return outcome;
  };
  for (let n = 0; n < acts; n++) {
    if (draw(4) === 0) {
      play.moveTo(play.now + draw(draw(5) === 0 ? 60 : 6) * DAY + draw(24) * HOUR);
      play.settle();
      continue;
    }
    const asked = draw(2) === 0 ? nextWords(play.caseFile) : undefined;
    const words = asked ?? WORDS[draw(WORDS.length)]!;
    if (tryWords(play, words, { details: detailsFrom(draw, others), town, broken })) done++;
    else refused++;
  }
  broken.push(...foldBroken(play, states, [first, ...others]));
  return { play, refused, done, broken };
}

interface Trial {
  readonly details: Details;
  readonly town: Town;
  readonly broken: string[];
}

function tryWords(play: CasePlayer, words: string, { broken, ...context }: Trial): boolean {
  const move = spokenMove(play, words, context);
  if (typeof move === 'string') throw new Error(move);
  const before = play.caseFile;
  const because = play.play(move);
  if (because === undefined) return true;
  const { definition: _definition, authenticated: _authenticated, ...rest } = move;
  const command = { ...rest, id: 'refused', at: play.now, storedRevision: before.revision };
  const after = advance(play.rules, before, { kind: 'command', at: play.now, command }).caseFile;
  const changed = { ...after, revision: before.revision, at: before.at };
  const again = refusalOf(play.rules, before, command);
  if (again !== undefined && !isDeepStrictEqual(changed, before))
    broken.push(`« ${words} » was refused and changed the case`);
  return false;
}

function detailsFrom(draw: Draw, others: readonly RunnableDefinition[]): Details {
  const to = ['author', ...CHAIN_ROLES][draw(CHAIN_ROLES.length + 1)];
  const until = `20${String(26 + draw(2))}-${String(1 + draw(12)).padStart(2, '0')}-15`;
  const by = draw(6) === 0 ? { by: PEOPLE[draw(PEOPLE.length)] } : {};
  const conclusion = ['answered', 'planned', 'done', 'refused', 'notOurs'][draw(5)];
  const channel = ['email', 'letter', 'spoken', 'none'][draw(4)];
  const process = others[draw(Math.max(1, others.length))]?.processId ?? '';
  return { to, until, conclusion, channel, process, required: draw(2) === 0, authenticated: draw(4) > 0, ...by };
}

function promisesBroken(before: CaseFile, event: CaseEvent, after: CaseFile): readonly string[] {
  const next = nextInstant(after);
  const open = after.status.kind === 'open';
  const promises: readonly (readonly [boolean, string])[] = [
    [after.at >= before.at, 'the instant went back'],
    [after.revision === before.revision + 1, 'the revision is not the next one'],
    [after.status.kind === 'ended' || next !== undefined, 'no future instant'],
    [event.kind !== 'deadlinePassed' || next === undefined || next > after.at, 'an instant that has passed is left'],
    [!open || after.tasks.length > 0 || after.effects.length > 0, 'open, and nobody can act'],
    [open || after.tasks.length === 0, 'closed, and somebody is still asked'],
    [isDeepStrictEqual(JSON.parse(JSON.stringify(after)), after), 'not the same once stored'],
    [after.endorsements.every(({ person }) => person !== after.answer?.author), 'an answer endorsed by its author'],
    [
      after.signature === undefined || after.signature.person !== after.answer?.author,
      'an answer signed by its author',
    ],
  ];
  return promises.filter(([kept]) => !kept).map(([, what]) => what);
}

/** Lives the case again from its events: the same states, one after the other. */
function foldBroken(
  play: CasePlayer,
  states: readonly CaseFile[],
  definitions: readonly RunnableDefinition[],
): readonly string[] {
  const { calendars } = play.rules;
  const definitionOf = (hash: string): RunnableDefinition => definitions.find((one) => one.hash === hash)!;
  const hash = play.lines[0]?.opened?.definition.hash ?? '';
  const opened = openCase({ definition: definitionOf(hash), calendars }, play.opening);
  const hashes = Object.fromEntries(Object.entries(calendars).map(([id, calendar]) => [id, calendar.hash]));
  const folded = foldCase({ caseFile: opened.caseFile, calendars: hashes }, play.events, ({ definition }) => ({
    definition: definitionOf(definition),
    calendars,
  }));
  const different = folded.outcomes.findIndex(({ caseFile }, i) => !isDeepStrictEqual(caseFile, states[i]));
  return different === -1 ? [] : [`the fold differs at revision ${String(different + 1)}`];
}
