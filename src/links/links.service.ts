import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { scopeOf } from '../../domain/people/permission.js';
import type { Actor } from '../auth/allow.js';
import { scopeSql } from '../auth/scope-sql.js';
import { CaseGate } from '../cases/case-gate.js';
import { CatalogService } from '../catalog/catalog.service.js';
import { Database, type Sql } from '../database/database.js';
import { CASE_COLUMNS } from '../database/repositories/case-access.repository.js';
import { endLink, insertLink, linkOfKey, linksOf, lockLinks } from '../database/repositories/case-links.repository.js';
import { deleteDistinct, distinctFrom, insertDistinct } from '../database/repositories/distinct-cases.repository.js';
import { findReport, reportsLike } from '../database/repositories/duplicates.repository.js';
import { tellScreens } from '../database/repositories/notes.repository.js';
import { Refusal } from '../http/refusal.js';
import { DirectoryService } from '../people/directory.service.js';
import { namedPerson } from '../people/person-names.js';
import { DAYS_APART } from './duplicate-clusters.js';
import { describeLinks, describeOther, otherOf, readableCases } from './describe-links.js';
import { likeness } from './likeness.js';
import type { CaseLinkDto, NewLinkDto, PossibleDuplicateDto } from './links.dto.js';

const MOST_SUGGESTED = 10;

/** Links between cases: one may be the duplicate of another, or only related. */
@Injectable()
export class LinksService {
  constructor(
    private readonly gate: CaseGate,
    private readonly database: Database,
    private readonly directory: DirectoryService,
    private readonly catalog: CatalogService,
  ) {}

  /** Links two cases, once for a key. The person may write on both. */
  async link(
    actor: Actor,
    caseId: string,
    { other, kind, clientKey }: NewLinkDto & { readonly clientKey: string },
  ): Promise<CaseLinkDto> {
    if (caseId === other) throw new Refusal('link.itself');
    const one = await this.gate.readCase(actor, caseId, 'case.note');
    const two = await this.gate.readCase(actor, other, 'case.note');
    const { organisation, sector } = one.caseFile;
    const id = await this.database.transaction(async (sql) => {
      await lockLinks(sql);
      const known = await linkOfKey(sql, actor.personId, clientKey);
      if (known !== undefined) {
        const same = known.caseId === caseId && known.otherId === other && known.kind === kind;
        if (!same) throw new Refusal('request.idempotency-key-reused');
        return known.id;
      }
      await checkLink(sql, { caseId, other, kind });
      const link = { id: uuidv7(), caseId, otherId: other, kind, linkedBy: actor.personId };
      await insertLink(sql, { ...link, organisation, sector, clientKey });
      await tellScreens(sql, caseId, one.caseFile.revision);
      await tellScreens(sql, other, two.caseFile.revision);
      return link.id;
    });
    const made = (await this.list(actor, caseId)).find((link) => link.id === id);
    if (made === undefined) throw new Refusal('link.not-found');
    return made;
  }

  async unlink(actor: Actor, caseId: string, id: string): Promise<void> {
    const { caseFile } = await this.gate.readCase(actor, caseId, 'case.note');
    await this.database.transaction(async (sql) => {
      const ended = await endLink(sql, { id, caseId, by: actor.personId });
      if (ended === undefined) throw new Refusal('link.not-found');
      await tellScreens(sql, caseId, caseFile.revision);
      // Whatever its revision: a link moves none, and screens only learn that they should read again.
      await tellScreens(sql, otherOf(ended, caseId), 0);
    });
  }

  async list(actor: Actor, caseId: string): Promise<readonly CaseLinkDto[]> {
    await this.gate.readCase(actor, caseId, 'case.read');
    return describeLinks(this.database, { actor, caseId, directory: await this.directory.current() });
  }

  /** Cases that may be the same report, with the reasons, among those the reader may read. */
  async duplicates(actor: Actor, caseId: string): Promise<readonly PossibleDuplicateDto[]> {
    const { caseFile } = await this.gate.readCase(actor, caseId, 'case.read');
    const mine = await findReport(this.database, caseId);
    if (mine === undefined) return [];
    const { duplicatesRadius } = await this.catalog.definition(caseFile.definition.hash);
    const readable = scopeOf(actor, 'case.read');
    const found = await reportsLike(this.database, { caseId, days: DAYS_APART }, (first) =>
      scopeSql(readable, CASE_COLUMNS, first),
    );
    const alike = found
      .flatMap((report) => {
        const like = likeness(mine, report, duplicatesRadius);
        return like === undefined ? [] : [{ caseId: report.caseId, ...like }];
      })
      .sort((one, other) => other.score - one.score)
      .slice(0, MOST_SUGGESTED);
    const rows = await readableCases(this.database, actor, alike.map((one) => one.caseId)); // prettier-ignore
    const directory = await this.directory.current();
    const apart = new Map((await distinctFrom(this.database, caseId)).map((one) => [one.otherId, one.toldBy]));
    return alike.flatMap(({ caseId: id, reasons }) => {
      const row = rows.get(id);
      const toldBy = apart.get(id);
      const told = toldBy === undefined ? {} : { distinctBy: namedPerson(directory, toldBy) };
      return row === undefined ? [] : [{ other: describeOther(row, directory), reasons, ...told }];
    });
  }

  /** Two cases that look alike and are not: they are offered together no more. */
  async tellApart(actor: Actor, caseId: string, otherId: string): Promise<void> {
    await this.checkPair(actor, caseId, otherId);
    await insertDistinct(this.database, { caseId, otherId, by: actor.personId });
  }

  async tellApartNoMore(actor: Actor, caseId: string, otherId: string): Promise<void> {
    await this.checkPair(actor, caseId, otherId);
    await deleteDistinct(this.database, { caseId, otherId });
  }

  private async checkPair(actor: Actor, caseId: string, otherId: string): Promise<void> {
    if (caseId === otherId) throw new Refusal('link.itself');
    await this.gate.readCase(actor, caseId, 'case.note');
    await this.gate.readCase(actor, otherId, 'case.note');
  }
}

/** Duplicates hang on one principal: no chain of duplicates, so one answer finds them all. */
async function checkLink(
  sql: Sql,
  { caseId, other, kind }: { readonly caseId: string; readonly other: string; readonly kind: string },
): Promise<void> {
  const [mine, theirs] = [await linksOf(sql, caseId), await linksOf(sql, other)];
  if (mine.some((link) => otherOf(link, caseId) === other)) throw new Refusal('link.already-there');
  if (kind !== 'duplicateOf') return;
  if (theirs.some((link) => link.kind === 'duplicateOf' && link.caseId === other)) {
    throw new Refusal('link.not-principal');
  }
  if (mine.some((link) => link.kind === 'duplicateOf')) throw new Refusal('link.case-has-duplicates');
}
