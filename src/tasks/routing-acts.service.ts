import { Injectable } from '@nestjs/common';
import type { CaseFile } from '../../domain/case/case-file.js';
import type { Route } from '../../domain/case/route.js';
import { findRoute } from '../../domain/people/find-route.js';
import { personOf, type Department, type Directory } from '../../domain/people/directory.js';
import { instantAt, localDateOf, type Calendar } from '../../domain/time/calendar.js';
import { addDays, type LocalDate } from '../../domain/time/local-date.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { CatalogService } from '../catalog/catalog.service.js';
import type { TaskRow } from '../database/repositories/tasks.repository.js';
import { Refusal } from '../http/refusal.js';
import { DirectoryService } from '../people/directory.service.js';
import { keep, plain, UNSTORED, withText, type ActContext, type AskedAct } from './act-context.js';
import type { AskCitizenDto, AskOpinionDto, ConfirmPostingDto, ReassignDto } from './act.dto.js';
import { dayOf } from './answer-conclusion.js';

/** Stands in, in a rehearsal, for a route that is not found yet: no rule reads it. */
export const NO_ROUTE: Route = { organisation: '', department: '', team: '', validators: {}, superiors: {} };

/** Acts that change who a case goes to: the route is found here, where the directory is known, and travels with the command. */
@Injectable()
export class RoutingActs {
  constructor(
    private readonly catalog: CatalogService,
    private readonly calendars: CalendarService,
    private readonly directory: DirectoryService,
  ) {}

  /** Another holder: a person, or whoever the rules of a department name. */
  reassign(dto: ReassignDto): AskedAct {
    return {
      rehearsal: { kind: 'reassign', route: NO_ROUTE },
      prepare: async (context) => {
        const route = await this.newRoute(dto, context.caseFile);
        const reason = dto.reason === undefined ? {} : { reason: await keep(context, 'reassignment', dto.reason) };
        return { act: { kind: 'reassign', route, ...reason } };
      },
    };
  }

  askOpinion(dto: AskOpinionDto): AskedAct {
    const required = dto.required === true;
    const place = { organisation: '', department: dto.department, team: dto.team ?? '' };
    return {
      rehearsal: { kind: 'askOpinion', text: UNSTORED, required, ...place },
      prepare: async (context: ActContext) => {
        const directory = await this.directory.current();
        const department = departmentOf(directory, dto.department);
        const team = dto.team ?? teamOf(directory, department.id);
        const text = await keep(context, 'opinionAsked', dto.text);
        return {
          act: {
            kind: 'askOpinion',
            text,
            required,
            organisation: department.organisation,
            department: department.id,
            team,
          },
        };
      },
    };
  }

  /** What is missing, until a day of the case's own calendar. */
  async askCitizen(dto: AskCitizenDto, { organisation }: Pick<TaskRow, 'organisation'>): Promise<AskedAct> {
    const until = dayOf(dto.until, '/until');
    const calendar = await this.calendarOf(organisation);
    if (until <= localDateOf(calendar, Date.now())) throw unknown('/until', 'Indiquez une date à venir.');
    const untilAt = instantAt(calendar, addDays(until, 1), 0);
    return withText('missingItem', dto.text, (text) => ({ kind: 'askCitizen', text, until, untilAt }));
  }

  async confirmPosting(dto: ConfirmPostingDto): Promise<AskedAct> {
    return plain({ kind: 'confirmPosting', postedOn: await this.postingDay(dto) });
  }

  /** The day a letter was posted: today unless said otherwise. */
  async postingDay(dto: ConfirmPostingDto): Promise<LocalDate> {
    const today = localDateOf(await this.calendarOf(undefined), Date.now());
    const postedOn = dto.postedOn === undefined ? today : dayOf(dto.postedOn, '/postedOn');
    if (postedOn > today) throw unknown('/postedOn', 'La date d’envoi ne peut pas être à venir.');
    return postedOn;
  }

  private async calendarOf(organisation: string | undefined): Promise<Calendar> {
    const { calendars } = await this.calendars.current();
    const calendar = (organisation === undefined ? undefined : calendars[organisation]) ?? Object.values(calendars)[0];
    if (calendar === undefined) throw new Error('No calendar is in force');
    return calendar;
  }

  private async newRoute(dto: ReassignDto, caseFile: CaseFile): Promise<Route> {
    const directory = await this.directory.current();
    const { route } = caseFile;
    if (dto.holder !== undefined && personOf(directory, dto.holder) === undefined)
      throw unknown('/holder', 'Cette personne n’existe pas.');
    const department = departmentOf(
      directory,
      dto.department ?? departmentOfHolder(directory, dto.holder) ?? route.department,
    );
    const departmentId = department.id;
    const team = dto.team ?? (departmentId === route.department ? route.team : teamOf(directory, departmentId));
    const { theme } = await this.catalog.definition(caseFile.definition.hash);
    const quartier = route.quartier === undefined ? {} : { quartier: route.quartier };
    const found = findRoute(directory, {
      organisation: department.organisation,
      department: departmentId,
      team,
      theme,
      spreadKey: caseFile.caseId,
      ...quartier,
    });
    if (found === undefined) throw unknown('/department', 'Ce service n’existe pas.');
    return { ...found, ...(dto.holder === undefined ? {} : { holder: dto.holder }) };
  }
}

function departmentOfHolder(directory: Directory, holder: string | undefined): string | undefined {
  return holder === undefined
    ? undefined
    : personOf(directory, holder)?.roles.find((held) => held.department !== undefined)?.department;
}

function departmentOf(directory: Directory, id: string): Department {
  const department = directory.departments.find((one) => one.id === id);
  if (department === undefined) throw unknown('/department', 'Ce service n’existe pas.');
  if (department.closedOn !== undefined) throw unknown('/department', 'Ce service est fermé.');
  return department;
}

function teamOf(directory: Directory, department: string): string {
  return directory.teams.find((team) => team.department === department)?.id ?? department;
}

function unknown(pointer: string, detail: string): Refusal {
  return new Refusal('request.invalid-answers', { faults: [{ pointer, code: 'unknown', detail }] });
}
