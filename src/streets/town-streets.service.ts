import { Injectable } from '@nestjs/common';
import { foldStreetName, type Street } from '../../domain/place/address.js';
import type { Quartier } from '../../domain/place/quartier.js';
import { orderedStretches, stretchFaults, type StretchFault } from '../../domain/place/street-stretches.js';
import { foldWords } from '../../domain/text/fold-words.js';
import { typeset } from '../../domain/text/french-typography.js';
import type { Actor } from '../auth/allow.js';
import { Database, type Sql } from '../database/database.js';
import { readQuartiers } from '../database/repositories/quartiers.repository.js';
import {
  countOpenRequestsIn,
  deleteStreets,
  holdStreets,
  putStreets,
  readStreets,
} from '../database/repositories/streets.repository.js';
import { decodeKey } from '../http/cursor-key.js';
import { idUnder } from '../http/idempotency.js';
import { type Page, pageOf } from '../http/pagination.js';
import { type Fault, Refusal } from '../http/refusal.js';
import { StreetsService } from '../places/streets.service.js';
import { SettingsJournalService } from '../settings/settings-journal.service.js';
import { changedStreetFields, versionOfStreet } from './street-fields.js';
import type { ReadStreetDto, StreetGivenDto, StreetListQueryDto, TownStreetDto } from './streets.dto.js';

type Named = Pick<TownStreetDto, 'id' | 'version'>;

/** The streets of the town, as an administrator manages them; requests keep the words of their place whatever becomes of them. */
@Injectable()
export class TownStreetsService {
  constructor(
    private readonly database: Database,
    private readonly index: StreetsService,
    private readonly journal: SettingsJournalService,
  ) {}

  /** Those whose name, or whose neighbourhoods, hold every word asked; by name. */
  async list({ q = '', cursor, limit }: StreetListQueryDto): Promise<Page<TownStreetDto>> {
    const after = decodeKey(cursor, ['text', 'text']);
    const [streets, quartiers] = await Promise.all([readStreets(this.database), readQuartiers(this.database)]);
    const nameOf = new Map(quartiers.map(({ id, name }) => [id, foldWords(name)]));
    const words = foldStreetName(q).split(' ').filter(Boolean);
    const found = streets
      .filter(({ name, stretches }) => {
        const said = [foldStreetName(name), ...stretches.map(({ quartier }) => nameOf.get(quartier) ?? '')].join(' ');
        return words.every((word) => said.includes(word));
      })
      .sort((a, b) => order(keyOf(a), keyOf(b)))
      .filter((street) => after === undefined || order(keyOf(street), after.map(String)) > 0);
    return pageOf(found.slice(0, limit + 1), limit, keyOf).map(townStreetDto);
  }

  async read(id: string): Promise<ReadStreetDto> {
    const street = found(await readStreets(this.database), id);
    return { ...townStreetDto(street), openRequests: await countOpenRequestsIn(this.database, [street.name]) };
  }

  /** An answer that was lost is given again: what somebody changed meanwhile stays. */
  async add(actor: Actor, given: StreetGivenDto, clientKey: string): Promise<TownStreetDto> {
    const id = idUnder('rue', actor, clientKey);
    return this.write(async (sql, streets) => {
      const known = streets.find((one) => one.id === id);
      return known ?? this.put(sql, actor, { id, given, streets });
    });
  }

  async change(actor: Actor, { id, version }: Named, given: StreetGivenDto): Promise<TownStreetDto> {
    return this.write(async (sql, streets) => {
      const before = found(streets, id);
      const stored = versionOfStreet(before);
      if (stored === versionOfStreet(streetOf(id, given))) return before;
      if (stored !== version) throw new Refusal('request.version-mismatch', { current: townStreetDto(before) });
      return this.put(sql, actor, { id, given, streets });
    });
  }

