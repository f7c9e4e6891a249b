import { natureOf, newProcessFiles, suggestedId } from './new-process-files.js';

describe('the nature of a new process', () => {
  it.each([
    ['Signaler un banc cassé', 'report'],
    ['Demander un composteur', 'procedure'],
    ['S’inscrire sur les listes', 'procedure'],
    ['Contester un refus', 'complaint'],
    ['Connaître les horaires', 'information'],
    ['Qui entretient ce chemin ?', 'question'],
    ['', 'question'],
  ])('is told by the first word of « %s »', (title, nature) => {
    expect(natureOf(title)).toBe(nature);
  });
});

describe('the id that is suggested for a new process', () => {
  it('has the theme of the nearest process there is, and nothing is suggested without one', () => {
    const nearest = [{ id: 'circulation.miroir', title: 'Demander un miroir' }];
    expect(suggestedId('Signaler un miroir de sortie cassé', nearest)).toBe('circulation.miroir-sortie-casse');
    expect(suggestedId('Signaler un miroir de sortie cassé', [])).toBe('');
  });
});

describe('the letter of a new process', () => {
  const sectionsFor = (title: string): readonly string[] => {
    const { reply } = newProcessFiles(
      {
        ...{ id: 'loisirs.essai', title, nature: 'procedure', organisation: 'ville', department: 'vie-associative' },
        ...{ promiseDays: '10', signedBy: 'headOfDepartment', sensitive: false },
      },
      {
        habits: { chainRoles: [], byQuartier: false, silence: 'silence-rejet' },
        neighbours: [],
        today: '2026-12-01',
      },
    );
    return [...reply.content.matchAll(/^# (.+)$/gm)].map(([, name = '']) => name);
  };

  it('keeps apart what is answered and what is granted', () => {
    expect(sectionsFor('Demander un composteur')).toEqual(['answered', 'done', 'refused']);
  });

  it('has a day for what is booked', () => {
    expect(sectionsFor('Réserver le four à pain')).toEqual(['answered', 'done', 'planned', 'refused']);
    expect(sectionsFor('Emprunter un broyeur')).toContain('planned');
  });
});
