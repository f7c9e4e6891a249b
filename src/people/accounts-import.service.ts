import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/allow.js';
import { PersonDirectory } from '../auth/person-directory.js';
import { Database, type Sql } from '../database/database.js';
import {
  holdAccounts,
  insertAccount,
  listAccounts,
  updateAccount,
} from '../database/repositories/accounts.repository.js';
import { readQuartiers } from '../database/repositories/quartiers.repository.js';
import { Refusal } from '../http/refusal.js';
import { SettingsJournalService } from '../settings/settings-journal.service.js';
import type { AccountsImportDto, AccountsImportedDto, AccountsPreviewDto } from './accounts-import.dto.js';
import { accountLabel } from './account-fields.js';
import { DirectoryService } from './directory.service.js';
import { planAccounts, type PlannedAccount } from './plan-accounts.js';
import { readAccountsFile, type AccountsFile } from './read-accounts-file.js';

/** Accounts from a file: looked at first, then written all together or not at all. */
@Injectable()
export class AccountsImportService {
  constructor(
    private readonly database: Database,
    private readonly directory: DirectoryService,
    private readonly people: PersonDirectory,
    private readonly journal: SettingsJournalService,
  ) {}

  /** What a file would change; nothing is written. */
  async preview(content: string): Promise<AccountsPreviewDto> {
    const file = await read(content);
    return previewDto(file, await this.plan(this.database, file));
  }

  /** Writes what the preview showed; where the accounts have changed since, the preview of now is to be seen first. */
  async apply(actor: Actor, { content, seen }: AccountsImportDto): Promise<AccountsImportedDto> {
    const file = await read(content);
    const done = await this.database.transaction(async (sql) => {
      await holdAccounts(sql);
      const planned = await this.plan(sql, file);
      const current = previewDto(file, planned);
      if (current.seen !== seen) throw new Refusal('request.version-mismatch', { current });
      for (const one of planned) await this.write(sql, actor, one);
      return planned;
    });
    this.directory.forget();
    this.people.forget();
    const count = (outcome: PlannedAccount['outcome']): number => done.filter((one) => one.outcome === outcome).length;
    return { created: count('created'), changed: count('changed') };
  }

  private async plan(sql: Sql, { lines }: AccountsFile): Promise<readonly PlannedAccount[]> {
    const [directory, accounts, quartiers] = [
      await this.directory.current(),
      await listAccounts(sql),
      await readQuartiers(sql),
    ];
    return planAccounts(lines, { directory, accounts, quartiers });
  }

  private async write(sql: Sql, actor: Actor, { outcome, after, fields }: PlannedAccount): Promise<void> {
    if (outcome === 'created') await insertAccount(sql, after.person);
    if (outcome === 'changed') await updateAccount(sql, after);
    const label = accountLabel(after.person);
    await this.journal.write(sql, actor, { subject: `account:${after.person.id}`, label, fields });
  }
}

async function read(content: string): Promise<AccountsFile> {
  const file = await readAccountsFile(content);
  if ('refused' in file)
    throw new Refusal('request.invalid', {
      faults: [{ pointer: '/content', code: 'unreadable', detail: file.refused }],
    });
  return file;
}

function previewDto({ faults }: AccountsFile, planned: readonly PlannedAccount[]): AccountsPreviewDto {
  const accounts = planned.map(({ after: _after, ...shown }) => shown);
  const seen = createHash('sha256')
    .update(JSON.stringify([accounts, faults]))
    .digest('hex');
  return { seen, accounts, faults };
}