  async remove(actor: Actor, { id, version }: Named): Promise<void> {
    await this.write(async (sql, streets) => {
      const before = found(streets, id);
      if (versionOfStreet(before) !== version)
        throw new Refusal('request.version-mismatch', { current: townStreetDto(before) });
      await deleteStreets(sql, [id]);
      await this.tell(sql, actor, { before });
      return before;
    });
  }

  private async put(
    sql: Sql,
    actor: Actor,
    {
      id,
      given,
      streets,
    }: { readonly id: string; readonly given: StreetGivenDto; readonly streets: readonly Street[] },
  ): Promise<Street> {
    const street = streetOf(id, given);
    const faults = [
      ...nameFaults(streets, street),
      ...(await readQuartiers(sql).then((quartiers) => stretchesFaults(given, quartiers))),
    ];
    if (faults.length > 0) throw new Refusal('request.invalid', { faults });
    const before = streets.find((one) => one.id === id);
    await putStreets(sql, [street]);
    await this.tell(sql, actor, { ...(before === undefined ? {} : { before }), after: street });
    return street;
  }

  private async tell(
    sql: Sql,
    actor: Actor,
    { before, after }: { readonly before?: Street; readonly after?: Street },
  ): Promise<void> {
    const { id, name } = after ?? before ?? { id: '', name: '' };
    const fields = changedStreetFields(await readQuartiers(sql), before, after);
    await this.journal.write(sql, actor, { subject: `street:${id}`, label: typeset(`Rue « ${name} »`), fields });
  }

  /** With the streets held: two people may not give one name twice, and what was read is what is changed. */
  private async write(work: (sql: Sql, streets: readonly Street[]) => Promise<Street>): Promise<TownStreetDto> {
    const street = await this.database.transaction(async (sql) => {
      await holdStreets(sql);
      return work(sql, await readStreets(sql));
    });
    this.index.forget();
    return townStreetDto(street);
  }
}

function keyOf({ name, id }: Street): [string, string] {
  return [name, id];
}

function order([name = '', id = '']: readonly string[], [otherName = '', otherId = '']: readonly string[]): number {
  return name.localeCompare(otherName, 'fr') || id.localeCompare(otherId);
}

function found(streets: readonly Street[], id: string): Street {
  const street = streets.find((one) => one.id === id);
  if (street === undefined) throw new Refusal('street.not-found');
  return street;
}

function streetOf(id: string, { name, stretches }: StreetGivenDto): Street {
  const plain = stretches.map(({ from, to, side, quartier }) => ({
    ...{ from, to, quartier },
    ...(side === undefined ? {} : { side }),
  }));
  return { id, name: name.trim(), stretches: orderedStretches(plain) };
}

function townStreetDto(street: Street): TownStreetDto {
  const { id, name, stretches } = street;
  return { id, name, stretches: orderedStretches(stretches), version: versionOfStreet(street) };
}

function nameFaults(streets: readonly Street[], { id, name }: Street): readonly Fault[] {
  const folded = foldStreetName(name);
  if (folded === '') return [fault('/name', 'name', 'Un nom de rue est attendu.')];
  const homonym = streets.find((other) => other.id !== id && foldStreetName(other.name) === folded);
  return homonym === undefined ? [] : [fault('/name', 'taken', `La rue « ${homonym.name} » existe déjà.`)];
}

/** Named by their place in the form, whatever the order in which they are kept. */
function stretchesFaults({ stretches }: StreetGivenDto, quartiers: readonly Quartier[]): readonly Fault[] {
  const ids = new Set(quartiers.map(({ id }) => id));
  return stretchFaults(stretches, ids).map((one) =>
    fault(`/stretches/${String(one.at)}/${one.field}`, one.code, sentenceOf(one)),
  );
}

function sentenceOf({ code, other = 0 }: StretchFault): string {
  if (code === 'reversed') return 'Le dernier numéro précède le premier.';
  if (code === 'unknown') return 'Ce quartier n’existe pas.';
  return `Ces numéros chevauchent ceux du tronçon ${String(other + 1)}.`;
}

function fault(pointer: string, code: string, detail: string): Fault {
  return { pointer, code, detail: typeset(detail) };
}
