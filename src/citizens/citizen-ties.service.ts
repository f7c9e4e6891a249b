import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import {
  CITIZEN_EVENT_WORDS,
  CITIZEN_FIELD_WORDS,
  TIE_WORDS,
  type CitizenField,
} from '../../domain/text/citizen-words.js';
import type { Actor } from '../auth/allow.js';
import { printInstant } from '../calendar/read-instant.js';
import { Database } from '../database/database.js';
import {
  citizenEvents,
  recordCitizenEvent,
  type CitizenEventRow,
} from '../database/repositories/citizen-events.repository.js';
import { deleteTie, insertTie, tiesOf, type TieRow } from '../database/repositories/citizen-ties.repository.js';
import { definedOf } from '../http/defined-of.js';
import { Refusal } from '../http/refusal.js';
import { DirectoryService } from '../people/directory.service.js';
import { namedPerson } from '../people/person-names.js';
import type { CitizenEventDto, CitizenTieDto, NewTieDto } from './citizen-ties.dto.js';
import { CitizensService } from './citizens.service.js';

/** With whom a citizen lives or for which association they speak; and what was done with their record. */
@Injectable()
export class CitizenTiesService {
  constructor(
    private readonly database: Database,
    private readonly citizens: CitizensService,
    private readonly directory: DirectoryService,
  ) {}

  async list(actor: Actor, citizenId: string): Promise<readonly CitizenTieDto[]> {
    await this.citizens.find(actor, 'citizen.read', citizenId);
    return (await tiesOf(this.database, citizenId)).map(tieDto);
  }

  /** Ties two records of one sector, once. @throws Refusal `citizen.other-sector`, `citizen.itself` */
  async tie(
    actor: Actor,
    citizenId: string,
    { otherId, kind, clientKey }: NewTieDto & { readonly clientKey: string },
  ): Promise<readonly CitizenTieDto[]> {
    if (citizenId === otherId) throw new Refusal('citizen.itself');
    const one = await this.citizens.findToEdit(actor, citizenId);
    const other = await this.citizens.find(actor, 'citizen.read', otherId);
    if (one.sector !== other.sector || one.organisation !== other.organisation)
      throw new Refusal('citizen.other-sector');
    await this.database.transaction(async (sql) => {
      const tie = { id: uuidv7(), citizenId, otherId, kind, addedBy: actor.personId, clientKey };
      if (!(await insertTie(sql, tie))) return;
      await recordCitizenEvent(sql, { citizenId, actor: actor.personId, kind: 'tied', detail: { other: otherId } });
      await recordCitizenEvent(sql, {
        citizenId: otherId,
        actor: actor.personId,
        kind: 'tied',
        detail: { other: citizenId },
      });
    });
    return (await tiesOf(this.database, citizenId)).map(tieDto);
  }

  async untie(actor: Actor, citizenId: string, tieId: string): Promise<void> {
    await this.citizens.findToEdit(actor, citizenId);
    await this.database.transaction(async (sql) => {
      const other = await deleteTie(sql, tieId, citizenId);
      if (other === undefined) throw new Refusal('citizen.tie-not-found');
      await recordCitizenEvent(sql, { citizenId, actor: actor.personId, kind: 'untied', detail: { other } });
      await recordCitizenEvent(sql, {
        citizenId: other,
        actor: actor.personId,
        kind: 'untied',
        detail: { other: citizenId },
      });
    });
  }

  /** Who did what with the record, the latest first. */
  async history(actor: Actor, citizenId: string): Promise<readonly CitizenEventDto[]> {
    await this.citizens.find(actor, 'citizen.read', citizenId);
    const [events, directory] = [await citizenEvents(this.database, citizenId), await this.directory.current()];
    return events.map((event) => ({
      id: event.id,
      at: printInstant(event.at.getTime()),
      actor: namedPerson(directory, event.actor),
      kind: event.kind,
      words: eventInFrench(event),
      ...definedOf({ other: event.detail.other }),
    }));
  }
}

function eventInFrench({ kind, detail }: CitizenEventRow): string {
  const fields = (detail.fields ?? []).map((name) => CITIZEN_FIELD_WORDS[name as CitizenField].toLowerCase());
  return `${CITIZEN_EVENT_WORDS[kind]}${fields.length === 0 ? '' : ` : ${fields.join(', ')}`}`;
}

function tieDto({ id, kind, otherId, otherKind, ...contacts }: TieRow): CitizenTieDto {
  return { id, kind, words: TIE_WORDS[kind], otherId, otherKind, ...definedOf(contacts) };
}
