import { playToTheEnd } from '../../scripts/catalog/play/shortest-path.js';
import { playCase } from '../../src/design/play-case.js';
import { DemoTown } from '../support/demo-town.js';

const demo = new DemoTown();
const telephones = new Map(demo.town.phoneNumbers.map((phone) => [phone.key, phone]));
/** One in four: each is played to its end as many times as it may conclude. */
const some = [...demo.catalog.definitions.values()]
  .filter((_loaded, index) => index % 4 === 0)
  .map((loaded) => [loaded.definition.id, loaded] as const);

describe('a play of the bench without any answer', () => {
  it.each(some)('writes every letter of %s to its citizen', (_id, { definition, runnable }) => {
    const sheet = demo.town.organisations.find(({ id }) => id === definition.organisation)!;
    const town = { calendars: demo.calendars, directory: demo.town.directory, published: [] };
    const words = playToTheEnd(demo.open(runnable), demo);
    const conclusions = ['done', 'planned', 'refused', 'notOurs'].filter((one) => one in definition.replies.sections);
    for (const conclusion of ['answered', ...conclusions]) {
      const acts = words.map((one) => ({
        words: one,
        ...(one.includes(' answers') ? { details: { conclusion } } : {}),
      }));
      const given = { openedAt: '2026-05-04T10:00:00+02:00', acts };
      const { frames } = playCase({ ...town, version: { definition, runnable } }, given, { sheet, telephones });
      const letters = frames.flatMap(({ mails }) => mails.flatMap(({ letter }) => letter ?? []));
      expect(letters.length).toBeGreaterThan(0);
      expect(letters.flatMap(({ fault }) => fault ?? [])).toEqual([]);
      expect(letters.filter(({ text = '' }) => /\{\{|undefined/.test(text))).toEqual([]);
    }
  });
});
