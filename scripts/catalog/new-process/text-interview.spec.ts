import type { NewProcess } from './new-process-answers.js';
import { interviewFor } from './text-interview.js';
import type { WrittenTexts } from './written-texts.js';

const loan: NewProcess = {
  ...{ id: 'loisirs.broyeur', title: 'Emprunter un broyeur', nature: 'procedure', sensitive: false },
  ...{ organisation: 'ville', department: 'espaces-verts', promiseDays: '10', signedBy: 'headOfDepartment' },
};

/** What is said line by line; then they leave. */
async function interview(
  lines: readonly string[],
  asked: NewProcess = loan,
): Promise<{ texts: WrittenTexts; shown: string }> {
  const left = [...lines];
  const shown: string[] = [];
  const texts = await interviewFor({
    asked,
    model: undefined,
    lookUp: (words) => (words === '' ? 'voirie  Voirie, Ville' : `« ${words} ? »`),
    writer: {
      show: (line) => shown.push(line),
      ask: (prompt) => {
        shown.push(prompt);
        return Promise.resolve(left.shift());
      },
    },
  });
  return { texts, shown: shown.join('\n') };
}

const FIVE = ['broyeur', 'mes branches', 'je voudrais un broyeur', 'broilleur', 'qui prête un broyeur'];
const UNTIL_PRICE = ['Les habitants.', ...FIVE, '', 'Une pièce d’identité', '', ''];

