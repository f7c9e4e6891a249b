import { Injectable } from '@nestjs/common';
import type { Absence } from '../../domain/people/directory.js';
import { scopeOf } from '../../domain/people/permission.js';
import { isEssential, lineInFrench } from '../../domain/text/journal-words.js';
import { instantAt } from '../../domain/time/calendar.js';
import { addDays } from '../../domain/time/local-date.js';
import type { Actor } from '../auth/allow.js';
import { scopeSql } from '../auth/scope-sql.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { printInstant } from '../calendar/read-instant.js';
import { Database } from '../database/database.js';
import { CASE_COLUMNS } from '../database/repositories/case-access.repository.js';
import {
  actsInNameOf,
  isReturnSeen,
  markReturnSeen,
  waitingFor,
  type Meanwhile,
} from '../database/repositories/returns.repository.js';
import { Refusal } from '../http/refusal.js';
import { namedPerson } from '../people/person-names.js';
import type { ReturnDto } from './absences.dto.js';
import { AbsencesService } from './absences.service.js';
import { describeAbsence } from './describe-absence.js';

/** Afterwards it is history: the journal of each case has it. */
const TOLD_FOR_DAYS = 14;
const SHOWN = 50;
const NOTHING: ReturnDto = { seen: true, acts: [], others: 0, waiting: { open: 0, arrived: 0, late: 0 } };

/** « Pendant votre absence »: what was done in one's name, by whom, and what waits. */
@Injectable()
export class ReturnsService {
  constructor(
    private readonly database: Database,
    private readonly calendars: CalendarService,
    private readonly absences: AbsencesService,
  ) {}

  async last(actor: Actor): Promise<ReturnDto> {
    const context = await this.absences.context();
    const { directory, today } = context;
    const since = addDays(today, -TOLD_FOR_DAYS);
    const [absence] = directory.absences
      .filter(({ person, to }) => person === actor.personId && to < today && to >= since)
      .sort((one, other) => other.to.localeCompare(one.to));
    if (absence === undefined) return NOTHING;
    const meanwhile = await this.meanwhile(actor, absence);
    const [rows, waiting, seen] = await Promise.all([
      actsInNameOf(this.database, meanwhile, (first) => scopeSql(scopeOf(actor, 'case.read'), CASE_COLUMNS, first)),
      waitingFor(this.database, meanwhile, today),
      isReturnSeen(this.database, absence.id),
    ]);
    const told = rows.filter(({ code }) => isEssential(code));
    return {
      absence: describeAbsence(absence, context),
      seen,
      acts: told.slice(0, SHOWN).map(({ at, code, about, actor: by, ...ofCase }) => ({
        at: printInstant(at.getTime()),
        words: lineInFrench(code, about ?? {}),
        by: namedPerson(directory, by),
        ...ofCase,
      })),
      others: Math.max(0, told.length - SHOWN),
      waiting,
    };
  }

  /** @throws Refusal `absence.not-found` */
  async markSeen({ personId }: Actor, id: string): Promise<void> {
    if (!(await markReturnSeen(this.database, id, personId))) throw new Refusal('absence.not-found');
  }

  private async meanwhile(actor: Actor, { from, to }: Absence): Promise<Meanwhile> {
    const calendar = await this.calendars.calendarFor(actor);
    const midnight = (day: Absence['from']): Date => new Date(instantAt(calendar, day, 0));
    return { personId: actor.personId, from: midnight(from), to: midnight(addDays(to, 1)) };
  }
}
