import { Injectable } from '@nestjs/common';
import { personOf } from '../../domain/people/directory.js';
import { localDateOf } from '../../domain/time/calendar.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { decodeKey } from '../http/cursor-key.js';
import { encodeCursor, Page } from '../http/pagination.js';
import { Refusal } from '../http/refusal.js';
import { describeDepartment, describeOrganisation, describePerson, findPeople } from './describe-people.js';
import { DirectoryService } from './directory.service.js';
import { OrganisationsService } from './organisations.service.js';
import type { DepartmentDto, OrganisationDto, PeopleQueryDto, PersonDto } from './people.dto.js';

/** Who works in the town hall, where and under whom: read from memory. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly directory: DirectoryService,
    private readonly sheets: OrganisationsService,
    private readonly calendars: CalendarService,
  ) {}

  async list(query: PeopleQueryDto): Promise<Page<PersonDto>> {
    const rank = Number(decodeKey(query.cursor, ['rank'])?.[0] ?? 0);
    const directory = await this.directory.current();
    const today = await this.today();
    const found = findPeople(directory, query);
    const end = rank + query.limit;
    const next = end < found.length ? encodeCursor([end]) : undefined;
    return new Page(found.slice(rank, end), next).map((person) => describePerson(person, directory, today));
  }

  async read(id: string): Promise<PersonDto> {
    const directory = await this.directory.current();
    const person = personOf(directory, id);
    if (person === undefined) throw new Refusal('person.not-found');
    return describePerson(person, directory, await this.today());
  }

  async departments(organisation?: string): Promise<Page<DepartmentDto>> {
    const directory = await this.directory.current();
    const wanted = directory.departments.filter(
      (one) => organisation === undefined || one.organisation === organisation,
    );
    return new Page(wanted.map((department) => describeDepartment(department, directory)));
  }

  async organisations(): Promise<Page<OrganisationDto>> {
    const directory = await this.directory.current();
    return new Page((await this.sheets.list()).map((sheet) => describeOrganisation(sheet, directory)));
  }

  private async today(): Promise<LocalDate> {
    const { calendars } = await this.calendars.current();
    const [calendar] = Object.values(calendars);
    if (calendar === undefined) throw new Error('The town has no calendar');
    return localDateOf(calendar, Date.now());
  }
}