describe('the interview that writes a new process', () => {
  it('asks each text once, and takes a list until Enter', async () => {
    const { texts } = await interview([
      ...UNTIL_PRICE,
      ...['Quel jour ?', 'Jour souhaité', 'date', 'oui'],
      ...['Avec une remorque ?', '', 'Oui ; Non ; Je ne sais pas', 'non', ''],
      ...['Il se prend à l’atelier.', ''],
      'Passez la main aux espaces verts.',
      ...['Vous nous avez demandé un broyeur.', 'Il est à vous.', 'Aucun n’est libre.'],
      'Broyez vos branches.',
      ...['Un jour au plus', 'CGCT, art. L2212-2', 'Une fois par an', '', ''],
    ]);
    expect(texts).toEqual({
      audience: 'Les habitants.',
      phrasings: FIVE,
      needed: ['Une pièce d’identité'],
      price: '',
      questions: [
        { ask: 'Quel jour ?', label: 'Jour souhaité', answer: { type: 'date' }, required: true },
        {
          ask: 'Avec une remorque ?',
          label: 'Avec une remorque ?',
          answer: { type: 'choice', options: ['Oui', 'Non', 'Je ne sais pas'] },
          required: false,
        },
      ],
      say: ['Il se prend à l’atelier.'],
      handOver: 'Passez la main aux espaces verts.',
      letter: { answered: 'Vous nous avez demandé un broyeur.', done: 'Il est à vous.', refused: 'Aucun n’est libre.' },
      summary: 'Broyez vos branches.',
      facts: [
        { text: 'Un jour au plus', reference: 'CGCT, art. L2212-2' },
        { text: 'Une fois par an', reference: 'Usage du service' },
      ],
    });
  });

  it('keeps what was said when they leave in the middle, asks nothing more, and leaves the rest unwritten', async () => {
    const { texts, shown } = await interview(['Les habitants.', 'broyeur', 'mes branches']);
    expect(texts).toEqual({ audience: 'Les habitants.', phrasings: ['broyeur', 'mes branches'], letter: {} });
    expect(shown).not.toContain('3/');
  });

  it('shows of an example its first sentence, cut at a word', async () => {
    const long = `Les habitants, ${'et leurs voisins, '.repeat(10)}tous.`;
    const shownFor = async (example: string): Promise<string> => {
      const shown: string[] = [];
      const model = { id: 'a.b', title: 'Un modèle', textAt: () => example, letterOf: () => undefined };
      const writer = { show: (line: string) => shown.push(line), ask: () => Promise.resolve(undefined) };
      await interviewFor({ asked: loan, model, lookUp: () => '', writer });
      return shown.join('\n');
    };
    expect(await shownFor('Tous. Sauf les autres.')).toContain('par exemple : « Tous. »');
    expect(await shownFor(long)).toMatch(/« Les habitants, (?:et leurs voisins, )+et… »/);
  });

  it('goes back by one in a list, and says how many ways are missing', async () => {
    const { texts, shown } = await interview([
      'Les habitants.',
      ...[
        'broyeur',
        'faux',
        '<',
        'mes branches',
        'je voudrais un broyeur',
        '',
        'qui prête un broyeur',
        'de trop',
        '<',
        '',
      ],
      ...['Une pièce', 'Un devis', '<', 'Une facture', ''],
    ]);
    expect(texts).toMatchObject({
      phrasings: ['broyeur', 'mes branches', 'je voudrais un broyeur', 'qui prête un broyeur'],
      needed: ['Une pièce', 'Une facture'],
    });
    expect(shown).toContain('il en faut cinq au moins, manque 1');
    expect(shown).toContain('retiré : « Un devis »');
  });

  it('asks again for what it cannot use', async () => {
    const { texts, shown } = await interview([
      ...UNTIL_PRICE,
      'Quel jour ?',
      'Jour',
      'calendrier',
      'date',
      'peut-être',
      'constructor',
      'n',
    ]);
    expect(shown).toContain('« calendrier » n’est pas de ceux-là.');
    expect(shown).toContain('répondre oui ou non');
    expect(texts.questions).toEqual([{ ask: 'Quel jour ?', label: 'Jour', answer: { type: 'date' }, required: false }]);
  });

  it('takes up an answer in a letter by the number of its question', async () => {
    const { texts, shown } = await interview([
      ...[...UNTIL_PRICE, 'Quel jour ?', 'Jour', 'date', '', '', '', ''],
      ...['', 'Réservé[ pour le <1>], après votre demande du <date>.'],
    ]);
    expect(shown).toContain('<1> Jour');
    expect(texts.letter).toMatchObject({
      done: 'Réservé{% if champs.jour %} pour le {{ champs.jour }}{% endif %}, après votre demande du {{ recue_le }}.',
    });
  });

  it('takes the sentence that is proposed for Enter, and another for what is typed', async () => {
    const until = [...UNTIL_PRICE, '', '', ''];
    const { texts, shown } = await interview([...until, '', 'Il est à vous.', 'Aucun n’est libre : <motif>.']);
    expect(shown).toContain('Entrée : « Le <date>, vous avez demandé à emprunter un broyeur. »');
    expect(texts.letter).toEqual({
      answered: 'Le {{ recue_le }}, vous avez demandé à emprunter un broyeur.',
      done: 'Il est à vous.',
      refused: 'Aucun n’est libre : {{ motif }}.',
    });
    const left = await interview([...until]);
    expect(left.texts.letter).toEqual({});
  });

  it('begins a part again, goes back to the one before, and names the departments where one is to be named', async () => {
    const { texts, shown } = await interview([
      'Tous.',
      '<',
      'Les habitants.',
      'faux',
      '<',
      ...FIVE,
      '',
      '',
      '',
      '',
      '',
      '?',
      '? bruit',
      'À la voirie.',
    ]);
    expect(texts).toMatchObject({ audience: 'Les habitants.', phrasings: FIVE, handOver: 'À la voirie.' });
    expect(shown).toContain('voirie  Voirie, Ville');
    expect(shown).toContain('« bruit ? »');
  });

  it('asks of each nature only what it has', async () => {
    const titles = async (nature: string, title = 'Demander un broyeur'): Promise<string> =>
      (await interview(Array<string>(30).fill(''), { ...loan, nature, title })).shown;
    const [procedure, information, report] = [
      await titles('procedure'),
      await titles('information'),
      await titles('report'),
    ];
    expect(procedure).toContain('Un texte oblige-t-il à dire oui');
    expect(await titles('procedure', loan.title)).not.toContain('Un texte oblige-t-il');
    expect(information).toContain('Répondre tout de suite');
    expect(information).not.toContain('Les questions à poser');
    expect(report).toContain('c’est prévu : dites ce qui le sera');
    expect(report).not.toContain('Ce que cela coûte');
  });
});
