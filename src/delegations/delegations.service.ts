import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { refusalOfDelegation } from '../../domain/people/delegation-rules.js';
import { personOf, type Delegation, type Directory } from '../../domain/people/directory.js';
import { may } from '../../domain/people/permission.js';
import { signatureMention } from '../../domain/people/signature-mention.js';
import { daysBetween, type LocalDate } from '../../domain/time/local-date.js';
import type { Actor } from '../auth/allow.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { Database } from '../database/database.js';
import { endDelegation, insertDelegation } from '../database/repositories/absences.repository.js';
import { readDirectory } from '../database/repositories/town.repository.js';
import { listArretes } from '../database/repositories/delegation-arretes.repository.js';
import { idUnder } from '../http/idempotency.js';
import { Page } from '../http/pagination.js';
import { Refusal } from '../http/refusal.js';
import { DirectoryService } from '../people/directory.service.js';
import { namedPerson } from '../people/person-names.js';
import type { DelegationDto, DelegationQueryDto, NewDelegationDto } from './delegations.dto.js';

/** The arrêtés by which an authority lets somebody sign. They are published acts: every agent may read them. */
@Injectable()
export class DelegationsService {
  constructor(
    private readonly database: Database,
    private readonly directory: DirectoryService,
    private readonly calendars: CalendarService,
  ) {}

  /** Mine: those I hold, those given in my name, those that hold while I am away. */
  async list(actor: Actor, { scope = 'mine' }: DelegationQueryDto): Promise<Page<DelegationDto>> {
    const [directory, today] = [await this.directory.current(), await this.calendars.today()];
    const { personId: me } = actor;
    const found = directory.delegations.filter(
      ({ person, authority, inAbsenceOf }) => scope === 'all' || [person, authority, inAbsenceOf].includes(me),
    );
    const pdfs = new Map((await listArretes(this.database)).map(({ delegationId, name }) => [delegationId, name]));
    return new Page(found).map((delegation) => {
      const pdf = pdfs.get(delegation.id);
      return { ...describe(delegation, directory, today), ...(pdf === undefined ? {} : { pdf }) };
    });
  }

  async add(actor: Actor, given: NewDelegationDto, clientKey: string): Promise<DelegationDto> {
    const directory = await readDirectory(this.database);
    const organisation = directory.organisations.find(({ id }) => id === given.organisation);
    if (organisation === undefined || !mayEdit(actor, given.organisation)) throw new Refusal('auth.forbidden');
    const people = [given.person, given.inAbsenceOf].filter((one) => one !== undefined);
    if (people.some((one) => personOf(directory, one) === undefined)) throw new Refusal('person.not-found');
    const delegation = delegationOf(given, { id: idUnder('d', actor, clientKey), authority: organisation.authority });
    const refused = refusalOfDelegation(directory, delegation);
    if (refused !== undefined) throw new Refusal(refused);
    await insertDelegation(this.database, delegation);
    this.directory.forget();
    const { delegations } = await readDirectory(this.database);
    if (
      !isDeepStrictEqual(
        delegations.find(({ id }) => id === delegation.id),
        delegation,
      )
    )
      throw new Refusal('request.idempotency-key-reused');
    return describe(delegation, directory, await this.calendars.today());
  }

  /** @throws Refusal where it does not exist, or is another organisation's */
  async editable(actor: Actor, id: string): Promise<void> {
    const { delegations } = await readDirectory(this.database);
    const delegation = delegations.find((one) => one.id === id);
    if (delegation === undefined) throw new Refusal('delegation.not-found');
    if (!mayEdit(actor, delegation.organisation)) throw new Refusal('auth.forbidden');
  }

  async end(actor: Actor, id: string): Promise<void> {
    await this.editable(actor, id);
    await endDelegation(this.database, id, await this.calendars.today());
    this.directory.forget();
  }
}

function delegationOf(given: NewDelegationDto, made: { readonly id: string; readonly authority: string }): Delegation {
  const { person, organisation, kind, matters, inAbsenceOf, from, to, arrete } = given;
  return {
    ...made,
    person,
    organisation,
    kind,
    ...(matters === undefined ? {} : { matters }),
    ...(inAbsenceOf === undefined ? {} : { inAbsenceOf }),
    from,
    to,
    arrete,
  };
}

function mayEdit(actor: Actor, organisation: string): boolean {
  const nothing = { department: '', teams: [], sector: '', sensitive: false, holders: [], involved: [] };
  return may(actor, 'delegation.edit', { ...nothing, organisation });
}

function describe(delegation: Delegation, directory: Directory, today: LocalDate): DelegationDto {
  const { id, person, authority, organisation, kind, matters, inAbsenceOf, from, to, arrete } = delegation;
  return {
    id,
    person: namedPerson(directory, person),
    authority: namedPerson(directory, authority),
    organisation,
    organisationName: directory.organisations.find((one) => one.id === organisation)?.name ?? organisation,
    kind,
    ...(matters === undefined ? {} : { matters }),
    ...(inAbsenceOf === undefined ? {} : { inAbsenceOf: namedPerson(directory, inAbsenceOf) }),
    from,
    to,
    arrete,
    state: stateOf(delegation, today),
    daysLeft: Math.max(0, daysBetween(today, to)),
    mention: mentionOf(delegation, directory),
  };
}

function stateOf({ from, to }: Delegation, today: LocalDate): 'future' | 'inForce' | 'ended' {
  if (today < from) return 'future';
  return today > to ? 'ended' : 'inForce';
}

function mentionOf(delegation: Delegation, directory: Directory): string {
  const { person, organisation, inAbsenceOf, from } = delegation;
  const asked = { signer: person, organisation, theme: delegation.matters?.[0] ?? '', on: from };
  const behalf = inAbsenceOf === undefined ? {} : { onBehalfOf: inAbsenceOf };
  return signatureMention(directory, { ...asked, ...behalf }, { kind: 'delegated', delegation })?.formula ?? '';
}
