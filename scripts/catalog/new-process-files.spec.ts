import { natureOf, suggestedId } from './new-process-files.js';

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
