import { createReadStream } from 'node:fs';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { searchProcesses, type SearchAnswer } from '../catalog/process-search.js';
import {
  addFigures,
  figuresTable,
  measureSearch,
  readSentences,
  type SearchFigures,
} from '../catalog/search-figures.js';
import { readConfig } from '../config/env.js';
import { Database } from '../database/database.js';
import { currentVersions } from '../database/repositories/process-versions.repository.js';
import { plainDate } from '../../domain/text/french-typography.js';

/** As many searches at once as there are connections; answers leave in the order of the questions. */
const AT_ONCE = 2;
const SHOWN = 5;

interface Named {
  readonly title: string;
  readonly theme: string;
}

/**
 * `catalog-search --queries FILE`: a sentence a line in, a line of JSON out for each. `catalog-search "y a un trou"`: the
 * same for people. `catalog-search --figures FOLDER`: how well the sentences of a folder are found, in Markdown.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { queries: { type: 'string' }, figures: { type: 'string' } },
  });
  const settings = { ...readConfig(process.env), DATABASE_POOL: AT_ONCE };
  const database = await Database.open(settings, 'parvis-catalog-search');
  try {
    if (values.figures !== undefined) await printFigures(database, values.figures);
    else if (values.queries !== undefined) await answerFile(database, values.queries, await namesOf(database));
    else print(await searchProcesses(database, positionals.join(' ')), await namesOf(database));
  } finally {
    await database.close();
  }
}

async function printFigures(database: Database, folder: string): Promise<void> {
  const batches = readSentences(folder);
  const themes = await measureSearch(database, [...batches.values()].flat());
  const files = new Map<string, SearchFigures>();
  for (const [name, sentences] of batches) {
    files.set(`\`${name}.csv\``, addFigures((await measureSearch(database, sentences)).values()));
  }
  const total = addFigures(themes.values());
  const today = plainDate(new Date().toISOString().slice(0, 10));
  process.stdout.write(
    `Mesuré le ${today} :\n\n${figuresTable(new Map([...files, ['**ensemble**', total]]))}\n${figuresTable(themes)}`,
  );
}

async function namesOf(database: Database): Promise<ReadonlyMap<string, Named>> {
  const { added } = await currentVersions(database, []);
  return new Map(added.map(({ processId, title, definition }) => [processId, { title, theme: definition.theme }]));
}

async function answerFile(database: Database, file: string, names: ReadonlyMap<string, Named>): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  const waiting: Promise<string>[] = [];
  const answerNext = async (): Promise<void> => {
    const line = await waiting.shift();
    if (line !== undefined && !process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
  };
  const questions = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });
  for await (const question of questions) {
    const query = question.replace(/^\uFEFF/u, '');
    if (query.trim() === '') continue;
    waiting.push(searchProcesses(database, query).then((answer) => jsonLine(query, answer, names)));
    if (waiting.length >= AT_ONCE * 2) await answerNext();
  }
  while (waiting.length > 0) await answerNext();
}

function jsonLine(query: string, answer: SearchAnswer, names: ReadonlyMap<string, Named>): string {
  const results = answer.results.slice(0, SHOWN).map(({ processId, score, why }) => {
    return {
      id: processId,
      title: names.get(processId)?.title ?? '',
      theme: names.get(processId)?.theme ?? '',
      score,
      why,
    };
  });
  return JSON.stringify({ query, results });
}

function print(answer: SearchAnswer, names: ReadonlyMap<string, Named>): void {
  if (!answer.matchesWell) process.stdout.write('Aucune démarche ne correspond bien.\n\n');
  for (const { processId, score, why } of answer.results.slice(0, SHOWN)) {
    const percent = String(Math.round(score * 100)).padStart(3);
    process.stdout.write(`${percent} %  ${names.get(processId)?.title ?? ''}  (${processId})\n       ${why}\n`);
  }
}

await main();
