import { refusalOf, reminderOf } from './reminder.js';

const reminder = (title: string, nature = 'procedure'): string | undefined => reminderOf({ title, nature });

describe('the sentences of a letter that are proposed to its writer', () => {
  it('recall what was asked, in the words of the title', () => {
    expect(reminder('Emprunter un vélo')).toBe('Le <date>, vous avez demandé à emprunter un vélo.');
    expect(reminder('Demander un arrosoir')).toBe('Le <date>, vous avez demandé un arrosoir.');
    expect(reminder('Connaître les horaires', 'information')).toBe(
      'Le <date>, vous nous avez interrogés sur les horaires.',
    );
    expect(reminder('Savoir qui ramasse les feuilles', 'question')).toBe(
      'Le <date>, vous nous avez demandé qui ramasse les feuilles.',
    );
  });

  it('name the place of a report, and speak to the person who reads them', () => {
    expect(reminder('Signaler un arrosoir percé', 'report')).toBe(
      'Le <date>, vous nous avez signalé un arrosoir percé[ (<lieu>)].',
    );
    expect(reminder('Changer son arrosoir et mes pots')).toBe(
      'Le <date>, vous avez demandé à changer votre arrosoir et vos pots.',
    );
  });

  it('are not proposed where the title does not lend itself to it', () => {
    const titles = ['Être arrosé', 'Pot percé', 'Demander', 'Une question ?', 'S’inscrire au club', 'Poser un pot'];
    const awkward = ['Réclamer pour un arrosoir', 'Prêter un pot ou rendre un arrosoir', 'Connaître comment arroser'];
    expect([...titles, ...awkward].map((title) => reminder(title))).toEqual(Array(9).fill(undefined));
  });

  it('refuse with a reason what can be refused, and nothing else', () => {
    expect(refusalOf({ title: 'Demander un arrosoir', nature: 'procedure' })).toBe(
      'Le <date>, vous avez demandé un arrosoir ; nous ne pouvons pas donner suite à cette demande, pour la raison suivante : <motif>.',
    );
    expect(refusalOf({ title: 'Contester un arrosoir', nature: 'complaint' })).toBeUndefined();
    expect(refusalOf({ title: 'Demander un arrosoir', nature: 'question' })).toBeUndefined();
  });
});
