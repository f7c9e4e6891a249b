import { aCase, moveOf, must, tell } from '../../test/support/builders/a-case.js';
import { answerStep, endorsedBy, replyStep, ROUTE } from '../../test/support/builders/rules-for-tests.js';
import type { CasePlayer } from '../../src/catalog/case-player.js';
import type { ChainRole } from '../people/role.js';
import type { OnChange, RunnableDefinition } from '../process/runnable.js';

const FULL: readonly ChainRole[] = ['headOfDepartment', 'director', 'dga', 'dgs', 'cabinetDirector'];

function chain(roles: readonly ChainRole[], onChange?: OnChange): Partial<RunnableDefinition> {
  return { steps: [answerStep, endorsedBy(roles, onChange), replyStep] };
}

function asked(play: CasePlayer): readonly (string | undefined)[] {
  return play.caseFile.tasks.map(({ role, holder }) => `${role} ${holder ?? '-'}`);
}

describe('endorsement', () => {
  it('asks one after the other, in the order of the chain', () => {
    const play = aCase(chain(FULL)).answeredBy('p-referent').build();
    const order = FULL.map((role) => {
      const [task] = asked(play);
      must(play, `${role} endorses`);
      return task;
    });
    expect(order).toEqual([
      'headOfDepartment p-head',
      'director p-director',
      'dga p-dga',
      'dgs p-dgs',
      'cabinetDirector p-cabinet',
    ]);
    expect(play.caseFile.status.kind).toBe('closed');
  });

  it('refuses whoever is not asked yet', () => {
    const play = aCase(chain(['headOfDepartment', 'dgs']))
      .answeredBy('p-referent')
      .build();
    expect(tell(play, 'dgs endorses')).toBe('case.not-your-turn');
    expect(tell(play, 'dgs sends back')).toBe('case.not-your-turn');
  });

  it('binds each endorsement to the letter that was read', () => {
    const play = aCase(chain(['dgs']))
      .answeredBy('p-referent')
      .build();
    const move = moveOf(play, 'dgs endorses');
    expect(play.play({ ...move, act: { kind: 'endorse', letterHash: 'another-letter' } })).toBe('case.letter-changed');
    const hash = play.caseFile.answer!.letter.hash;
    must(play, 'dgs endorses');
    expect(play.caseFile.endorsements).toMatchObject([{ role: 'dgs', person: 'p-dgs', letterHash: hash }]);
  });

  it('refuses an endorsement by the author of the answer', () => {
    const play = aCase(chain(['dgs']))
      .answeredBy('p-referent')
      .build();
    expect(tell(play, 'dgs endorses', { by: 'p-referent' })).toBe('case.four-eyes');
    expect(tell(play, 'dgs corrects', { by: 'p-referent' })).toBe('case.four-eyes');
  });

  it('refuses an endorsement in the name of the author, and by whom the author stood for', () => {
    const play = aCase(chain(['dgs']))
      .answeredBy('p-substitute', { onBehalfOf: 'p-referent' })
      .build();
    expect(tell(play, 'dgs endorses', { by: 'p-other', onBehalfOf: 'p-substitute' })).toBe('case.four-eyes');
    expect(tell(play, 'dgs endorses', { by: 'p-referent' })).toBe('case.four-eyes');
    expect(tell(play, 'dgs endorses', { by: 'p-other', onBehalfOf: 'p-dgs' })).toBeUndefined();
  });

  it('asks the superior in the place of one who wrote the answer, and not a second time for the same bytes', () => {
    const play = aCase(chain(['headOfDepartment', 'director']))
      .answeredBy('p-head')
      .build();
    expect(asked(play)).toEqual(['headOfDepartment p-director']);
    must(play, 'headOfDepartment endorses');
    expect(play.caseFile.status.kind).toBe('closed');
  });

  it('passes over a superior who wrote it too, in the place of another', () => {
    const play = aCase(chain(['headOfDepartment']))
      .answeredBy('p-director', { onBehalfOf: 'p-head' })
      .build();
    expect(asked(play)).toEqual(['headOfDepartment p-dga']);
  });

  it('asks whoever holds the role where the office is vacant', () => {
    const { dga: _dga, ...validators } = ROUTE.validators;
    const play = aCase(chain(['dga']))
      .opened({ route: { ...ROUTE, validators } })
      .answeredBy('p-referent')
      .build();
    expect(asked(play)).toEqual(['dga -']);
  });
});

describe('a text corrected by a validator', () => {
  const roles = ['headOfDepartment', 'director', 'dgs'] as const;
  const correctedByDgs = (onChange: OnChange): CasePlayer =>
    aCase(chain(roles, onChange))
      .answeredBy('p-referent')
      .endorsedBy('headOfDepartment', 'director')
      .where('dgs corrects')
      .build();

  it('asks all again where the process says so, and the corrector not', () => {
    const play = correctedByDgs({ kind: 'askAllAgain' });
    expect(asked(play)).toEqual(['headOfDepartment p-head']);
    must(play, 'headOfDepartment endorses');
    must(play, 'director endorses');
    expect(play.caseFile.status.kind).toBe('closed');
  });

  it('asks nobody again where the process says so', () => {
    expect(correctedByDgs({ kind: 'askNobodyAgain' }).caseFile.status.kind).toBe('closed');
  });

  it('asks again only those whom the process names', () => {
    const play = correctedByDgs({ kind: 'askAgain', roles: ['director'] });
    expect(asked(play)).toEqual(['director p-director']);
    must(play, 'director endorses');
    expect(play.caseFile.status.kind).toBe('closed');
  });

  it('leaves as the corrector left it', () => {
    const play = correctedByDgs({ kind: 'askNobodyAgain' });
    const sent = play.ordered.find(({ effect }) => effect.kind === 'sendReply')!.effect;
    expect(play.caseFile.answer).toMatchObject({ author: 'p-referent', correctedBy: 'p-dgs' });
    expect(sent).toMatchObject({ letterHash: play.caseFile.answer!.letter.hash });
  });
});
