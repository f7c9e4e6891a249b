import { selfAndReplacedIn, sharesOf, type Actor } from './actor.js';

const actor: Actor = {
  personId: 'p-1',
  roles: [],
  sessionId: 's',
  substitutesFor: [
    { personId: 'p-2', rule: 'absence:1:p-1' },
    { personId: 'p-3', rule: 'absence:2:p-1', processes: ['voirie.nid-de-poule'] },
  ],
};

describe('whose work is somebody’s today', () => {
  it('is their own with that of whoever they replace in all; of whoever they replace in part, that part', () => {
    expect(sharesOf(actor)).toEqual([
      { persons: ['p-1', 'p-2'] },
      { persons: ['p-3'], processes: ['voirie.nid-de-poule'] },
    ]);
    expect(selfAndReplacedIn(actor, 'voirie.nid-de-poule')).toEqual(['p-1', 'p-2', 'p-3']);
    expect(selfAndReplacedIn(actor, 'voirie.trottoir-degrade')).toEqual(['p-1', 'p-2']);
  });
});
