import { Injectable } from '@nestjs/common';
import { CalendarService } from '../calendar/calendar.service.js';
import { Database } from '../database/database.js';
import type { PublishedVersion } from '../database/repositories/process-versions.repository.js';
import { decodeKey } from '../http/cursor-key.js';
import { encodeCursor } from '../http/pagination.js';
import { Refusal } from '../http/refusal.js';
import { DirectoryService } from '../people/directory.service.js';
import type { NamedDto } from '../people/named-person.dto.js';
import { CatalogService } from './catalog.service.js';
import {
  namesOf,
  processSheet,
  publicProcess,
  summaryOf,
  type NamesSource,
  type SheetContext,
} from './describe-process.js';
import type { ProcessNames } from './process-names.js';
import { ProcessPage } from './process-page.js';
import { searchProcesses } from './process-search.js';
import { promiseAt } from './promise.js';
import type { PromiseDto } from './promise.dto.js';
import type { FoundProcessDto, ProcessQueryDto, ProcessSheetDto, PublicProcessDto } from './process.dto.js';
import { TownFactsService } from './town-facts.service.js';

/** The catalogue as people search and read it. */
@Injectable()
export class ProcessesService {
  constructor(
    private readonly database: Database,
    private readonly catalog: CatalogService,
    private readonly calendars: CalendarService,
    private readonly directory: DirectoryService,
    private readonly facts: TownFactsService,
  ) {}

  /** All of them, or those that words lead to, best first. */
  async list(query: ProcessQueryDto): Promise<ProcessPage> {
    if (query.q !== undefined && query.q.trim() !== '') return this.search(query.q, query);
    const [versions, directory, facts] = await Promise.all([
      this.catalog.list(),
      this.directory.current(),
      this.facts.current(),
    ]);
    return pageFrom(
      versions.filter((version) => fits(version, query)).map((version) => summaryOf(version, directory, facts)),
      query,
    );
  }

  private async search(sentence: string, query: ProcessQueryDto): Promise<ProcessPage> {
    const [{ matchesWell, results }, versions, directory, facts] = await Promise.all([
      searchProcesses(this.database, sentence, query),
      this.catalog.list(),
      this.directory.current(),
      this.facts.current(),
    ]);
    const byId = new Map(versions.map((version) => [version.processId, version]));
    const found = results.flatMap(({ processId, score, why }) => {
      const version = byId.get(processId);
      return version === undefined ? [] : [{ ...summaryOf(version, directory, facts), score, why }];
    });
    return pageFrom(found, query, matchesWell);
  }

  /** What delegations and filters name, in the order that the town gives them. */
  async themes(): Promise<readonly NamedDto[]> {
    const [versions, directory, facts] = await Promise.all([
      this.catalog.list(),
      this.directory.current(),
      this.facts.current(),
    ]);
    const named = versions.map((version) => summaryOf(version, directory, facts).theme);
    const distinct = [...new Map(named.map((theme) => [theme.id, theme])).values()];
    const ranks = new Map([...facts.themes.keys()].map((id, rank) => [id, rank]));
    const rankOf = ({ id }: NamedDto): number => ranks.get(id) ?? ranks.size;
    return distinct.sort((one, other) => rankOf(one) - rankOf(other) || one.name.localeCompare(other.name, 'fr'));
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

  /** What screens call the teams, departments, telephones and processes that a definition names by their key. */
  async names(): Promise<ProcessNames> {
    return namesOf(await this.namesSource());
  }

  private async version(processId: string): Promise<PublishedVersion> {
    const version = await this.catalog.get(processId);
    if (version === undefined) throw new Refusal('process.not-found');
    return version;
  }

  private async contextOf({ definition }: PublishedVersion): Promise<SheetContext> {
    const [source, { calendars }] = await Promise.all([this.namesSource(), this.calendars.current()]);
    return { ...source, promisedNow: promiseAt(definition, calendars, Date.now()) };
  }

  private async namesSource(): Promise<NamesSource> {
    const [directory, facts, versions] = await Promise.all([
      this.directory.current(),
      this.facts.current(),
      this.catalog.list(),
    ]);
    const titles = new Map(versions.map(({ processId, title }) => [processId, title]));
    return { directory, facts, titleOf: (id) => titles.get(id) };
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

/** A list changes with a publication only: its cursor is a rank. */
function pageFrom(
  found: readonly FoundProcessDto[],
  { cursor, limit }: ProcessQueryDto,
  matchesWell?: boolean,
): ProcessPage {
  const rank = Number(decodeKey(cursor, ['rank'])?.[0] ?? 0);
  const end = rank + limit;
  return new ProcessPage(found.slice(rank, end), end < found.length ? encodeCursor([end]) : undefined, matchesWell);
}
