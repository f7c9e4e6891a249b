import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { loadCatalog } from '../../src/catalog/load-catalog.js';
import { GENERAL_QUESTION, searchProcesses } from '../../src/catalog/process-search.js';
import { publishVersion } from '../../src/database/repositories/process-versions.repository.js';
import { rebuildSearchIndex, searchIndexIsFresh } from '../../src/database/repositories/search-index.repository.js';
import { scratchDatabase, type ScratchDatabase } from '../support/scratch-database.js';

interface Sentence {
  readonly sentence: string;
  /** One id, or several that answer as well. */
  readonly expected: string;
  readonly theme: string;
}
interface Figures {
  asked: number;
  first: number;
  amongThree: number;
}

const root = path.resolve(__dirname, '../..');
const sentences: Sentence[] = parse(readFileSync(path.join(root, 'test/search/sentences.csv')), { columns: true });
let scratch: ScratchDatabase;

beforeAll(async () => {
  scratch = await scratchDatabase('search');
  const { definitions } = loadCatalog(path.join(root, 'process-catalog'));
  await scratch.database.transaction(async (sql) => {
    for (const { definition, hash, runnable } of definitions.values()) {
      await publishVersion(sql, { definition, hash, runnable });
    }
    await rebuildSearchIndex(sql);
  });
});

afterAll(() => scratch.drop());

const idsFor = async (sentence: string): Promise<readonly string[]> =>
  (await searchProcesses(scratch.database, sentence)).results.map(({ processId }) => processId);

describe('the search of the catalogue', () => {
  it('finds first, or among three, the process that people mean', async () => {
    const themes = new Map<string, Figures>();
    const all: Figures = { asked: 0, first: 0, amongThree: 0 };
    for (const { sentence, expected, theme } of sentences) {
      const rank = (await idsFor(sentence)).findIndex((id) => expected.split('|').includes(id));
      const own = themes.get(theme) ?? { asked: 0, first: 0, amongThree: 0 };
      themes.set(theme, own);
      for (const figures of [own, all]) {
        figures.asked += 1;
        if (rank === 0) figures.first += 1;
        if (rank >= 0 && rank < 3) figures.amongThree += 1;
      }
    }
    process.stdout.write(table([...themes, ['total', all]]));
    expect(themes.size).toBe(40);
    expect(all.amongThree / all.asked).toBeGreaterThanOrEqual(0.95);
    expect(all.first / all.asked).toBeGreaterThanOrEqual(0.85);
  });

  it('expects ids that exist', async () => {
    const rows = await scratch.database.query<{ id: string }>('SELECT process_id AS id FROM process_search_entries');
    const known = new Set(rows.map(({ id }) => id));
    const unknown = sentences.filter(({ expected }) => !expected.split('|').some((id) => known.has(id)));
    expect(unknown).toEqual([]);
  });

  it('forgives misspellings, missing accents, and a word half typed', async () => {
    expect(await idsFor('encombrents')).toContain('dechets.encombrants');
    expect((await idsFor('nit de poul dans la chossée')).slice(0, 3)).toContain('voirie.nid-de-poule');
    expect((await idsFor('teleassis')).slice(0, 3)).toContain('senior.teleassistance');
  });

  it('says why, in words asked and in what people say', async () => {
    const { results, matchesWell } = await searchProcesses(scratch.database, 'y a un trou dans la route');
    expect(matchesWell).toBe(true);
    expect(results[0]).toMatchObject({ processId: 'voirie.nid-de-poule' });
    expect(results[0]?.why).toContain('trou');
    expect(results[0]?.why).toContain('proche de');
    expect(results[0]?.score).toBeGreaterThan(results[1]?.score ?? 1);
  });

  it('says when nothing matches well, and offers the general question', async () => {
    for (const nonsense of ['asdfgh', 'résoudre une équation du second degré', 'bitcoin cours', '   ']) {
      const { matchesWell, results } = await searchProcesses(scratch.database, nonsense);
      expect(matchesWell).toBe(false);
      expect(results.slice(0, 5).map(({ processId }) => processId)).toContain(GENERAL_QUESTION);
    }
  });

  it('narrows by theme, organisation and kind of teleservice', async () => {
    const { results } = await searchProcesses(scratch.database, 'facture', { theme: 'eau', organisation: 'agglo' });
    expect(results.length).toBeGreaterThan(3);
    expect(results.every(({ processId }) => processId.startsWith('eau.'))).toBe(true);
    const { results: none } = await searchProcesses(scratch.database, 'facture d’eau', {
      theme: 'eau',
      organisation: 'ccas',
    });
    expect(none.map(({ processId }) => processId)).toEqual([GENERAL_QUESTION]);
  });

  it('lets the number of cases separate equals only', async () => {
    const [one, other] = (await searchProcesses(scratch.database, 'facture')).results;
    await scratch.database.query('UPDATE process_search_entries SET cases = 1000000 WHERE process_id = $1', [
      other!.processId,
    ]);
    expect((await searchProcesses(scratch.database, 'facture')).results[0]).toEqual(one);
  });

  it('knows when the index is older than the catalogue', async () => {
    expect(await searchIndexIsFresh(scratch.database)).toBe(true);
    await scratch.database.query(
      `UPDATE process_versions SET current = false WHERE process_id = 'voirie.nid-de-poule'`,
    );
    expect(await searchIndexIsFresh(scratch.database)).toBe(false);
  });
});

function table(rows: readonly (readonly [string, Figures])[]): string {
  const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1).padStart(6)} %`;
  const lines = rows.map(
    ([name, { asked, first, amongThree }]) =>
      `${name.padEnd(28)}${String(asked).padStart(5)}${percent(first, asked)}${percent(amongThree, asked)}`,
  );
  return `\n${'thème'.padEnd(28)}   nb  premier   parmi 3\n${lines.join('\n')}\n`;
}
