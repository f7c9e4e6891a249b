import { Injectable } from '@nestjs/common';
import type { RevisionRecord } from '../../domain/case/revision-record.js';
import type { Actor } from '../auth/allow.js';
import { Database, type Sql } from '../database/database.js';
import { findCaseFile } from '../database/repositories/cases.repository.js';
import { endGapIncident, type IncidentRow } from '../database/repositories/incidents.repository.js';
import { recordCase, recordCaseOverGap } from '../database/repositories/record-case.js';
import { Refusal } from '../http/refusal.js';
import { CaseWorkflowClient } from '../temporal/case-workflow.client.js';
import { storeText } from '../texts/text-store.js';

/**
 * A journal that lacks revisions: a database that came back from a backup is older than the engine. Nothing later is
 * stored over the gap, so the case stands still on every screen until somebody has looked.
 */
@Injectable()
export class JournalGapService {
  constructor(
    private readonly database: Database,
    private readonly workflows: CaseWorkflowClient,
  ) {}

  /** The engine's histories still hold the missing lines: the journal is whole again. @throws Refusal where they do not */
  async mend(actor: Actor, incident: GapIncident): Promise<number> {
    const record = await this.workflows.allRecords(incident.caseId);
    return this.database.transaction(async (sql) => {
      const revision = record === undefined ? undefined : await recordCase(sql, record);
      if (record === undefined || revision === undefined || revision < record.revision)
        throw new Refusal('incident.journal-incomplete');
      await endGapIncident(sql, incident, { by: actor.personId });
      return revision;
    });
  }

  /** The missing lines are given up, with a reason: the case goes on from where the engine stands. */
  async giveUp(actor: Actor, incident: GapIncident, reason: string): Promise<number> {
    const record = await this.workflows.allRecords(incident.caseId);
    return this.database.transaction(async (sql) => {
      const revision = await storeOverGap(sql, incident, record);
      const { caseId, organisation, sector } = incident;
      const text = { caseId, organisation, sector, kind: 'skipReason', author: actor.personId, body: reason };
      await endGapIncident(sql, incident, { by: actor.personId, reason: (await storeText(sql, text)).id });
      return revision;
    });
  }
}

export type GapIncident = IncidentRow & { readonly caseId: string };

async function storeOverGap(sql: Sql, { caseId }: GapIncident, record: RevisionRecord | undefined): Promise<number> {
  if (record !== undefined) return recordCaseOverGap(sql, record);
  return (await findCaseFile(sql, caseId))?.revision ?? 0;
}
