import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/allow.js';
import { printInstant } from '../calendar/read-instant.js';
import { Database } from '../database/database.js';
import { journalLines } from '../database/repositories/case-contents.repository.js';
import { CaseGate } from './case-gate.js';
import type { JournalDto, JournalLineDto } from './journal.dto.js';
import type { StoredLine } from './timeline.js';

/** The journal of a case as it is kept. */
@Injectable()
export class JournalService {
  constructor(
    private readonly gate: CaseGate,
    private readonly database: Database,
  ) {}

  async read(actor: Actor, caseId: string): Promise<JournalDto> {
    const { caseFile } = await this.gate.readCase(actor, caseId, 'case.read');
    const lines = await journalLines(this.database, caseId);
    return { caseId, revision: caseFile.revision, lines: lines.map(lineOf) };
  }
}

function lineOf({ at, actor, actorRole, onBehalfOf, about, clocks, event, ...kept }: StoredLine): JournalLineDto {
  return {
    ...kept,
    at: printInstant(at.getTime()),
    ...(actor === null ? {} : { actor }),
    ...(actorRole === null ? {} : { actorRole }),
    ...(onBehalfOf === null ? {} : { onBehalfOf }),
    ...(about === null ? {} : { about }),
    ...(clocks === null ? {} : { clocks }),
    ...(event === null ? {} : { event }),
  };
}
