import { stringify } from 'csv-stringify/sync';
import type { StatisticsGroup } from '../database/repositories/statistics.repository.js';
import type { StatisticsDto } from './statistics.dto.js';

const GROUP_TITLES: Readonly<Record<StatisticsGroup, string>> = {
  department: 'Service',
  theme: 'Thème',
  channel: 'Canal',
  quartier: 'Quartier',
  organisation: 'Organisation',
  month: 'Mois',
};

/**
 * A table as French spreadsheets open it: UTF-8 with a byte-order mark, semicolons, a decimal comma. A cell that a
 * spreadsheet would run as a formula is quoted.
 */
export function figuresCsv({ groupBy, rows, total }: StatisticsDto): string {
  const columns = [
    GROUP_TITLES[groupBy],
    'Demandes reçues',
    'Demandes répondues',
    'Engagements tenus',
    'Engagements manqués',
    'Part tenue (%)',
    'Délai médian (jours)',
    'Réouvertures',
    'Pas pour mon service',
  ];
  const line = (name: string, one: StatisticsDto['total']): readonly (string | number)[] => [
    name,
    one.received,
    one.answered,
    one.kept,
    one.missed,
    one.keptShare === undefined ? '' : decimal(Math.round(one.keptShare * 1000) / 10),
    one.medianDays === undefined ? '' : decimal(one.medianDays),
    one.reopened,
    one.notForUs,
  ];
  return stringify([columns, ...rows.map((row) => line(row.name, row)), line('Total', total)], {
    bom: true,
    delimiter: ';',
    escape_formulas: true,
    record_delimiter: '\r\n',
  });
}

function decimal(value: number): string {
  return String(value).replace('.', ',');
}
