import { Chance } from '../../scripts/day/chance.js';
import { fillForm } from '../../scripts/day/fill-form.js';
import { townDay } from '../../scripts/day/received-at.js';
import { checkAnswers } from '../../domain/request/check-answers.js';
import { DemoTown } from '../support/demo-town.js';

const forms = [...new DemoTown().catalog.definitions.values()].map(({ definition }) => definition);
const known = { words: 'Y a un trou devant chez moi depuis hier', place: '3 rue du Vieux-Cuir' };

describe('a form as `npm run day` fills it in', () => {
  it.each([
    ['with what must be answered', 0],
    ['with all that is asked', 1],
  ])('is taken %s, whatever the process', (_what, optional) => {
    const refused = forms.flatMap(({ id, form }, seed) => {
      // A file is answered by its id, once it is sent.
      const fields = form.fields.filter(({ type }) => type !== 'attachment');
      const answers = fillForm(fields, { ...known, optional }, new Chance(seed));
      return checkAnswers({ ...form, fields }, answers, townDay(Date.now())).faults.map((fault) => ({ id, ...fault }));
    });
    expect(refused).toEqual([]);
  });
});
