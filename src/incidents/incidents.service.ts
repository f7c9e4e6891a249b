import { Injectable } from '@nestjs/common';
import type { Act } from '../../domain/case/case-command.js';
import type { Directory } from '../../domain/people/directory.js';
import { may, scopeOf, type Action } from '../../domain/people/permission.js';
import { incidentInFrench } from '../../domain/text/incident-words.js';
import type { Actor } from '../auth/allow.js';
import { scopeSql } from '../auth/scope-sql.js';
import { printInstant } from '../calendar/read-instant.js';
import type { CommandRequest } from '../commands/command-request.js';
import { CommandsService } from '../commands/commands.service.js';
import { Config } from '../config/env.js';
import { Database } from '../database/database.js';
import { findCaseFile } from '../database/repositories/cases.repository.js';
import {
  findIncident,
  listIncidents,
  noteResolver,
  type IncidentRow,
} from '../database/repositories/incidents.repository.js';
import { decodeKey } from '../http/cursor-key.js';
import { definedOf } from '../http/defined-of.js';
import { type Page, pageOf } from '../http/pagination.js';
import { Refusal } from '../http/refusal.js';
import { DirectoryService } from '../people/directory.service.js';
import { departmentName, namedPerson } from '../people/person-names.js';
import { storeText } from '../texts/text-store.js';
import { workflowIdOf } from '../../workflows/contract/names.js';
import { JournalGapService, type GapIncident } from './journal-gap.service.js';
import type { IncidentDto, IncidentQueryDto, IncidentResultDto } from './incidents.dto.js';

const COLUMNS = {
  organisation: 'i.organisation',
  department: 'i.department',
  sector: 'i.sector',
  sensitive: 'i.sensitive',
};
const UNSTORED = { id: '', hmac: '' };

/** What failed for good, in business words; an administrator has it done again, or gives it up with a reason. */
@Injectable()
export class IncidentsService {
  constructor(
    private readonly database: Database,
    private readonly commands: CommandsService,
    private readonly directory: DirectoryService,
    private readonly gaps: JournalGapService,
    private readonly config: Config,
  ) {}

  async list(actor: Actor, { state, limit, cursor }: IncidentQueryDto): Promise<Page<IncidentDto>> {
    const after = decodeKey(cursor, ['instant', 'text']);
    const scope = scopeOf(actor, 'incident.read');
    const rows = await listIncidents(this.database, {
      state,
      limit,
      scope: (first) => scopeSql(scope, COLUMNS, first),
      ...(after === undefined ? {} : { after }),
    });
    const directory = await this.directory.current();
    return pageOf(rows, limit, ({ openedAt, id }) => [openedAt.toISOString(), id]).map((row) => ({
      ...incidentDto(row, directory),
      ...definedOf({ enginePage: row.caseId === null ? null : this.config.enginePage(workflowIdOf(row.caseId)) }),
    }));
  }

  async retry(actor: Actor, id: string, clientKey: string): Promise<IncidentResultDto> {
    const found = await this.find(actor, 'incident.resolve', id);
    if (isGap(found)) return this.resolveGap(actor, found, () => this.gaps.mend(actor, found));
    const incident = resolvable(found);
    const act: Act = { kind: 'retryEffect', effect: incident.effectId };
    return this.resolve(actor, incident, {
      clientKey,
      body: {},
      kind: 'retryEffect',
      rehearsal: act,
      prepare: () => Promise.resolve({ act }),
    });
  }

  async skip(
    actor: Actor,
    id: string,
    { reason, clientKey }: { readonly reason: string; readonly clientKey: string },
  ): Promise<IncidentResultDto> {
    const found = await this.find(actor, 'incident.resolve', id);
    if (isGap(found)) return this.resolveGap(actor, found, () => this.gaps.giveUp(actor, found, reason));
    const incident = resolvable(found);
    const { effectId: effect } = incident;
    return this.resolve(actor, incident, {
      clientKey,
      body: { reason },
      kind: 'skipEffect',
      rehearsal: { kind: 'skipEffect', effect, reason: UNSTORED },
      prepare: async (sql, { caseId, organisation, sector }) => {
        const text = { caseId, organisation, sector, kind: 'skipReason', author: actor.personId, body: reason };
        return { act: { kind: 'skipEffect', effect, reason: await storeText(sql, text) } };
      },
    });
  }

  private async resolve(
    actor: Actor,
    { id, caseId }: Resolvable,
    asked: Pick<CommandRequest, 'clientKey' | 'body' | 'kind' | 'rehearsal' | 'prepare'>,
  ): Promise<IncidentResultDto> {
    const sender = { actor: actor.personId, actorRole: 'administrator' };
    const { revision } = await this.commands.perform({ ...asked, caseId, sender });
    await noteResolver(this.database, id, actor.personId);
    const after = await findIncident(this.database, id);
    return { id, caseId, revision, state: after?.state ?? 'ended' };
  }

  /** Done already by the same person, it is not done again: the answer of the first time may have been lost. */
  private async resolveGap(
    actor: Actor,
    { id, caseId, state, endedBy }: GapIncident,
    work: () => Promise<number>,
  ): Promise<IncidentResultDto> {
    if (state !== 'open' && endedBy !== actor.personId) throw new Refusal('case.effect-not-failed');
    const revision = state === 'open' ? await work() : ((await findCaseFile(this.database, caseId))?.revision ?? 0);
    return { id, caseId, revision, state: 'ended' };
  }

  private async find(actor: Actor, action: Action, id: string): Promise<IncidentRow> {
    const row = await findIncident(this.database, id);
    if (row === undefined) throw new Refusal('incident.not-found');
    const { organisation, department, sector, sensitive } = row;
    const subject = {
      organisation,
      department: department ?? '',
      sector,
      sensitive,
      teams: [],
      holders: [],
      involved: [],
    };
    if (!may(actor, action, subject)) throw new Refusal('auth.forbidden');
    return row;
  }
}

function isGap(row: IncidentRow): row is GapIncident {
  return row.kind === 'journalGap' && row.caseId !== null;
}

function resolvable({ id, caseId, effectId }: IncidentRow): Resolvable {
  if (caseId === null || effectId === null) throw new Refusal('case.effect-not-failed');
  return { id, caseId, effectId };
}

interface Resolvable {
  readonly id: string;
  readonly caseId: string;
  readonly effectId: string;
}

function incidentDto(row: IncidentRow, directory: Directory): IncidentDto {
  const { id, organisation, department, kind, code, state, endedAt, endedBy } = row;
  return {
    ...{ id, organisation, kind, code, state },
    ...incidentInFrench(kind, code),
    openedAt: printInstant(row.openedAt.getTime()),
    canBeResolved: state === 'open' && (row.effectId !== null || isGap(row)),
    ...definedOf({
      department: department === null ? null : { id: department, name: departmentName(directory, department) },
      caseId: row.caseId,
      caseNumber: row.caseNumber,
      caseTitle: row.sensitive ? null : row.title,
      endedAt: endedAt === null ? null : printInstant(endedAt.getTime()),
      endedBy: endedBy === null ? null : namedPerson(directory, endedBy),
      reason: row.reason,
      dueOn: row.dueOn,
    }),
  };
}
