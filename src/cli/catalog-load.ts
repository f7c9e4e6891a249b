import { printFault } from '../catalog/catalog-fault.js';
import { loadCatalog } from '../catalog/load-catalog.js';
import { readConfig } from '../config/env.js';
import { createDataSource } from '../database/data-source.js';
import { Database } from '../database/database.js';
import { rebuildSearchIndex, searchIndexIsFresh } from '../database/repositories/search-index.repository.js';
import { publishVersion } from '../database/repositories/process-versions.repository.js';

/**
 * Publishes what is new in the catalogue, in one transaction. A changed file without a new version refuses to load, with
 * both hashes named, and the town goes on with what was published.
 */
async function loadPublishedCatalog(): Promise<void> {
  const config = readConfig(process.env);
  const catalog = loadCatalog(config.CATALOG_DIR);
  if (catalog.faults.length > 0) {
    throw new Error(`Catalogue refusé :\n${catalog.faults.map((fault) => printFault(fault)).join('\n')}`);
  }
  const database = new Database(
    await createDataSource({ ...config, DATABASE_POOL: 2 }, 'parvis-catalog-load').initialize(),
  );
  try {
    const published = await database.transaction(async (sql) => {
      const conflicts: string[] = [];
      let added = 0;
      for (const { definition, hash, runnable } of catalog.definitions.values()) {
        const outcome = await publishVersion(sql, { definition, hash, runnable });
        if (outcome === 'published') added++;
        if (typeof outcome === 'object') conflicts.push(conflictSentence(definition, hash, outcome.conflict));
      }
      if (conflicts.length > 0) throw new Error(`Catalogue refusé, rien n’est publié :\n${conflicts.join('\n')}`);
      if (!(await searchIndexIsFresh(sql))) await rebuildSearchIndex(sql);
      return added;
    });
    process.stdout.write(
      `${String(catalog.definitions.size)} processus, dont ${String(published)} publiés à l’instant.\n`,
    );
  } finally {
    await database.close();
  }
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
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
