import { ofPerson } from './of-person.js';

describe('ofPerson', () => {
  it.each([
    ['Claire', 'de Claire'],
    ['Armand', 'd’Armand'],
    ['Élise', 'd’Élise'],
    ['Hélène', 'd’Hélène'],
    ['Œdipe', 'd’Œdipe'],
    ['Yves', 'd’Yves'],
    ['Yanis', 'de Yanis'],
  ])('says « de » before %s as French does', (name, said) => {
    expect(ofPerson(name)).toBe(said);
  });
});
