import { mkdirSync, writeFileSync } from 'node:fs';
import { personName } from '../../domain/people/person-name.js';
import path from 'node:path';
import type { LocalDate } from '../../domain/time/local-date.js';
import { putCalendarsInForce } from '../calendar/put-calendars-in-force.js';
import { readConfig } from '../config/env.js';
import { Database } from '../database/database.js';
import { hasTown, insertTown, readDirectory } from '../database/repositories/town.repository.js';
import { readTown } from '../town/read-town.js';

/**
 * Loads the town's folder into an empty database; a town that is there already is left to its administrators. Then puts
 * the calendars of this year in force, and writes the list of demonstration accounts for `npm start` to show.
 */
async function loadTown(): Promise<void> {
  const config = readConfig(process.env);
  const database = await Database.open({ ...config, DATABASE_POOL: 2 }, 'parvis-town-load');
  try {
    await database.transaction(async (sql) => {
      if (!(await hasTown(sql))) await insertTown(sql, readTown(config.TOWN_DIR));
      const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(new Date()) as LocalDate;
      await putCalendarsInForce(sql, today);
    });
    if (config.embeddedProvider) await writeAccounts(database, config.DATA_DIR);
  } finally {
    await database.close();
  }
}

async function writeAccounts(database: Database, folder: string): Promise<void> {
  const { people } = await readDirectory(database);
  const accounts = people.map((person) => ({
    login: person.login,
    nom: personName(person),
    fonction: person.functionTitle,
    roles: [...new Set(person.roles.map(({ role }) => role))],
  }));
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'accounts.json'), `${JSON.stringify(accounts, null, 2)}\n`);
}

await loadTown();
