import type { Directory } from '../../domain/people/directory.js';
import { may } from '../../domain/people/permission.js';
import type { ProcessDefinition } from '../../domain/process/process-definition.js';
import { typeset } from '../../domain/text/french-typography.js';
import type { Actor } from '../auth/allow.js';
import { printInstant } from '../calendar/read-instant.js';
import type { Sql } from '../database/database.js';
import type { CaseAccess } from '../database/repositories/case-access.repository.js';
import { erasureOf, type ErasureRow } from '../database/repositories/erasures.repository.js';
import { holdsOnCase } from '../database/repositories/legal-holds.repository.js';
import { namedPerson } from '../people/person-names.js';
import type { CaseKeepingDto } from './case-keeping.dto.js';
import { holdDto } from './describe-hold.js';
import { retentionInFrench } from './keeping.js';

interface Kept {
  readonly actor: Actor;
  readonly access: CaseAccess;
  readonly definition: ProcessDefinition;
  readonly directory: Directory;
}

/** For the page of a case: whether its data were erased, and what forbids that they be. */
export async function describeKeeping(
  sql: Sql,
  { actor, access: { caseFile, subject }, definition, directory }: Kept,
): Promise<CaseKeepingDto> {
  const { caseId } = caseFile;
  const [erasure, holds] = await Promise.all([erasureOf(sql, caseId), holdsOnCase(sql, caseId)]);
  return {
    ...(erasure === undefined
      ? {}
      : {
          erasure: {
            at: printInstant(erasure.at.getTime()),
            by: namedPerson(directory, erasure.by),
            why: whyErased(erasure, retentionInFrench(definition.retention)),
          },
        }),
    holds: holds.map((row) => holdDto(row, directory)),
    mayFreeze: erasure === undefined && may(actor, 'privacy.handle', subject),
  };
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
