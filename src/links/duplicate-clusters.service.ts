import { Injectable } from '@nestjs/common';
import { scopeOf } from '../../domain/people/permission.js';
import type { Actor } from '../auth/allow.js';
import { scopeSql } from '../auth/scope-sql.js';
import { CatalogService } from '../catalog/catalog.service.js';
import { Database } from '../database/database.js';
import { CASE_COLUMNS } from '../database/repositories/case-access.repository.js';
import { linkedCases } from '../database/repositories/case-links.repository.js';
import { openReports, settledPairs, type OpenReportRow } from '../database/repositories/duplicates.repository.js';
import { DirectoryService } from '../people/directory.service.js';
import { describeOther } from './describe-links.js';
import { clustersOf, type Cluster, type MeasuredReport } from './duplicate-clusters.js';
import type { DuplicateClusterDto, DuplicateClustersDto, OtherCaseDto } from './links.dto.js';

/** What has been open for longer was looked at already. */
const DAYS = 90;
/** Two months of a large town; the latest are compared. */
const MOST_COMPARED = 5000;
/** Nobody goes further in one sitting. */
const MOST_SHOWN = 50;

/** Clusters of open cases that may be one, among those on which the reader may write. */
@Injectable()
export class DuplicateClustersService {
  constructor(
    private readonly database: Database,
    private readonly catalog: CatalogService,
    private readonly directory: DirectoryService,
  ) {}

  async list(actor: Actor): Promise<DuplicateClustersDto> {
    const scope = scopeOf(actor, 'case.note');
    const reports = await openReports(this.database, { days: DAYS, atMost: MOST_COMPARED }, (first) =>
      scopeSql(scope, CASE_COLUMNS, first),
    );
    const settled = await settledPairs(this.database, reports.map(({ caseId }) => caseId)); // prettier-ignore
    const clusters = clustersOf(await this.measured(reports), settled);
    const shown = [...clusters].sort((one, other) => other.members.length - one.members.length).slice(0, MOST_SHOWN);
    return { items: await this.describe(shown), others: clusters.length - shown.length };
  }

  private async measured(reports: readonly OpenReportRow[]): Promise<readonly MeasuredReport[]> {
    const radius = new Map<string, number | undefined>();
    for (const hash of new Set(reports.map(({ processHash }) => processHash))) {
      radius.set(hash, (await this.catalog.definition(hash)).duplicatesRadius);
    }
    return reports.map((report) => ({ report, radius: radius.get(report.processHash) }));
  }

  private async describe(clusters: readonly Cluster[]): Promise<readonly DuplicateClusterDto[]> {
    const ids = clusters.flatMap(({ principal, members }) => [principal, ...members.map(({ caseId }) => caseId)]);
    const [rows, directory] = await Promise.all([linkedCases(this.database, ids), this.directory.current()]);
    const others = new Map(rows.map((row): [string, OtherCaseDto] => [row.caseId, describeOther(row, directory)]));
    return clusters.flatMap(({ principal, members }) => {
      const first = others.get(principal);
      const found = members.flatMap(({ caseId, reasons }) => {
        const other = others.get(caseId);
        return other === undefined ? [] : [{ other, reasons }];
      });
      return first === undefined ? [] : [{ principal: first, members: found }];
    });
  }
}
