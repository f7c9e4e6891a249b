import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Street } from '../../domain/place/address.js';
import type { Actor } from '../auth/allow.js';
import { Database, type Sql } from '../database/database.js';
import { readQuartiers } from '../database/repositories/quartiers.repository.js';
import type { ChangedField } from '../database/repositories/settings.repository.js';
import {
  countOpenRequestsIn,
  deleteStreets,
  holdStreets,
  putStreets,
  readStreets,
} from '../database/repositories/streets.repository.js';
import { Refusal } from '../http/refusal.js';
import { StreetsService } from '../places/streets.service.js';
import { SettingsJournalService } from '../settings/settings-journal.service.js';
import { planStreets, type PlannedStreet, type StreetsPlan } from './plan-streets.js';
import { readStreetsFile, type StreetsFile } from './read-streets-file.js';
import { changedStreetFields } from './street-fields.js';
import type { StreetsImportDto, StreetsImportedDto, StreetsPreviewDto } from './streets.dto.js';

/** Streets from a file: looked at first, then written all together or not at all. */
@Injectable()
export class StreetsImportService {
  constructor(
    private readonly database: Database,
    private readonly index: StreetsService,
    private readonly journal: SettingsJournalService,
  ) {}

  /** What a file would change; nothing is written. */
  async preview(content: string): Promise<StreetsPreviewDto> {
    const file = await read(content);
    return previewOf(this.database, file, await planOf(this.database, file));
  }

  /** Writes what the preview showed; where the streets have changed since, the preview of now is to be seen first. */
  async apply(actor: Actor, { content, seen, removeGone }: StreetsImportDto): Promise<StreetsImportedDto> {
    const file = await read(content);
    const imported = await this.database.transaction(async (sql) => {
      await holdStreets(sql);
      const plan = await planOf(sql, file);
      if (seenOf(file, plan) !== seen)
        throw new Refusal('request.version-mismatch', { current: await previewOf(sql, file, plan) });
      return this.write(sql, actor, { ...plan, gone: removeGone ? plan.gone : [] });
    });
    this.index.forget();
    return imported;
  }

  /** One line of the journal tells the whole file, street by street. */
  private async write(sql: Sql, actor: Actor, { planned, gone }: StreetsPlan): Promise<StreetsImportedDto> {
    const [added, changed] = [withOutcome(planned, 'added'), withOutcome(planned, 'changed')];
    await putStreets(
      sql,
      [...added, ...changed].map(({ after }) => after),
    );
    await deleteStreets(
      sql,
      gone.map(({ id }) => id),
    );
    const quartiers = await readQuartiers(sql);
    const fields = [
      ...[...added, ...changed].map(({ after, fields }) => told(after, fields)),
      ...gone.map((street) => told(street, changedStreetFields(quartiers, street, undefined))),
    ];
    await this.journal.write(sql, actor, { subject: 'streets', label: 'Import de rues', fields });
    return { added: added.length, changed: changed.length, removed: gone.length };
  }
}

/** The change of a street as one field of the journal of a file. */
function told({ name }: Street, fields: readonly ChangedField[]): ChangedField {
  const side = (which: 'before' | 'after'): string =>
    fields
      .map((field) => field[which])
      .filter((words) => words !== '')
      .join(', ');
  return { label: name, before: side('before'), after: side('after') };
}

async function planOf(sql: Sql, { lines }: StreetsFile): Promise<StreetsPlan> {
  const [streets, quartiers] = [await readStreets(sql), await readQuartiers(sql)];
  return planStreets(lines, { streets, quartiers, idOf });
}

/** The same new street has the same id each time the file is read. */
function idOf(folded: string): string {
  return `rue-${createHash('sha256').update(folded).digest('hex').slice(0, 24)}`;
}

async function read(content: string): Promise<StreetsFile> {
  const file = await readStreetsFile(content);
  if ('refused' in file)
    throw new Refusal('request.invalid', {
      faults: [{ pointer: '/content', code: 'unreadable', detail: file.refused }],
    });
  return file;
}

async function previewOf(sql: Sql, file: StreetsFile, plan: StreetsPlan): Promise<StreetsPreviewDto> {
  const gone = plan.gone.map(({ name }) => name);
  return {
    seen: seenOf(file, plan),
    streets: shown(plan),
    unchanged: withOutcome(plan.planned, 'unchanged').length,
    gone,
    openRequests: await countOpenRequestsIn(sql, gone),
    faults: file.faults,
  };
}

function shown({ planned }: StreetsPlan): StreetsPreviewDto['streets'] {
  return planned.flatMap(({ line, name, outcome, fields, faults }) =>
    outcome === 'unchanged' ? [] : [{ line, name, outcome, fields, faults }],
  );
}

/** Names what was seen, but for the requests, which come and go meanwhile. */
function seenOf({ faults }: StreetsFile, plan: StreetsPlan): string {
  const said = [shown(plan), plan.gone.map(({ id }) => id), faults];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}

function withOutcome(planned: readonly PlannedStreet[], outcome: PlannedStreet['outcome']): readonly PlannedStreet[] {
  return planned.filter((one) => one.outcome === outcome);
}
