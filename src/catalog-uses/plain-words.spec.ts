import { withoutPersons, wordsToKeep } from './plain-words.js';

describe('the words of a search that had no answer', () => {
  it.each([
    ['mon voisin Durand fait du bruit', 'mon voisin fait du bruit'],
    ['appelez le 06 12 34 56 78 pour la fuite', 'appelez le pour la fuite'],
    ['ali.essai@exemple.fr veut un composteur', 'veut un composteur'],
    ['12bis rue du Port une lampe', 'rue du une lampe'],
    ['madame martin cherche une crèche', 'cherche une crèche'],
    ['la fille de Jean-Pierre Dupont, née à Reims', 'la fille de , née à'],
    ['Une ruche sur un toit', 'Une ruche sur un toit'],
    ['voir https://exemple.fr/dossier pour le forage', 'voir pour le forage'],
  ])('name nobody: %s', (text, kept) => {
    expect(withoutPersons(text)).toBe(kept);
  });

  it('lose the names that the town knows, and are not kept when nothing is left', () => {
    expect(wordsToKeep(['ruche', 'martin', 'toit'], new Set(['martin']))).toBe('ruche toit');
    expect(wordsToKeep(['martin'], new Set(['martin']))).toBeUndefined();
    expect(wordsToKeep(['de', 'la'], new Set())).toBeUndefined();
    expect(
      wordsToKeep(
        Array.from({ length: 40 }, () => 'mot'),
        new Set(),
      )?.split(' '),
    ).toHaveLength(12);
  });
});
