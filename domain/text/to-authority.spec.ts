import { toAuthority } from './to-authority.js';

it.each([
  ['le bailleur social', 'au bailleur social'],
  ['Les pompiers', 'aux pompiers'],
  ['la préfecture', 'à la préfecture'],
  ['l’Agglomération', 'à l’Agglomération'],
  ['Grand Est Habitat', 'à Grand Est Habitat'],
  ['Leclerc', 'à Leclerc'],
])('« à » and « %s » make « %s »', (name, words) => {
  expect(toAuthority(name)).toBe(words);
});
