import { departmentsNamed } from './departments-named.js';

describe('departmentsNamed', () => {
  it('names the department of the answer, those of the teams and those whose opinion is asked', () => {
    const named = departmentsNamed({
      department: 'voirie',
      steps: [
        { kind: 'qualification', team: 'grc.accueil' },
        { kind: 'assignment', team: 'voirie.chaussee', byQuartier: true },
        { kind: 'inspection', team: 'tranquillite.patrouille' },
        { kind: 'answer', opinions: [{ department: 'juridique', team: 'juridique.referents', required: true }] },
        { kind: 'reply', by: ['email'] },
      ] as Parameters<typeof departmentsNamed>[0]['steps'],
    });
    expect([...named].sort()).toEqual(['grc', 'juridique', 'tranquillite', 'voirie']);
  });

  it('names a department once', () => {
    expect([...departmentsNamed({ department: 'voirie', steps: [] })]).toEqual(['voirie']);
  });
});
