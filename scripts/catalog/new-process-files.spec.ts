import { natureOf } from './new-process-files.js';

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
