/// <reference lib="dom" />
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { aPothole, call, type Receipt } from '../../support/desk.js';
import type { Console } from '../../support/e2e.js';
import { aCitizen, doTask, openPothole } from '../../support/lives.js';
import { eventually, type OpenTask, type TownHall } from '../../support/town-hall.js';

/** A case, and what waits on it. */
export interface Standing {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly task: OpenTask;
  /** Who answered it, where somebody did. */
  readonly author: string;
}

/** The running town hall, and one page for each person, signed in once. */
export class Ground {
  private readonly pages = new Map<string, Promise<Page>>();

  constructor(
    readonly console_: Console,
    readonly hall: TownHall,
  ) {}

  page(login: string): Promise<Page> {
    const known = this.pages.get(login) ?? this.console_.as(login, '/connaissances');
    this.pages.set(login, known);
    return known;
  }

  /** A case lived until such a task is open on it. */
  async standing(kind = 'answer'): Promise<Standing> {
    const { caseId, caseNumber } = await openPothole(this.hall, { citizen: aCitizen() });
    let author = '';
    const task = await eventually(`${caseNumber} has a task ${kind}`, async () => {
      const [now] = await this.hall.openTasks(caseId);
      if (now === undefined || now.kind === kind) return now;
      if (now.kind === 'answer') author = await this.hall.loginOf(now);
      await doTask(this.hall, caseId, now);
      return undefined;
    });
    return { caseId, caseNumber, task, author };
  }

  /** A message that has no process yet. */
  async message(said: string): Promise<Receipt> {
    const citizen = { email: `envoi.${randomUUID().slice(0, 8)}@exemple.fr` };
    const body = { channel: 'email', words: said, answers: { demande: said }, citizen, replyChannel: 'email' };
    return (await call<Receipt>(await this.hall.as('ambassadrice1'), 'POST /requests', { body })).body;
  }

  /** A citizen whom nobody else is called like. */
  async citizen(): Promise<{ readonly citizenId: string; readonly lastName: string; readonly caseId: string }> {
    const lastName = `Mésaventure${randomUUID().slice(0, 6)}`;
    const citizen = { firstName: 'Rose', lastName, address: { lines: ['1 rue du Kiosque'] } };
    const { caseId } = await aPothole(this.hall, { citizen });
    const [row] = await this.hall.rows<{ id: string }>('SELECT citizen_id AS id FROM requests WHERE case_id = $1', [
      caseId,
    ]);
    return { citizenId: row?.id ?? '', lastName, caseId };
  }

  async dropDrafts(login: string): Promise<void> {
    const person = await this.hall.as(login);
    const { body } = await call<{ items: readonly { id: string; version: number }[] }>(person, 'GET /drafts?limit=200');
    for (const { id, version } of body.items)
      await call(person, `DELETE /drafts/${id}`, { headers: { 'if-match': `"${String(version)}"` } });
  }
}
