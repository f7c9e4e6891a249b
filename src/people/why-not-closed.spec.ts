import { whyNotClosed } from './why-not-closed.js';

const NOTHING = { cases: 0, tasks: 0, callbacks: 0, people: 0, processes: 0 };

describe('whyNotClosed', () => {
  it('has nothing to say of a department that nothing names', () => {
    expect(whyNotClosed(NOTHING)).toBeUndefined();
  });

  it('counts each thing that still names it', () => {
    expect(whyNotClosed({ cases: 2, tasks: 1, callbacks: 1, people: 3, processes: 4 })?.replaceAll(/\s/g, ' ')).toBe(
      'Ce service sert encore : 2 demandes en cours, 1 tâche ouverte, 1 rappel, 3 personnes et 4 processus. Confiez-les à un autre service, puis fermez celui-ci.',
    );
  });

  it('leaves out what there is none of', () => {
    expect(whyNotClosed({ ...NOTHING, people: 1 })?.replaceAll(/\s/g, ' ')).toContain('sert encore : 1 personne. ');
  });
});
