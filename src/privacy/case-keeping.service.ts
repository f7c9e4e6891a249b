import { Injectable } from '@nestjs/common';
import { may } from '../../domain/people/permission.js';
import { typeset } from '../../domain/text/french-typography.js';
import type { Actor } from '../auth/allow.js';
import { printInstant } from '../calendar/read-instant.js';
import { CaseGate } from '../cases/case-gate.js';
import { CatalogService } from '../catalog/catalog.service.js';
import { Database } from '../database/database.js';
import { erasureOf, type ErasureRow } from '../database/repositories/erasures.repository.js';
import { holdsOnCase } from '../database/repositories/legal-holds.repository.js';
import { DirectoryService } from '../people/directory.service.js';
import { namedPerson } from '../people/person-names.js';
import { holdDto } from './describe-hold.js';
import { retentionInFrench } from './keeping.js';
import type { CaseKeepingDto } from './privacy.dto.js';

/** For the page of a case: whether its data were erased, and what forbids that they be. */
@Injectable()
export class CaseKeepingService {
  constructor(
    private readonly gate: CaseGate,
    private readonly database: Database,
    private readonly catalog: CatalogService,
    private readonly directory: DirectoryService,
  ) {}

  async read(actor: Actor, caseId: string): Promise<CaseKeepingDto> {
    const { caseFile, subject } = await this.gate.readCase(actor, caseId, 'case.read');
    const [erasure, holds, directory] = await Promise.all([
      erasureOf(this.database, caseId),
      holdsOnCase(this.database, caseId),
      this.directory.current(),
    ]);
    return {
      ...(erasure === undefined
        ? {}
        : {
            erasure: {
              at: printInstant(erasure.at.getTime()),
              by: namedPerson(directory, erasure.by),
              why: whyErased(
                erasure,
                retentionInFrench((await this.catalog.definition(caseFile.definition.hash)).retention),
              ),
            },
          }),
      holds: holds.map((row) => holdDto(row, directory)),
      mayFreeze: erasure === undefined && may(actor, 'privacy.handle', subject),
    };
  }
}

/** GDPR, art. 5(1)(e) for what is over its time, art. 17 for what the person asked. */
function whyErased({ under, archivesReference }: ErasureRow, retention: string): string {
  const over = `au terme de leur durée de conservation (${retention} après la clôture)`;
  return typeset(
    archivesReference === null
      ? `${over}, à la demande de la personne (${under}, article 17 du RGPD)`
      : `${over}, par une liste approuvée (archives : ${archivesReference})`,
  );
}
