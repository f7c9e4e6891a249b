import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../auth/allow.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { CaseGate } from '../cases/case-gate.js';
import { CitizensService } from '../citizens/citizens.service.js';
import { Database } from '../database/database.js';
import { findHold, holdsInForce, insertHold, liftHold } from '../database/repositories/legal-holds.repository.js';
import { definedOf } from '../http/defined-of.js';
import { Refusal } from '../http/refusal.js';
import { DirectoryService } from '../people/directory.service.js';
import { holdDto } from './describe-hold.js';
import type { HoldDto } from './case-keeping.dto.js';
import type { NewHoldDto } from './privacy.dto.js';

/** What must not be erased for now: a dispute, a control, an archivist’s wish. Purge and erasure both respect it. */
@Injectable()
export class HoldsService {
  constructor(
    private readonly database: Database,
    private readonly gate: CaseGate,
    private readonly citizens: CitizensService,
    private readonly calendars: CalendarService,
    private readonly directory: DirectoryService,
  ) {}

  async list(): Promise<readonly HoldDto[]> {
    const directory = await this.directory.current();
    return (await holdsInForce(this.database)).map((row) => holdDto(row, directory));
  }

  async set(actor: Actor, { clientKey, ...given }: NewHoldDto & { readonly clientKey: string }): Promise<HoldDto> {
    await this.mayFreeze(actor, given);
    if (given.until < (await this.calendars.today())) throw new Refusal('hold.already-over');
    const hold = { ...given, id: uuidv7(), setBy: actor.personId, clientKey };
    const row = await this.database.transaction((sql) => insertHold(sql, hold));
    return holdDto(row, await this.directory.current());
  }

  async lift(actor: Actor, id: string): Promise<void> {
    const hold = await findHold(this.database, id);
    if (hold === undefined) throw new Refusal('hold.not-found');
    await this.mayFreeze(actor, hold);
    await liftHold(this.database, id, actor.personId);
  }

  private async mayFreeze(actor: Actor, of: Frozen): Promise<void> {
    const { caseId, citizenId } = definedOf(of);
    if ((caseId === undefined) === (citizenId === undefined)) throw new Refusal('hold.one-thing');
    if (caseId !== undefined) await this.gate.readCase(actor, caseId, 'privacy.handle');
    if (citizenId !== undefined) await this.citizens.find(actor, 'privacy.handle', citizenId);
  }
}

interface Frozen {
  readonly caseId?: string | null;
  readonly citizenId?: string | null;
}
