import { randomUUID } from 'node:crypto';
import { call, type Reply } from './desk.js';
import type { TownHall } from './town-hall.js';

export interface Absence {
  readonly id: string;
  readonly version: number;
  readonly person: { readonly id: string };
  readonly from: string;
  readonly to: string;
  readonly substitutes: readonly { readonly id: string }[];
  readonly acting?: { readonly id: string };
  readonly current: boolean;
  readonly actingMaySign?: boolean;
}

/** A civil day of the town hall, so many days from today. */
export function day(fromToday = 0): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(Date.now() + fromToday * 86_400_000);
}

/** The header of a change made on the absence that was read. */
export function onVersion({ version }: { readonly version: number }): Readonly<Record<string, string>> {
  return { 'if-match': `"${String(version)}"` };
}

/** Absences declared by a trial; they are taken back at its end, for the town is everyone's. */
export class Absences {
  private readonly made: string[] = [];

  constructor(private readonly hall: TownHall) {}

  /** Away today and tomorrow, unless said otherwise; declared by the administrator. */
  async away(person: string, substitutes: readonly string[], when: Partial<Absence> = {}): Promise<Absence> {
    const reply = await this.declare('admin', { person, substitutes, from: day(), to: day(1), ...when });
    if (reply.status !== 201) throw new Error(`The absence was refused: ${JSON.stringify(reply.body)}`);
    return reply.body;
  }

  /** As a person asks for it. */
  async declare(login: string, body: unknown, key: string = randomUUID()): Promise<Reply<Absence>> {
    const reply = await call<Absence>(await this.hall.as(login), 'POST /absences', { body, key });
    if (reply.status === 201) this.made.push(reply.body.id);
    return reply;
  }

  /** Forgets all of a person: one that another trial ended yesterday overlaps one that began before. */
  async forget(person: string): Promise<void> {
    await this.hall.rows('DELETE FROM absences WHERE person_id = $1', [person]);
  }

  async takeBack(): Promise<void> {
    const admin = await this.hall.as('admin');
    for (const id of this.made.splice(0)) await call(admin, `DELETE /absences/${id}`);
  }
}
