import type { RunnableDefinition } from '../../domain/process/runnable.js';
import { comesTo } from './expected-letters.service.js';

const { steps } = {
  steps: [
    { kind: 'assignment', team: 'voirie', byQuartier: false },
    { kind: 'answer', opinions: [] },
    { kind: 'endorsement', chain: ['headOfDepartment', 'dgs'], onChange: { kind: 'askAllAgain' } },
    { kind: 'signature', by: 'electedOfficial' },
  ],
} satisfies Pick<RunnableDefinition, 'steps'>;

const validators = { dgs: 'p-dgs', electedOfficial: 'p-elue' };

describe('a case on its way to a validator', () => {
  it('comes to those whose office stands in a step that is not passed', () => {
    const one = { step: 1, validators, endorsed: [] };
    expect(comesTo(one, ['p-dgs'], { steps })).toBe(true);
    expect(comesTo(one, ['p-autre', 'p-elue'], { steps })).toBe(true);
    expect(comesTo(one, ['p-autre'], { steps })).toBe(false);
  });

  it('does not come again to who has endorsed it, nor once the step is behind', () => {
    expect(comesTo({ step: 2, validators, endorsed: ['dgs'] }, ['p-dgs'], { steps })).toBe(false);
    expect(comesTo({ step: 3, validators, endorsed: [] }, ['p-dgs'], { steps })).toBe(false);
  });
});
