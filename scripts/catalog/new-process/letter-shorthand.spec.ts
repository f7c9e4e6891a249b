import { shorthandOf, templateOf } from './letter-shorthand.js';

describe('a letter as one types it', () => {
  const answers = [
    { key: 'jour' },
    { key: 'modele', options: ['Biporteur', 'Je ne sais pas'] },
    { key: 'lieu', options: ['Mairie', 'Clocher de Valmont'] },
  ];

  it.each([
    ['Votre demande du <date>.', 'Votre demande du {{ recue_le }}.'],
    ['Prévu le <Date prévue> : <motif>.', 'Prévu le {{ date_prevue }} : {{ motif }}.'],
    ['Réservé[ pour le <1>].', 'Réservé{% if champs.jour %} pour le {{ champs.jour }}{% endif %}.'],
    ['Réservé : <2>', 'Réservé : {% if champs.modele %}{{ champs.modele }}{% endif %}'],
    ['Un vélo[ (<2>)].', 'Un vélo{% if champs.modele %} ({{ champs.modele | downcase }}){% endif %}.'],
    ['L’horloge[ de <3>].', 'L’horloge{% if champs.lieu %} de « {{ champs.lieu }} »{% endif %}.'],
    ['Réparé[ (<lieu>)].', 'Réparé{% if champs.lieu %} ({{ champs.lieu }}){% endif %}.'],
    ['Ni <4> ni [ceci] ni <autre>.', 'Ni <4> ni [ceci] ni <autre>.'],
    ['{% if champs.jour %}Ce jour{% endif %} {{ motif }}', '{% if champs.jour %}Ce jour{% endif %} {{ motif }}'],
  ])('« %s » is %s', (typed, template) => {
    expect(templateOf(typed, answers)).toBe(template);
  });

  it('is what an expected sentence is shown as', () => {
    expect(shorthandOf('Fait le {{ recue_le }}{% if champs.lieu %} ({{ champs.lieu }}){% endif %}.')).toBe(
      'Fait le <date>[ (<lieu>)].',
    );
  });
});
