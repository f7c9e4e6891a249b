import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/allow.js';
import { CaseGate } from '../cases/case-gate.js';
import { Database } from '../database/database.js';
import { notePresence, type PresenceState } from '../database/repositories/presence.repository.js';
import { DirectoryService } from '../people/directory.service.js';
import { describePresence } from './describe-presence.js';
import type { PresenceDto } from './presence.dto.js';

/** Who reads a case or writes on it right now, so that two people do not answer the same citizen. */
@Injectable()
export class PresenceService {
  constructor(
    private readonly gate: CaseGate,
    private readonly database: Database,
    private readonly directory: DirectoryService,
  ) {}

  async say(actor: Actor, caseId: string, state: PresenceState): Promise<readonly PresenceDto[]> {
    await this.gate.readCase(actor, caseId, 'case.read');
    await this.database.transaction((sql) => notePresence(sql, { caseId, person: actor.personId, state }));
    return this.others(actor, caseId);
  }

  async list(actor: Actor, caseId: string): Promise<readonly PresenceDto[]> {
    await this.gate.readCase(actor, caseId, 'case.read');
    return this.others(actor, caseId);
  }

  private async others(actor: Actor, caseId: string): Promise<readonly PresenceDto[]> {
    const directory = await this.directory.current();
    return describePresence(this.database, { caseId, reader: actor.personId, directory });
  }
}
