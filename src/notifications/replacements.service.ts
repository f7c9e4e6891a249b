import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/allow.js';
import { CatalogService } from '../catalog/catalog.service.js';
import { Database } from '../database/database.js';
import { toldReplacements } from '../database/repositories/replacement-notices.repository.js';
import { definedOf } from '../http/defined-of.js';
import { DirectoryService } from '../people/directory.service.js';
import { namedPerson } from '../people/person-names.js';
import type { ReplacementNotificationDto } from './notifications.dto.js';

interface ToldReplacement extends Omit<ReplacementNotificationDto, 'at' | 'unread'> {
  readonly at: Date;
}

/** Whom the reader replaces today, and since when they are told. */
@Injectable()
export class ReplacementsService {
  constructor(
    private readonly database: Database,
    private readonly directory: DirectoryService,
    private readonly catalog: CatalogService,
  ) {}

  /** The newest first. Who replaces nobody costs no look at the database. */
  async told({ personId, substitutesFor }: Actor): Promise<readonly ToldReplacement[]> {
    if (substitutesFor.length === 0) return [];
    const [told, directory, titles] = await Promise.all([
      toldReplacements(this.database, personId),
      this.directory.current(),
      this.catalog.titles(),
    ]);
    return told
      .flatMap(({ absenceId, toldAt: at }) => {
        const absence = directory.absences.find(({ id }) => id === absenceId);
        // Over, or in the hands of somebody else again.
        if (absence === undefined || !substitutesFor.some(({ rule }) => rule.startsWith(`absence:${absenceId}:`)))
          return [];
        const { person, to: until, processes, message } = absence;
        return {
          ...{ absenceId, until, at },
          person: namedPerson(directory, person),
          ...definedOf({ message, processes: processes?.map((id) => ({ id, name: titles.get(id) ?? id })) }),
        };
      })
      .sort((one, other) => other.at.getTime() - one.at.getTime());
  }
}
