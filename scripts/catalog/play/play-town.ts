import type { Opening } from '../../../domain/case/open-case.js';
import type { Route } from '../../../domain/case/route.js';
import type { ReplyChannel, RunnableDefinition } from '../../../domain/process/runnable.js';
import type { Calendars } from '../../../domain/time/calendar.js';
import { instantAt, localDateOf } from '../../../domain/time/calendar.js';
import type { Instant } from '../../../domain/time/instant.js';
import type { LocalDate } from '../../../domain/time/local-date.js';
import { CasePlayer } from '../../../src/catalog/case-player.js';
import type { Town as TownOfPlays } from '../../../src/catalog/spoken-acts.js';
import { townCalendars } from '../../../src/calendar/town-calendars.js';
import type { Catalog } from '../../../src/catalog/load-catalog.js';
import { routeOf } from '../../../src/intake/open-request.js';
import type { Town } from '../../../src/town/town.js';

/** A town with its catalogue, for plays without server: cases are opened in it, and its calendar tells the days. */
export class PlayTown implements TownOfPlays {
  readonly calendars: Calendars;

  constructor(
    readonly catalog: Catalog,
    readonly town: Town,
    readonly today: string,
  ) {
    this.calendars = townCalendars(town, today as LocalDate);
  }

  get definitions(): readonly RunnableDefinition[] {
    return [...this.catalog.definitions.values()].map(({ runnable }) => runnable);
  }

  definitionOf = (id: string): RunnableDefinition | undefined => this.catalog.definitions.get(id)?.runnable;

  routeOf = (definition: RunnableDefinition): Route => {
    const theme = this.catalog.definitions.get(definition.processId)?.definition.theme ?? '';
    return routeOf(this.town.directory, definition, { theme, caseId: 'case-1' });
  };

  /** Ten o'clock of that day. */
  at(date: string, minutes = 10 * 60): Instant {
    return instantAt(this.calendar(), date as LocalDate, minutes);
  }

  dayOf(instant: Instant): LocalDate {
    return localDateOf(this.calendar(), instant);
  }

  /** A case of that process, opened in the town. */
  open(definition: RunnableDefinition, opening: Partial<Opening> = {}): CasePlayer {
    const given: Opening = {
      caseId: 'case-1',
      caseNumber: 'D-2026-00001',
      at: this.at(this.today),
      receivedAt: this.at(this.today),
      channel: 'teleservice',
      replyChannel: channelOf(definition),
      answers: {},
      route: this.routeOf(definition),
      acknowledgement: 'mail',
      actorRole: 'citizen',
      calendarRevision: 1,
      ...opening,
    };
    return new CasePlayer({ definition, calendars: this.calendars }, given);
  }

  private calendar(): Calendars[string] {
    const calendar = this.calendars['ville'];
    if (calendar === undefined) throw new Error('This town has no calendar');
    return calendar;
  }
}

/** The first way of replying that the process knows. */
function channelOf(definition: RunnableDefinition): ReplyChannel {
  const step = definition.steps.find((one) => one.kind === 'reply');
  return step?.kind === 'reply' ? (step.by[0] ?? 'email') : 'email';
}
