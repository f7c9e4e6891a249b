import { Injectable } from '@nestjs/common';
import { countOf } from '../../domain/text/french-typography.js';
import { printInstant } from '../calendar/read-instant.js';
import { CatalogService } from '../catalog/catalog.service.js';
import { summaryOf } from '../catalog/describe-process.js';
import { TownFactsService } from '../catalog/town-facts.service.js';
import { Database } from '../database/database.js';
import { versionHealth, type VersionHealth } from '../database/repositories/process-health.repository.js';
import { countFailedTrials } from '../database/repositories/process-trials.repository.js';
import { Refusal } from '../http/refusal.js';
import { DirectoryService } from '../people/directory.service.js';
import { headName } from '../people/person-names.js';
import type { DesignedProcessDto, VersionHealthDto } from './design.dto.js';

/** How each process and each of its versions does: what runs, what is late, what departments send back. */
@Injectable()
export class CatalogHealthService {
  constructor(
    private readonly database: Database,
    private readonly catalog: CatalogService,
    private readonly directory: DirectoryService,
    private readonly facts: TownFactsService,
  ) {}

  async list(): Promise<readonly DesignedProcessDto[]> {
    const [health, published, directory, facts, failed] = await Promise.all([
      versionHealth(this.database),
      this.catalog.list(),
      this.directory.current(),
      this.facts.current(),
      countFailedTrials(this.database),
    ]);
    return published.flatMap((version) => {
      const own = health.filter(({ processId }) => processId === version.processId);
      const current = own.find(({ hash }) => hash === version.hash);
      if (current === undefined) return [];
      const { id, title, theme, department, promise } = summaryOf(version, directory, facts);
      const failedTrials = failed.get(id) ?? 0;
      const owner = headName(directory, department.id);
      const words = healthWords(own, failedTrials);
      return [
        {
          ...{ id, title, theme, department, promise },
          current: healthDto(current),
          ...(owner === undefined ? {} : { owner }),
          running: own.reduce((sum, { open }) => sum + open, 0),
          runningByVersion: own.filter(({ open }) => open > 0).map((one) => ({ version: one.version, open: one.open })),
          failedTrials,
          used: own.some(({ open, closed }) => open + closed > 0),
          health: words,
          attention: words !== '',
        },
      ];
    });
  }

  async versions(processId: string): Promise<readonly VersionHealthDto[]> {
    if ((await this.catalog.get(processId)) === undefined) throw new Refusal('process.not-found');
    return (await versionHealth(this.database, processId)).map(healthDto);
  }
}

function healthDto({ processId: _of, hash: _hash, publishedAt, ...counts }: VersionHealth): VersionHealthDto {
  return { publishedAt: printInstant(publishedAt.getTime()), ...counts };
}

function healthWords(versions: readonly VersionHealth[], failedTrials: number): string {
  const sum = (key: 'late' | 'missed' | 'refused' | 'requalified'): number =>
    versions.reduce((total, one) => total + one[key], 0);
  const parts = [
    [failedTrials, 'essai en échec', 'essais en échec'],
    [sum('late'), 'en retard', 'en retard'],
    [sum('missed'), 'close en retard', 'closes en retard'],
    [sum('refused'), 'renvoyée par un service', 'renvoyées par un service'],
    [sum('requalified'), 'requalifiée', 'requalifiées'],
  ] as const;
  return parts.flatMap(([n, one, many]) => (n === 0 ? [] : [countOf(n, one, many)])).join(', ');
}
