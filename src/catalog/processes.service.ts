import { Injectable } from '@nestjs/common';
import type { Directory } from '../../domain/people/directory.js';
import { CalendarService } from '../calendar/calendar.service.js';
import type { PublishedVersion } from '../database/repositories/process-versions.repository.js';
import { decodeKey } from '../http/cursor-key.js';
import { encodeCursor, Page } from '../http/pagination.js';
import { Refusal } from '../http/refusal.js';
import { DirectoryService } from '../people/directory.service.js';
import { CatalogService } from './catalog.service.js';
import { processSheet, publicProcess, summaryOf, type SheetContext } from './describe-process.js';
import { promiseAt } from './promise.js';
import type { PromiseDto } from './promise.dto.js';
import type { ProcessQueryDto, ProcessSheetDto, ProcessSummaryDto, PublicProcessDto } from './process.dto.js';
import { searchable, searchProcesses, type SearchableProcess } from './search-processes.js';
import { TownFactsService } from './town-facts.service.js';

/** The catalogue as people search and read it. */
@Injectable()
export class ProcessesService {
  /** Folded words of each version, made once. */
  private readonly folded = new Map<string, SearchableProcess<PublishedVersion>>();

  constructor(
    private readonly catalog: CatalogService,
    private readonly calendars: CalendarService,
    private readonly directory: DirectoryService,
    private readonly facts: TownFactsService,
  ) {}

  async list(query: ProcessQueryDto): Promise<Page<ProcessSummaryDto>> {
    const versions = (await this.catalog.list()).filter((version) => fits(version, query));
    const found = searchProcesses(
      versions.map((version) => this.searchable(version)),
      query.q ?? '',
    );
    const directory = await this.directory.current();
    return pageFrom(found, query).map((version) => summaryOf(version, directory));
  }

  async sheet(processId: string): Promise<ProcessSheetDto> {
    const version = await this.version(processId);
    return processSheet(version, await this.contextOf(version));
  }

  async publicSheet(processId: string): Promise<PublicProcessDto> {
    const version = await this.version(processId);
    return publicProcess(version, await this.contextOf(version));
  }

  /** What would be promised for a request received at that instant; now where none is given. */
  async promise(processId: string, receivedAt?: string): Promise<PromiseDto> {
    const { definition } = await this.version(processId);
    const { calendars } = await this.calendars.current();
    return promiseAt(definition, calendars, receivedAt === undefined ? Date.now() : Date.parse(receivedAt));
  }

  private async version(processId: string): Promise<PublishedVersion> {
    const version = await this.catalog.get(processId);
    if (version === undefined) throw new Refusal('process.not-found');
    return version;
  }

  private async contextOf({ definition }: PublishedVersion): Promise<SheetContext> {
    const [directory, facts, { calendars }, versions] = await Promise.all([
      this.directory.current() satisfies Promise<Directory>,
      this.facts.current(),
      this.calendars.current(),
      this.catalog.list(),
    ]);
    const titles = new Map(versions.map(({ processId, title }) => [processId, title]));
    return {
      directory,
      facts,
      promisedNow: promiseAt(definition, calendars, Date.now()),
      titleOf: (id) => titles.get(id),
    };
  }

  private searchable(version: PublishedVersion): SearchableProcess<PublishedVersion> {
    const known = this.folded.get(version.hash) ?? searchable(version);
    this.folded.set(version.hash, known);
    return known;
  }
}

function fits(
  { definition }: PublishedVersion,
  { theme, organisation, department, teleservice }: ProcessQueryDto,
): boolean {
  return (
    (theme === undefined || definition.theme === theme) &&
    (organisation === undefined || definition.organisation === organisation) &&
    (department === undefined || definition.department === department) &&
    (teleservice === undefined || definition.teleservice?.kind === teleservice)
  );
}

/** The list is in memory and changes with a publication only: its cursor is a rank. */
function pageFrom<T>(found: readonly T[], { cursor, limit }: ProcessQueryDto): Page<T> {
  const rank = Number(decodeKey(cursor, ['rank'])?.[0] ?? 0);
  const end = rank + limit;
  return new Page(found.slice(rank, end), end < found.length ? encodeCursor([end]) : undefined);
}
