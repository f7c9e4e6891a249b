import { Injectable } from '@nestjs/common';
import type { Opening } from '../../domain/case/open-case.js';
import type { ReplyChannel, RunnableDefinition } from '../../domain/process/runnable.js';
import { countOf } from '../../domain/text/french-typography.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { printInstant } from '../calendar/read-instant.js';
import { CasePlayer } from '../catalog/case-player.js';
import { CatalogService } from '../catalog/catalog.service.js';
import { summaryOf } from '../catalog/describe-process.js';
import { processDiagram } from '../catalog/process-diagram.js';
import { processWords } from '../catalog/process-words.js';
import { ProcessesService } from '../catalog/processes.service.js';
import { TownFactsService } from '../catalog/town-facts.service.js';
import { Database } from '../database/database.js';
import { versionHealth, type VersionHealth } from '../database/repositories/process-health.repository.js';
import type { PublishedVersion } from '../database/repositories/process-versions.repository.js';
import { Refusal } from '../http/refusal.js';
import { routeOf } from '../intake/open-request.js';
import { acknowledgementMail } from '../letters/mails/acknowledgement-mail.js';
import { DirectoryService } from '../people/directory.service.js';
import { letterheadOf, OrganisationsService } from '../people/organisations.service.js';
import { nextActs } from './bench-acts.js';
import { playBench } from './bench.js';
import type { BenchDto, BenchResultDto, DesignedProcessDto, DesignSheetDto, VersionHealthDto } from './design.dto.js';
import { replyPreviews } from './example-case.js';

/** The catalogue for whoever designs it: how each version does, what it looks like, and a bench to play it. */
@Injectable()
export class DesignService {
  constructor(
    private readonly database: Database,
    private readonly catalog: CatalogService,
    private readonly calendars: CalendarService,
    private readonly directory: DirectoryService,
    private readonly organisations: OrganisationsService,
    private readonly processes: ProcessesService,
    private readonly facts: TownFactsService,
  ) {}

  async list(): Promise<readonly DesignedProcessDto[]> {
    const [health, published, directory, facts] = await Promise.all([
      versionHealth(this.database),
      this.catalog.list(),
      this.directory.current(),
      this.facts.current(),
    ]);
    return published.flatMap((version) => {
      const own = health.filter(({ processId }) => processId === version.processId);
      const current = own.find(({ hash }) => hash === version.hash);
      if (current === undefined) return [];
      const { id, title, theme, department, promise } = summaryOf(version, directory, facts);
      const words = healthWords(own);
      return [
        {
          ...{ id, title, theme, department, promise },
          current: healthDto(current),
          running: own.reduce((sum, { open }) => sum + open, 0),
          used: own.some(({ open, closed }) => open + closed > 0),
          health: words,
          attention: words !== '',
        },
      ];
    });
  }

  async versions(processId: string): Promise<readonly VersionHealthDto[]> {
    await this.version(processId);
    return (await versionHealth(this.database, processId)).map(healthDto);
  }

  async sheet(processId: string): Promise<DesignSheetDto> {
    const { definition } = await this.version(processId);
    const [sheet, names] = await Promise.all([
      this.organisations.sheet(definition.organisation),
      this.processes.names(),
    ]);
    const promise = definition.clocks.find(({ kind }) => kind === 'promise');
    const acknowledgement = acknowledgementMail({
      organisation: letterheadOf(sheet),
      caseNumber: 'D-2026-00421',
      trackingCode: 'EXEM-PLE1',
      followUrl: 'https://exemple.invalid/suivi',
      title: definition.title,
      receivedOn: '2026-05-12',
      ...(promise === undefined ? {} : { promise: { workingDays: promise.limit.n, on: '2026-05-28' } }),
      followedBy: {
        department: names.department(definition.department),
        addressLines: sheet.address.lines,
        email: sheet.email,
        phone: sheet.phone,
      },
    });
    return {
      words: processWords(definition, names),
      diagram: processDiagram(definition, names),
      replies: replyPreviews(definition, sheet),
      acknowledgement: acknowledgement.text,
    };
  }

  /** Plays a case from its opening through the same core as the engine; nothing is kept. */
  async bench(processId: string, given: BenchDto): Promise<BenchResultDto> {
    const { definition, runnable } = await this.version(processId);
    const [{ calendars }, directory, published] = await Promise.all([
      this.calendars.current(),
      this.directory.current(),
      this.catalog.list(),
    ]);
    const calendar = calendars[definition.organisation];
    const openedAt = Date.parse(given.openedAt);
    if (calendar === undefined) throw new Error(`No calendar for ${definition.organisation}`);
    const route = routeOf(directory, runnable, { theme: definition.theme, caseId: 'banc' });
    const opening: Opening = {
      caseId: 'banc',
      caseNumber: 'D-0000-00000',
      at: openedAt,
      receivedAt: openedAt,
      channel: given.channel ?? 'teleservice',
      replyChannel: channelOf(runnable),
      answers: routingAnswers(given.answers ?? {}),
      route,
      acknowledgement: 'mail',
      actorRole: 'citizen',
      calendarRevision: 0,
    };
    const play = new CasePlayer({ definition: runnable, calendars }, opening);
    const town = {
      definitionOf: (id: string) => published.find((one) => one.processId === id)?.runnable,
      routeOf: (other: RunnableDefinition) => routeOf(directory, other, { theme: '', caseId: 'banc' }),
    };
    const basisOf = (id: string): string => definition.clocks.find((clock) => clock.id === id)?.basis ?? id;
    const place = { town, directory, calendar, basisOf };
    return { frames: playBench(play, given.acts, place), next: nextActs(play.caseFile) };
  }

  private async version(processId: string): Promise<PublishedVersion> {
    const version = await this.catalog.get(processId);
    if (version === undefined) throw new Refusal('process.not-found');
    return version;
  }
}

/** By letter where the process knows it: the longer way, so that the posting is played too. */
function channelOf({ steps }: RunnableDefinition): ReplyChannel {
  const step = steps.find((one) => one.kind === 'reply');
  return step?.kind === 'reply' ? (step.by.find((one) => one === 'email') ?? step.by[0] ?? 'email') : 'email';
}

function routingAnswers(answers: Readonly<Record<string, unknown>>): Opening['answers'] {
  return Object.fromEntries(
    Object.entries(answers).filter(
      (entry): entry is [string, string | boolean] => typeof entry[1] === 'string' || typeof entry[1] === 'boolean',
    ),
  );
}

function healthDto({ processId: _of, hash: _hash, publishedAt, ...counts }: VersionHealth): VersionHealthDto {
  return { publishedAt: printInstant(publishedAt.getTime()), ...counts };
}

function healthWords(versions: readonly VersionHealth[]): string {
  const sum = (key: 'late' | 'refused' | 'requalified'): number => versions.reduce((total, one) => total + one[key], 0);
  const parts = [
    [sum('late'), 'en retard', 'en retard'],
    [sum('refused'), 'renvoyée par un service', 'renvoyées par un service'],
    [sum('requalified'), 'requalifiée', 'requalifiées'],
  ] as const;
  return parts.flatMap(([n, one, many]) => (n === 0 ? [] : [countOf(n, one, many)])).join(', ');
}
