import { readFileSync, writeFileSync } from 'node:fs';
import { STATES, type State } from '../e2e/screens/states.js';
import { SCREENS } from '../e2e/screens/table.js';
import { tableInWords } from '../e2e/screens/table-in-words.js';

const DOCUMENT = 'docs/screen-states.md';
const read = (file: string): string => readFileSync(file, 'utf8');
const matches = (text: string, pattern: RegExp): readonly string[] => [...text.matchAll(pattern)].map((one) => one[1]!);

const BLANKS = SCREENS.flatMap(({ name, cells }) =>
  (Object.keys(STATES) as State[]).flatMap((state) => {
    const reason = cells[state];
    return typeof reason === 'string' ? [{ name, state, reason }] : [];
  }),
);

describe('the table of screens and states', () => {
  it('has a row for each address of the console', () => {
    const routes = matches(read('console/src/routes.tsx'), /path: '([^']+)'/g).filter((path) => path !== '/');
    expect(routes.length).toBeGreaterThan(20);
    const rows = new Set(SCREENS.map(({ route }) => route));
    expect(routes.filter((route) => !rows.has(route))).toEqual([]);
    expect([...rows].filter((route) => !routes.includes(route))).toEqual([]);
  });

  it('has a row for each tab of a case and each part of a process', () => {
    const addresses = ['case', 'designer'].map((name) => read(`test/e2e/screens/${name}.ts`)).join();
    const tabs = matches(read('console/src/pages/case/case-tabs.tsx'), /Tabs\.Tab value="([^"]+)"/g);
    const parts = matches(read('console/src/pages/design/design-page.tsx'), /\{ id: '([^']+)', label/g);
    expect(tabs.length + parts.length).toBeGreaterThan(8);
    // The first of each is what the bare address shows.
    const missing = [...tabs.slice(1), ...parts.slice(1)].filter((one) => !new RegExp(`\\b${one}\\b`).test(addresses));
    expect(missing).toEqual([]);
  });

  it('names each screen once', () => {
    const names = SCREENS.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('says why a cell is blank, in a sentence', () => {
    const wrong = BLANKS.filter(({ reason }) => !/^[A-Z].*\.$/s.test(reason) || reason.split(/\s+/).length < 5);
    expect(wrong).toEqual([]);
  });

  it('sends to journeys that exist', () => {
    const sent = BLANKS.flatMap(({ reason }) => {
      const [, spec, title] = /^Tried in `([^`]+)`: « (.+) »\.$/.exec(reason) ?? [];
      return spec === undefined || title === undefined ? [] : [{ spec, title }];
    });
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.filter(({ spec, title }) => !read(spec).includes(`'${title}'`))).toEqual([]);
  });

  it('is the one of the documentation', () => {
    if (process.env['PARVIS_WRITE'] === 'docs') writeFileSync(DOCUMENT, tableInWords());
    expect(read(DOCUMENT)).toBe(tableInWords());
  });
});
