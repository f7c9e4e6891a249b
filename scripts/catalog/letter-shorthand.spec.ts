import { shorthandOf, templateOf } from './letter-shorthand.js';

describe('a letter as one types it', () => {
  const keys = ['jour', 'modele'];

  it.each([
    ['Votre demande du <date>.', 'Votre demande du {{ recue_le }}.'],
    ['Prévu le <Date prévue> : <motif>.', 'Prévu le {{ date_prevue }} : {{ motif }}.'],
    ['Réservé[ pour le <1>].', 'Réservé{% if champs.jour %} pour le {{ champs.jour }}{% endif %}.'],
    ['Réservé : <2>', 'Réservé : {% if champs.modele %}{{ champs.modele }}{% endif %}'],
    ['Réparé[ (<lieu>)].', 'Réparé{% if champs.lieu %} ({{ champs.lieu }}){% endif %}.'],
    ['Ni <3> ni [ceci] ni <autre>.', 'Ni <3> ni [ceci] ni <autre>.'],
    ['{% if champs.jour %}Ce jour{% endif %} {{ motif }}', '{% if champs.jour %}Ce jour{% endif %} {{ motif }}'],
  ])('« %s » is %s', (typed, template) => {
    expect(templateOf(typed, keys)).toBe(template);
  });

  it('is what an expected sentence is shown as', () => {
    expect(shorthandOf('Fait le {{ recue_le }}{% if champs.lieu %} ({{ champs.lieu }}){% endif %}.')).toBe(
      'Fait le <date>[ (<lieu>)].',
    );
  });
});
