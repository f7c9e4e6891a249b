import { may } from '../../domain/people/permission.js';
import type { Directory } from '../../domain/people/directory.js';
import type { Actor } from '../auth/allow.js';
import { printInstant } from '../calendar/read-instant.js';
import type { Sql } from '../database/database.js';
import { findCaseAccess } from '../database/repositories/case-access.repository.js';
import {
  linkedCases,
  linksOf,
  type LinkedCaseRow,
  type LinkRow,
} from '../database/repositories/case-links.repository.js';
import { departmentName, namedPerson } from '../people/person-names.js';
import type { CaseLinkDto, LINK_ROLES, OtherCaseDto } from './links.dto.js';

/** The links of a case as the reader may know them: one to a case they may not read is not shown. */
export async function describeLinks(
  sql: Sql,
  { actor, caseId, directory }: { readonly actor: Actor; readonly caseId: string; readonly directory: Directory },
): Promise<readonly CaseLinkDto[]> {
  const links = await linksOf(sql, caseId);
  const others = await readableCases(sql, actor, links.map((link) => otherOf(link, caseId))); // prettier-ignore
  return links.flatMap((link) => {
    const other = others.get(otherOf(link, caseId));
    return other === undefined ? [] : [describeLink(link, { caseId, other, directory })];
  });
}

function describeLink(
  link: LinkRow,
  { caseId, other, directory }: { caseId: string; other: LinkedCaseRow; directory: Directory },
): CaseLinkDto {
  const role = roleOf(link, caseId);
  return {
    id: link.id,
    role,
    words: WORDS[role],
    other: describeOther(other, directory),
    linkedBy: namedPerson(directory, link.linkedBy),
    linkedAt: printInstant(link.linkedAt.getTime()),
  };
}

/** Rows of those cases that the actor may read, by id. */
export async function readableCases(
  sql: Sql,
  actor: Actor,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, LinkedCaseRow>> {
  const accesses = await Promise.all(caseIds.map((id) => findCaseAccess(sql, id)));
  const readable = accesses.flatMap((access) =>
    access !== undefined && may(actor, 'case.read', access.subject) ? [access.caseFile.caseId] : [],
  );
  const rows = await linkedCases(sql, readable);
  return new Map(rows.map((row) => [row.caseId, row]));
}

export function describeOther(row: LinkedCaseRow, directory: Directory): OtherCaseDto {
  const { caseId, caseNumber, title, status, department, receivedAt, expectsAnswer, dueOn, words, place } = row;
  return {
    caseId,
    caseNumber,
    title,
    status,
    departmentName: departmentName(directory, department),
    receivedAt: printInstant(receivedAt.getTime()),
    expectsAnswer,
    ...(dueOn === null ? {} : { dueOn }),
    ...(words === null ? {} : { words }),
    ...(place === null ? {} : { place }),
  };
}

export function otherOf({ caseId, otherId }: LinkRow, from: string): string {
  return caseId === from ? otherId : caseId;
}

type Role = (typeof LINK_ROLES)[number];

const WORDS: Readonly<Record<Role, string>> = {
  principal: 'Demande principale, dont celle-ci est un doublon',
  duplicate: 'Doublon de cette demande',
  related: 'Demande liée',
  origin: 'Message dont cette demande est une partie',
  part: 'Autre partie du même message',
};

function roleOf({ kind, caseId }: LinkRow, from: string): Role {
  if (kind === 'related') return 'related';
  if (kind === 'splitFrom') return caseId === from ? 'origin' : 'part';
  return caseId === from ? 'principal' : 'duplicate';
}
