import type { CaseFile, Task, TaskKind } from '../../../domain/case/case-file.js';
import type { CasePlayer } from '../../../src/catalog/case-player.js';
import { spokenMove, type Details, type Town } from '../../../src/catalog/spoken-acts.js';

/** What each kind of task asks of whoever holds it, in the words of a play. */
const WORDS: Readonly<Record<TaskKind, (task: Task) => string>> = {
  qualify: () => 'ambassador answers at once',
  reassign: () => 'ambassador reassigns',
  answer: () => 'referent answers',
  inspect: () => 'patroller gives a finding',
  giveOpinion: () => 'referent gives an opinion',
  endorse: ({ role }) => `${role} endorses`,
  sign: ({ role }) => `${role} signs`,
  confirmPosting: ({ role }) => `${role} confirms the posting`,
  settleDoubt: ({ role }) => `${role} says it left`,
};

/** The act that brings a case nearer to its reply; `undefined` where nobody is asked for anything. */
export function nextWords(caseFile: CaseFile): string | undefined {
  const inTheWay = caseFile.tasks.find(({ kind }) => kind !== 'answer');
  const task = inTheWay ?? caseFile.tasks[0];
  return task === undefined ? undefined : WORDS[task.kind](task);
}

/** Longer than any chain: a play that takes more acts goes round in circles. */
const MOST_ACTS = 40;

/** Does what is asked, act after act, until the case is no longer open. Gives the acts done, or throws at a dead end. */
export function playToTheEnd(play: CasePlayer, town: Town): readonly string[] {
  const done: string[] = [];
  play.settle();
  while (play.caseFile.status.kind === 'open') {
    const words = nextWords(play.caseFile);
    if (words === undefined || done.length === MOST_ACTS) throw new Error(`No way on after ${done.join(', ')}`);
    say(play, words, { details: {}, town });
    done.push(words);
  }
  return done;
}

/** Says an act that must be possible. */
export function say(
  play: CasePlayer,
  words: string,
  context: { readonly details: Details; readonly town: Town },
): void {
  const move = spokenMove(play, words, context);
  const refused = typeof move === 'string' ? move : play.play(move);
  if (refused !== undefined) throw new Error(`« ${words} » was refused: ${refused}`);
}
