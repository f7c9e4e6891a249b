import { Injectable } from '@nestjs/common';
import type { Directory, HeldRole } from '../../domain/people/directory.js';
import { addDays, weekdayOf, type LocalDate } from '../../domain/time/local-date.js';
import type { Actor } from '../auth/allow.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { definedOf } from '../http/defined-of.js';
import { Refusal } from '../http/refusal.js';
import { DirectoryService } from '../people/directory.service.js';
import { departmentName, namedPerson } from '../people/person-names.js';
import { audienceOf } from '../tasks/task-audience.js';
import { TasksService, type DepartmentTasks } from '../tasks/tasks.service.js';
import type { LoadDto, PlannedPersonDto, PlannedTaskDto, PlanningDto, PlanningQueryDto } from './planning.dto.js';

/** Roles to which the tasks of a department are given. */
const ANSWERING: readonly string[] = ['referent', 'headOfDepartment'];

/** Who has what to do in a department, day by day of a week, and who is away. */
@Injectable()
export class PlanningService {
  constructor(
    private readonly tasks: TasksService,
    private readonly directory: DirectoryService,
    private readonly calendars: CalendarService,
  ) {}

  /** @throws Refusal `auth.forbidden` for a department that is not the reader's, and for whoever has none */
  async week(actor: Actor, query: PlanningQueryDto): Promise<PlanningDto> {
    const mine = audienceOf(actor).departments;
    const department = query.department ?? mine[0];
    if (department === undefined || !mine.includes(department)) throw new Refusal('auth.forbidden');
    const today = await this.calendars.today();
    const monday = mondayOf(query.on ?? today);
    const sunday = addDays(monday, 6);
    const first = monday < today ? today : monday;
    const found = await this.tasks.ofDepartment(actor, department, { today, from: first, to: sunday });
    const tasks = found.tasks.map(plannedTask);
    const directory = await this.directory.current();
    const named = (id: string): { id: string; name: string } => ({ id, name: departmentName(directory, id) });
    return {
      department: named(department),
      departments: mine.map(named),
      today,
      monday,
      days: daysOf(await this.calendars.openDaysOfWeek(monday), tasks, first),
      people: peopleOf(directory, department, { found, from: monday, to: sunday }),
      team: loadOf(found, null),
      tasks,
      cut: found.cut,
    };
  }
}

function mondayOf(day: LocalDate): LocalDate {
  return addDays(day, 1 - weekdayOf(day));
}

/** A closed day is shown where something is due on it all the same. */
function daysOf(open: readonly LocalDate[], tasks: readonly PlannedTaskDto[], first: LocalDate): readonly string[] {
  const due = tasks.flatMap(({ dueOn }) => (dueOn === undefined || dueOn < first ? [] : [dueOn]));
  return [...new Set<string>([...open, ...due])].sort();
}

function plannedTask({ task, mayMove }: DepartmentTasks['tasks'][number]): PlannedTaskDto {
  const { id, caseNumber, title, kind, quartier, dueOn, holder, claimedBy } = task;
  return { id, caseNumber, title, kind, mayMove, ...definedOf({ quartier, dueOn, person: (claimedBy ?? holder)?.id }) };
}

interface Week {
  readonly found: DepartmentTasks;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Those who answer for the department, in the directory's order, then whoever else has something of it. */
function peopleOf(directory: Directory, department: string, week: Week): readonly PlannedPersonDto[] {
  const answers = (held: HeldRole): boolean => held.department === department && ANSWERING.includes(held.role);
  const members = directory.people.filter(({ roles }) => roles.some(answers)).map(({ id }) => id);
  const others = week.found.load.flatMap(({ person }) => (person === null || members.includes(person) ? [] : [person]));
  return [...members, ...others].map((id) => ({
    ...namedPerson(directory, id),
    member: members.includes(id),
    load: loadOf(week.found, id),
    away: directory.absences
      .filter(({ person, from, to }) => person === id && from <= week.to && week.from <= to)
      .map(({ from, to, processes }) => ({ from, to, ...definedOf({ processes: processes?.length }) })),
  }));
}

function loadOf({ load }: DepartmentTasks, person: string | null): LoadDto {
  const { open = 0, late = 0 } = load.find((one) => one.person === person) ?? {};
  return { open, late };
}
