import type { RunnableDefinition } from '../../domain/process/runnable.js';
import type { CasePlayer } from '../../src/catalog/case-player.js';
import { nextWords, playToTheEnd, say } from '../../scripts/catalog/play/shortest-path.js';
import { DemoTown } from '../support/demo-town.js';
import { drawFrom, walk } from '../support/random-walk.js';

const town = new DemoTown();
const every = town.definitions.map((definition) => [definition.processId, definition] as const);

/** Answers that take every branch: a step with a `when` is entered. */
function answersOf({ steps }: RunnableDefinition): Readonly<Record<string, string | boolean>> {
  return Object.fromEntries(
    steps.flatMap((step) => (step.kind === 'inspection' && step.when ? [[step.when.field, step.when.equals]] : [])),
  );
}

/** Plays until the given number of endorsements is reached; false where the chain is shorter. */
function playToEndorsement(play: CasePlayer, count: number): boolean {
  play.settle();
  for (;;) {
    const asked = play.caseFile.tasks.some(({ kind }) => kind === 'endorse' || kind === 'sign');
    if (asked && play.caseFile.endorsements.length === count) return true;
    const words = nextWords(play.caseFile);
    if (words === undefined || play.caseFile.reply !== undefined || play.caseFile.status.kind !== 'open') return false;
    say(play, words, { details: {}, town });
  }
}

function chainOf({ steps }: RunnableDefinition): readonly string[] {
  return steps.flatMap((step) => (step.kind === 'endorsement' ? step.chain : []));
}

describe('every process of the catalogue', () => {
  it('was read without a fault, and there are some', () => {
    expect(town.catalog.faults).toEqual([]);
    expect(every.length).toBeGreaterThan(200);
  });

  it.each(every)('reaches its reply by its shortest path: %s', (_id, definition) => {
    const play = town.open(definition);
    playToTheEnd(play, town);
    expect(play.caseFile).toMatchObject({ status: { conclusion: { kind: 'answered' } }, reply: { state: 'gone' } });
  });

  it.each(every)('reaches it with every branch taken, and by post: %s', (_id, definition) => {
    const play = town.open(definition, { answers: answersOf(definition), replyChannel: 'letter' });
    playToTheEnd(play, town);
    expect(play.caseFile.reply).toMatchObject({ state: 'gone', channel: 'letter' });
  });

  it.each(every)(
    'can be sent back at each endorsement and by the signer, to each earlier person: %s',
    (_id, definition) => {
      const chain = chainOf(definition);
      let sentBack = 0;
      for (let count = 0; count <= chain.length; count++) {
        for (const to of ['author', ...chain.slice(0, count)]) {
          const play = town.open(definition);
          if (!playToEndorsement(play, count)) continue;
          const [task] = play.caseFile.tasks;
          say(play, `${task!.role} sends back`, { details: { to }, town });
          expect(play.caseFile.tasks).toMatchObject([
            to === 'author' ? { kind: 'answer' } : { kind: 'endorse', role: to },
          ]);
          playToTheEnd(play, town);
          expect(play.caseFile.status).toMatchObject({ conclusion: { kind: 'answered' } });
          sentBack++;
        }
      }
      const signers = definition.steps.some(({ kind }) => kind === 'signature') ? 1 : 0;
      const turns = chain.map((_, i) => i + 1).reduce((sum, n) => sum + n, 0);
      expect(sentBack).toBe(definition.steps[0]?.kind === 'qualification' ? 0 : turns + signers * (chain.length + 1));
    },
  );

  it.each(every.filter(([, { reopeningDays }]) => reopeningDays > 0))(
    'can be reopened, and answered anew: %s',
    (_id, definition) => {
      const play = town.open(definition);
      playToTheEnd(play, town);
      say(play, 'citizen reopens', { details: {}, town });
      playToTheEnd(play, town);
      expect(play.caseFile).toMatchObject({ reopenings: 1, status: { conclusion: { kind: 'answered' } } });
    },
  );

  it.each(every.map(([id, definition], index) => [id, definition, index] as const))(
    'stands fifty acts of chance, and somebody can always act: %s',
    (_id, definition, index) => {
      const others = town.definitions.filter((_, i) => i % 37 === index % 37);
      const { broken } = walk(town.open(definition), { draw: drawFrom(index + 1), town, others });
      expect(broken).toEqual([]);
    },
  );
});
