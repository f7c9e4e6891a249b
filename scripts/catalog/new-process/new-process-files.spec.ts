import { newProcessFiles, suggestedId } from './new-process-files.js';
import { natureOf } from './process-natures.js';
import type { WrittenTexts } from './written-texts.js';

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
  it.each([
    ['Signaler un miroir de sortie cassé', 'circulation', 'circulation.miroir-sortie-casse'],
    ['Réserver un créneau de fauteuils prêtés par la Ville', 'handicap', 'handicap.creneau-fauteuils-pretes'],
    ['Savoir comment tenir un stand', 'commerce', 'commerce.stand'],
    ['Se faire aider pour une lettre', 'emploi', 'emploi.lettre'],
    ['S’inscrire au tournoi', 'sports', 'sports.tournoi'],
    ['Demander une', 'voirie', ''],
    ['Signaler un banc', undefined, ''],
  ])('has a theme and the words that name its subject: « %s »', (title, theme, id) => {
    expect(suggestedId(title, theme)).toBe(id);
  });
});

describe('a new process', () => {
  const filesFor = (
    title: string,
    nature = 'procedure',
    texts: WrittenTexts = {},
  ): ReturnType<typeof newProcessFiles> =>
    newProcessFiles(
      {
        ...{ id: 'loisirs.essai', title, nature, organisation: 'ville', department: 'vie-associative' },
        ...{ promiseDays: '10', signedBy: 'headOfDepartment', sensitive: false },
      },
      {
        habits: { chainRoles: [], byQuartier: false, silence: 'silence-rejet' },
        neighbours: [],
        today: '2026-12-01',
        texts,
      },
    );

  it('keeps apart, in its letter, what is answered and what is granted', () => {
    const { reply } = filesFor('Demander un composteur');
    expect([...reply.content.matchAll(/^# (.+)$/gm)].map(([, name]) => name)).toEqual(['answered', 'done', 'refused']);
  });

  it('has the price and the papers of an answer only where some were said', () => {
    const information = filesFor('Connaître le prix du bois', 'information').definition.content;
    expect(information).not.toMatch(/^(?:price|needed|# Un prix)/m);
    const asked = { needed: ['Une pièce'], price: 'Il se paie au vendeur.' };
    const said = filesFor('Connaître le prix du bois', 'information', asked).definition.content;
    expect(said).toContain('\nneeded:\n  - "Une pièce"\nprice: { note: "Il se paie au vendeur." }\n');
  });

  it('has no rule where its writer knows none, and one to be written where they left before', () => {
    expect(filesFor('Connaître le bois', 'information', { facts: [] }).definition.content).not.toContain('facts:');
    expect(filesFor('Connaître le bois', 'information').definition.content).toContain('facts:\n  - { text: "À écrire');
  });

  it('names the appeal of what no text gives a right to, when something is lent', () => {
    expect(filesFor('Emprunter un broyeur').definition.content).toContain('\nappeal: recours-sans-droit #');
    expect(filesFor('Demander un composteur').definition.content).not.toContain('\nappeal:');
    expect(filesFor('Louer un vélo', 'information').definition.content).not.toContain('\nappeal:');
  });
});
