import 'reflect-metadata';
import { countOf } from '../../domain/text/french-typography.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { CaseReplay } from '../cases/case-replay.js';
import { CatalogService } from '../catalog/catalog.service.js';
import { readConfig } from '../config/env.js';
import { Database } from '../database/database.js';
import { readJournal } from '../database/repositories/journal.repository.js';
import { journalledCases, rebuildCase } from '../database/repositories/rebuild-case.js';

/** `rebuild-read-model <case id>…` or `rebuild-read-model --all`: lists and pages of cases are made anew from their journals. */
async function rebuild(args: readonly string[]): Promise<void> {
  if (args.length === 0)
    throw new Error('Indiquez les identifiants des dossiers à reconstruire, ou « --all » pour tous.');
  const database = await Database.open({ ...readConfig(process.env), DATABASE_POOL: 2 }, 'parvis-rebuild');
  try {
    const replay = new CaseReplay(new CatalogService(database), new CalendarService(database));
    const caseIds = args.includes('--all') ? await journalledCases(database) : args;
    let rebuilt = 0;
    for (const caseId of caseIds) if (await rebuildOne(database, replay, caseId)) rebuilt++;
    process.stdout.write(`${countOf(rebuilt, 'dossier reconstruit', 'dossiers reconstruits')}.\n`);
  } finally {
    await database.close();
  }
}

/** @returns false for a journal with a gap that somebody gave up: what it tells is not the whole case */
async function rebuildOne(database: Database, replay: CaseReplay, caseId: string): Promise<boolean> {
  const journal = await readJournal(database, caseId);
  if (journal === undefined) throw new Error(`Aucun journal pour le dossier ${caseId}.`);
  if (!journal.isWhole) {
    process.stderr.write(`Dossier ${caseId} : son journal est incomplet, il reste tel quel.\n`);
    return false;
  }
  const folded = await replay.fold(journal);
  await database.transaction((sql) => rebuildCase(sql, journal.opening.caseFile, folded));
  return true;
}

try {
  await rebuild(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
