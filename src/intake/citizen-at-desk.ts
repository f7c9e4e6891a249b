import { v7 as uuidv7 } from 'uuid';
import { may, type Subject } from '../../domain/people/permission.js';
import type { Actor } from '../auth/allow.js';
import type { Sql } from '../database/database.js';
import { updateCitizen, type CitizenChange } from '../database/repositories/citizens.repository.js';
import { citizenInSector, insertCitizen, type CitizenInSector } from '../database/repositories/intake.repository.js';
import { Refusal } from '../http/refusal.js';
import type { NewCitizenDto } from './new-request.dto.js';

/** The citizen of a request, before anything is written: how they can be reached, and what is to be written. */
export interface CitizenAtDesk {
  readonly contacts: Partial<Pick<CitizenChange, 'email' | 'address'>>;
  /** Writes them, or what was said anew about them. @returns their id; undefined for nobody */
  write(sql: Sql): Promise<string | undefined>;
}

interface Asked {
  readonly given: NewCitizenDto | undefined;
  readonly subject: Subject;
  /** The agent who enters the request: only they can name a citizen who is known. */
  readonly actor: Actor | undefined;
}

/**
 * Known by an id, or new. What an agent types over a known sheet is written on it, where nobody changed it since they
 * read it. @throws Refusal for somebody unknown in this sector, or a sheet that changed meanwhile
 */
export async function citizenAtDesk(sql: Sql, { given, subject, actor }: Asked): Promise<CitizenAtDesk> {
  if (given === undefined) return { contacts: {}, write: () => Promise.resolve(undefined) };
  const { id, version, ...typed } = withoutEmpty(given);
  if (id === undefined) return newcomer(typed, subject);
  const known = await citizenInSector(sql, id, subject.sector);
  if (known === undefined) throw unknownCitizen();
  if (version === undefined || Object.keys(typed).length === 0) {
    return { contacts: known.sheet, write: () => Promise.resolve(known.id) };
  }
  if (actor === undefined || !may(actor, 'citizen.edit', subject)) throw new Refusal('auth.forbidden');
  const sheet: CitizenChange = { ...known.sheet, ...typed };
  return { contacts: sheet, write: (within) => rewritten(within, { ...known, version, sheet }) };
}

function newcomer(typed: Omit<NewCitizenDto, 'id' | 'version'>, { sector, organisation }: Subject): CitizenAtDesk {
  return {
    contacts: typed,
    write: async (sql) => {
      const id = uuidv7();
      await insertCitizen(sql, { ...typed, id, sector, organisation });
      return id;
    },
  };
}

async function rewritten(sql: Sql, { id, version, sheet }: CitizenInSector): Promise<string> {
  if (!(await updateCitizen(sql, id, version, sheet))) throw new Refusal('request.version-mismatch');
  return id;
}

function unknownCitizen(): Refusal {
  const detail = 'Cette personne n’est pas connue pour ce type de demande.';
  return new Refusal('request.invalid-answers', {
    faults: [{ pointer: '/citizen/id', code: 'citizen.unknown', detail }],
  });
}

function withoutEmpty<T extends object>(given: T): T {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== '')) as T;
}
