import { aCase, must } from '../../test/support/builders/a-case.js';
import { aCalendar, aLegalClock, on } from '../../test/support/builders/rules-for-tests.js';
import type { ProcessDefinition } from '../../domain/process/process-definition.js';
import { explainClock } from './explain-clock.js';

const definition = {
  clocks: [{ id: 'promise', basis: 'Charte, engagement 2', source: 'https://exemple.fr/charte' }],
} as unknown as ProcessDefinition;

describe('a clock explained', () => {
  it('names its basis and tells of each day whether it counts', () => {
    const [clock] = aCase().build().caseFile.clocks;
    const explained = explainClock(clock!, definition, aCalendar());
    expect(explained).toMatchObject({
      basis: 'Charte, engagement 2',
      limit: '10\u00a0jours ouvrés',
      dueOn: '2026-05-05',
      words: 'en cours',
    });
    expect(explained.days.find(({ date }) => date === '2026-05-01')).toEqual({
      date: '2026-05-01',
      counted: false,
      reason: 'publicHoliday',
      words: 'jour férié\u00a0: Fête du Travail',
    });
    expect(explained.days.filter(({ counted }) => counted)).toHaveLength(10);
  });

  it('says on which answer it depends', () => {
    const asked = { field: 'changement', equals: 'savoir' };
    const field = {
      key: 'changement',
      label: 'Changement',
      options: [{ value: 'savoir', label: 'Savoir qui est le titulaire' }],
    };
    const form = { form: { fields: [field] }, clocks: [] } as unknown as ProcessDefinition;
    const clocks = [aLegalClock({ unless: asked }), aLegalClock({ id: 'document', when: asked })];
    const [clock] = aCase({ clocks }).build().caseFile.clocks;
    expect(explainClock(clock!, form, aCalendar()).condition).toBe(
      'sauf si la réponse à « Changement » est « Savoir qui est le titulaire »',
    );
    expect(explainClock(aCase().build().caseFile.clocks[0]!, definition, aCalendar())).not.toHaveProperty('condition');
  });

  it('shows the days on which it stood still, once the answer came', () => {
    const play = aCase().build();
    must(play, 'referent asks the citizen');
    play.moveTo(on('2026-04-23'));
    must(play, 'citizen sends what was missing');
    const explained = explainClock(play.caseFile.clocks[0]!, definition, aCalendar());
    const paused = explained.days.filter(({ reason }) => reason === 'paused').map(({ date }) => date);
    expect(paused).toEqual(['2026-04-21', '2026-04-22', '2026-04-23']);
    expect(explained.dueOn! > '2026-05-05').toBe(true);
  });

  it('explains nothing that no calendar covers', () => {
    const [clock] = aCase().build().caseFile.clocks;
    expect(explainClock(clock!, definition, undefined).days).toEqual([]);
  });
});
