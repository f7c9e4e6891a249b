import { Injectable } from '@nestjs/common';
import { countOf, longDate, typeset } from '../../domain/text/french-typography.js';
import { addDays, addMonths, type LocalDate } from '../../domain/time/local-date.js';
import { retentionEnd } from '../../domain/time/retention-end.js';
import { CatalogService } from '../catalog/catalog.service.js';
import { Database } from '../database/database.js';
import { closedCases } from '../database/repositories/process-health.repository.js';
import { retentionInFrench } from '../privacy/keeping.js';
import type { RetentionDto } from './design.dto.js';

/** How long the personal data of each process are kept, and what is over its time by the end of the month. Read only. */
@Injectable()
export class RetentionService {
  constructor(
    private readonly database: Database,
    private readonly catalog: CatalogService,
  ) {}

  async read(): Promise<RetentionDto> {
    const until = endOfMonth(Date.now());
    const [published, closed] = [await this.catalog.list(), await closedCases(this.database)];
    const rules = published.map(({ processId, title, definition }) => {
      const own = closed.filter((one) => one.processId === processId);
      const over = own.filter(({ closedOn }) => retentionEnd(definition.retention, closedOn as LocalDate) <= until);
      const all = sum(own);
      return {
        process: { id: processId, name: title },
        kept: retentionInFrench(definition.retention),
        dueThisMonth: sum(over),
        within: all - sum(over),
      };
    });
    const total = rules.reduce((count, { dueThisMonth }) => count + dueThisMonth, 0);
    const sentence =
      total === 0
        ? `Aucune demande n’arrive au bout de sa durée de conservation d’ici le ${longDate(until)}.`
        : `${countOf(total, 'demande arrive au bout de sa', 'demandes arrivent au bout de leur')} durée de conservation d’ici le ${longDate(until)}.`;
    return {
      until,
      sentence: typeset(sentence),
      rules: [...rules].sort(
        (one, other) =>
          other.dueThisMonth - one.dueThisMonth || one.process.name.localeCompare(other.process.name, 'fr'),
      ),
    };
  }
}

function sum(rows: readonly { readonly count: number }[]): number {
  return rows.reduce((total, { count }) => total + count, 0);
}

function endOfMonth(now: number): LocalDate {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(now) as LocalDate;
  const first = `${today.slice(0, 7)}-01` as LocalDate;
  return addDays(addMonths(first, 1), -1);
}
