import { departmentsNamed } from '../../domain/process/departments-named.js';
import { countOf, longDate } from '../../domain/text/french-typography.js';
import { printFault } from '../catalog/catalog-fault.js';
import { loadCatalog } from '../catalog/load-catalog.js';
import { readWordFamilies, type WordLine } from '../catalog/word-families.js';
import { readConfig } from '../config/env.js';
import { Database } from '../database/database.js';
import { currentCalendars } from '../database/repositories/calendars.repository.js';
import { listClosedDepartments, type ClosedDepartment } from '../database/repositories/departments.repository.js';
import { readDirectory } from '../database/repositories/town.repository.js';
import { listTrials } from '../database/repositories/process-trials.repository.js';
import { replayTrials } from '../design/replay-trials.js';
import { rebuildSearchIndex, searchIndexIsFresh } from '../database/repositories/search-index.repository.js';
import { currentVersions, hasPublished, publishVersion } from '../database/repositories/process-versions.repository.js';

/** Exit status of a refusal after which the town goes on with what was published before. */
const REFUSED_BUT_PUBLISHED = 3;

/**
 * Publishes what is new in the catalogue, in one transaction. A changed file without a new version refuses to load, with
 * both hashes named, and so does a new version that brings work to a department which the town has closed; the town goes on with
 * what was published.
 */
async function loadPublishedCatalog(): Promise<void> {
  const config = readConfig(process.env);
  const families = readWordFamilies(config.CATALOG_DIR);
  const database = await Database.open({ ...config, DATABASE_POOL: 2 }, 'parvis-catalog-load');
  try {
    await publish(database, loadCatalog(config.CATALOG_DIR), families);
  } catch (error) {
    complain(error);
    if (await hasPublished(database)) process.exitCode = REFUSED_BUT_PUBLISHED;
  } finally {
    await database.close();
  }
}

async function publish(
  database: Database,
  { definitions, faults }: ReturnType<typeof loadCatalog>,
  families: readonly WordLine[],
): Promise<void> {
  if (faults.length > 0) throw new Error(`Catalogue refusé :\n${faults.map((fault) => printFault(fault)).join('\n')}`);
  const published = await database.transaction(async (sql) => {
    const closed = await listClosedDepartments(sql);
    const refused: string[] = [];
    let added = 0;
    for (const { definition, hash, runnable } of definitions.values()) {
      const outcome = await publishVersion(sql, { definition, hash, runnable });
      if (typeof outcome === 'object') refused.push(conflictSentence(definition, hash, outcome.conflict));
      if (outcome !== 'published') continue;
      added++;
      const named = departmentsNamed(runnable);
      refused.push(...closed.filter(({ id }) => named.has(id)).map((one) => closedSentence(definition.id, one)));
    }
    if (refused.length > 0) throw new Error(`Catalogue refusé, rien n’est publié :\n${refused.join('\n')}`);
    if (!(await searchIndexIsFresh(sql, families))) await rebuildSearchIndex(sql, families);
    return added;
  });
  process.stdout.write(`${String(definitions.size)} processus, dont ${countOf(published, 'publié')} à l’instant.\n`);
  await checkTrials(database);
}

/** Replays what designers kept on each new version. What parts is told to them; it never stops a publication. */
async function checkTrials(database: Database): Promise<void> {
  try {
    if ((await listTrials(database)).length === 0) return;
    const [calendars, directory, { added }] = await Promise.all([
      currentCalendars(database),
      readDirectory(database),
      currentVersions(database, []),
    ]);
    const town = {
      calendars: Object.fromEntries(calendars.map(({ organisation, calendar }) => [organisation, calendar])),
      directory,
      published: added,
    };
    const { replayed, failed } = await replayTrials(database, town);
    if (replayed > 0) process.stdout.write(`${countOf(replayed, 'essai rejoué', 'essais rejoués')}.\n`);
    if (failed.length > 0)
      process.stderr.write(`Des essais ne donnent plus le même résultat : ${failed.join(', ')}.\n`);
  } catch (error) {
    process.stderr.write(
      `Les essais n’ont pas pu être rejoués : ${error instanceof Error ? error.message : String(error)}\n`,
    );
  }
}

function complain(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

/** Cases of that process would wait for people who no longer work there. */
function closedSentence(processId: string, { id, name, closedOn }: ClosedDepartment): string {
  return `  ${processId} : le service « ${name} » (${id}) est fermé depuis le ${longDate(closedOn)}. Nommez un autre service, ou rouvrez celui-ci dans les réglages de la ville.`;
}

function conflictSentence(
  definition: { readonly id: string; readonly version: number },
  found: string,
  published: string,
): string {
  const { id, version } = definition;
  return `  ${id} : la version ${String(version)} est déjà publiée avec un autre contenu (publié ${published}, fichier ${found}). Lancez « npm run catalog:bump -- ${id} ».`;
}

try {
  await loadPublishedCatalog();
} catch (error) {
  complain(error);
}
