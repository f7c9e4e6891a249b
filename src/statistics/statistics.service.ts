import { Injectable } from '@nestjs/common';
import type { Directory } from '../../domain/people/directory.js';
import { scopeOf } from '../../domain/people/permission.js';
import type { Actor } from '../auth/allow.js';
import { scopeSql } from '../auth/scope-sql.js';
import { ProcessesService } from '../catalog/processes.service.js';
import { Database } from '../database/database.js';
import {
  countMeasures,
  sumStepTimes,
  type StatisticsGroup,
  type StatisticsQuery,
} from '../database/repositories/statistics.repository.js';
import { Refusal } from '../http/refusal.js';
import { DirectoryService } from '../people/directory.service.js';
import { PlacesService } from '../places/places.service.js';
import { channelName, figuresOf, monthName, sentencesOf } from './describe-figures.js';
import { figuresCsv } from './figures-csv.js';
import type { StatisticsDto, StatisticsQueryDto } from './statistics.dto.js';

/** No content of a case is in a figure: sensitive cases count like the others, within the reader's perimeter. */
const COLUMNS = {
  organisation: 'c.organisation',
  department: 'c.department',
  sector: 'c.sector',
  sensitive: 'false',
};

/** Figures of the citizen-relations service, computed from the journal. */
@Injectable()
export class StatisticsService {
  constructor(
    private readonly database: Database,
    private readonly directory: DirectoryService,
    private readonly processes: ProcessesService,
    private readonly places: PlacesService,
  ) {}

  async read(actor: Actor, { from, to, groupBy, ...only }: StatisticsQueryDto): Promise<StatisticsDto> {
    if (to < from) throw reversed();
    const scope = scopeOf(actor, 'statistics.read');
    const query: StatisticsQuery = { from, to, groupBy, only, scope: (first) => scopeSql(scope, COLUMNS, first) };
    const before = { from: aYearBefore(from), to: aYearBefore(to) };
    const comparable = before.to < from;
    const [measures, steps, all, allBefore] = await Promise.all([
      countMeasures(this.database, query),
      sumStepTimes(this.database, query),
      countMeasures(this.database, { ...query, groupBy: 'all' }),
      // More than a year would be compared with itself.
      comparable ? countMeasures(this.database, { ...query, ...before, groupBy: 'all' }) : [],
    ]);
    const nameOf = await this.namesOf(groupBy);
    const keys = [...new Set(measures.map(({ key }) => key))];
    const rows = keys.map((key) => ({
      key: key ?? '',
      name: key === null ? NONE[groupBy] : nameOf(key),
      ...figuresOf(
        measures.filter((row) => row.key === key),
        steps.filter((row) => row.key === key),
      ),
    }));
    const total = figuresOf(all, steps);
    const yearBefore = allBefore.length === 0 ? undefined : { ...before, total: figuresOf(allBefore, []) };
    return {
      ...{ from, to, groupBy, total },
      sentences: sentencesOf(total, { from, to, before: yearBefore?.total }),
      ...(yearBefore === undefined ? {} : { yearBefore }),
      rows: sorted(rows, groupBy),
    };
  }

  /** The table that the screen shows, for a spreadsheet. */
  async csv(actor: Actor, query: StatisticsQueryDto): Promise<string> {
    return figuresCsv(await this.read(actor, query));
  }

  private async namesOf(groupBy: StatisticsGroup): Promise<(key: string) => string> {
    switch (groupBy) {
      case 'month':
        return monthName;
      case 'channel':
        return channelName;
      case 'theme': {
        const themes = new Map((await this.processes.themes()).map(({ id, name }) => [id, name]));
        return (key) => themes.get(key) ?? key;
      }
      case 'quartier': {
        const { items } = await this.places.quartiers();
        return (key) => items.find(({ id }) => id === key)?.name ?? key;
      }
      case 'department':
      case 'organisation': {
        const directory = await this.directory.current();
        return (key) => placeName(directory, groupBy, key);
      }
    }
  }
}

const NONE: Readonly<Record<StatisticsGroup, string>> = {
  department: 'Sans service',
  theme: 'Sans thème',
  channel: 'Sans canal',
  quartier: 'Sans quartier',
  organisation: 'Sans organisation',
  month: 'Sans date',
};

function placeName(directory: Directory, groupBy: 'department' | 'organisation', key: string): string {
  const among = groupBy === 'department' ? directory.departments : directory.organisations;
  return among.find(({ id }) => id === key)?.name ?? key;
}

/** Months in their order, the rest with the most received first. */
function sorted(rows: StatisticsDto['rows'], groupBy: StatisticsGroup): StatisticsDto['rows'] {
  if (groupBy === 'month') return [...rows].sort((one, other) => (one.key < other.key ? -1 : 1));
  return [...rows].sort((one, other) => other.received - one.received || one.name.localeCompare(other.name, 'fr'));
}

/** The same day a year before; 29 February answers to the 28th. */
function aYearBefore(day: string): string {
  const year = String(Number(day.slice(0, 4)) - 1);
  return day.endsWith('-02-29') ? `${year}-02-28` : `${year}${day.slice(4)}`;
}

function reversed(): Refusal {
  const detail = 'La fin de la période précède son début.';
  return new Refusal('request.invalid', { faults: [{ pointer: '/to', code: 'reversed', detail }] });
}
