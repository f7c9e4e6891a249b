import { refusalOf } from '../../../domain/case/refusal-of.js';
import { CHAIN_ROLES } from '../../../domain/people/role.js';
import type { CasePlayer, Move } from '../../../src/catalog/case-player.js';
import { spokenMove, type Town } from '../../../src/catalog/spoken-acts.js';

const ACTS: Readonly<Record<string, readonly string[]>> = {
  referent: [
    'answers',
    'asks the citizen',
    'asks an opinion',
    'asks a finding',
    'gives an opinion',
    'drops the request',
    'refuses the case',
    'closes without reply',
  ],
  author: ['recalls'],
  patroller: ['gives a finding'],
  ...Object.fromEntries(CHAIN_ROLES.map((role) => [role, ['endorses', 'corrects', 'sends back', 'signs']])),
  citizen: ['sends what was missing', 'withdraws', 'reopens', 'changes the channel'],
  ambassador: [
    'answers at once',
    'reassigns',
    'qualifies',
    'confirms the posting',
    'says it left',
    'sends again',
    'sends by letter',
  ],
  administrator: ['tries again', 'gives up'],
};

/** Everything that may be said in a play: who, and what. */
export const WORDS: readonly string[] = Object.entries(ACTS).flatMap(([role, acts]) =>
  acts.map((act) => `${role} ${act}`),
);

/** What may be done now, in the words of a play. */
export function possibleWords(play: CasePlayer, town: Town): readonly string[] {
  return WORDS.filter((words) => isPossible(play, spokenMove(play, words, { details: {}, town })));
}

/** An act that could name another process, or a sentence that asks which one, is possible all the same. */
function isPossible(play: CasePlayer, move: Move | string): boolean {
  if (typeof move === 'string') return play.caseFile.tasks.some(({ kind }) => kind === 'qualify');
  const { definition: _definition, authenticated, ...rest } = move;
  const authentication = authenticated === true ? { authenticationId: 'authentication-1' } : {};
  const command = { ...rest, ...authentication, id: 'asked', at: play.now, storedRevision: play.caseFile.revision };
  return refusalOf(play.rules, play.caseFile, command) === undefined;
}
