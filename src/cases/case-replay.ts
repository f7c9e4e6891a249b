import { Injectable } from '@nestjs/common';
import { foldCase, rulesNeeded, type FoldedCase, type RuleHashes } from '../../domain/case/fold.js';
import type { Rules } from '../../domain/case/rules.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { CatalogService } from '../catalog/catalog.service.js';
import type { StoredJournal } from '../database/repositories/journal.repository.js';

/** Lives a case again from its journal, under the definitions and calendars it was lived with. */
@Injectable()
export class CaseReplay {
  constructor(
    private readonly catalog: CatalogService,
    private readonly calendars: CalendarService,
  ) {}

  async fold({ opening, events }: StoredJournal): Promise<FoldedCase> {
    const rules = new Map<string, Rules>();
    for (const hashes of rulesNeeded(opening, events)) {
      if (!rules.has(keyOf(hashes))) rules.set(keyOf(hashes), await this.rulesOf(hashes));
    }
    return foldCase(opening, events, (hashes) => {
      const found = rules.get(keyOf(hashes));
      if (found === undefined) throw new Error('Rules that were not announced');
      return found;
    });
  }

  private async rulesOf({ definition, calendars }: RuleHashes): Promise<Rules> {
    return { definition: await this.catalog.runnable(definition), calendars: await this.calendars.byHashes(calendars) };
  }
}

function keyOf(hashes: RuleHashes): string {
  return JSON.stringify(hashes);
}
