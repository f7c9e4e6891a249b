import { answerTypeOf, fieldKeys, sourceKindOf } from './written-texts.js';

describe('the texts of a new process, as typed', () => {
  it.each([
    ['date', { type: 'date' }],
    ['Oui/Non', { type: 'yesNo' }],
    ['Cassé ; Tourné;', { type: 'choice', options: ['Cassé', 'Tourné'] }],
    ['Plusieurs : Cassé ; Tourné', { type: 'multiChoice', options: ['Cassé', 'Tourné'] }],
    ['Cassé ;', undefined],
    ['couleur', undefined],
  ])('takes « %s » for the kind of an answer', (typed, answer) => {
    expect(answerTypeOf(typed)).toEqual(answer);
  });

  it.each([
    ['CGCT, art. L2212-2', 'code'],
    ['Article 6 du règlement sanitaire', 'code'],
    ['Usage du service', 'practice'],
    ['Délibération de juin', 'local'],
    ['', 'local'],
  ])('takes « %s » for a source of kind %s', (reference, kind) => {
    expect(sourceKindOf(reference)).toBe(kind);
  });

  it('gives each question a key of its own, none that a report already has', () => {
    const labels = ['Quel jour souhaitez-vous venir ?', 'Jour de retour', 'Jour', 'Lieu', 'À qui ?', 'Vos poids'];
    expect(fieldKeys(labels)).toEqual(['jour', 'retour', 'jour3', 'lieu4', 'reponse5', 'poids']);
  });
});
