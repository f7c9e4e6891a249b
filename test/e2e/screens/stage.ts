import type { Page } from 'playwright-core';
import { Absences, day } from '../../support/absences.js';
import { fillTownHall } from '../../support/demo-requests.js';
import { aPothole, call, type Receipt } from '../../support/desk.js';
import type { Console } from '../../support/e2e.js';
import { doTask, openPothole } from '../../support/lives.js';
import { eventually, type OpenTask, type TownHall } from '../../support/town-hall.js';

export const UNKNOWN = '01a21000-0000-7000-8000-000000000000';
/** Words that nothing in the town contains. */
export const NOTHING = 'zzzzqqqq';

/** A case that stands before somebody. */
export interface Standing extends Receipt {
  readonly task: OpenTask;
}

/** What the cells find in the town hall. */
export interface Things {
  /** Waits for its referent; its citizen has a mail address. */
  readonly asked: Standing;
  readonly citizenId: string;
  /** Wait for the elected official's signature. */
  readonly toSign: readonly [Standing, Standing];
  readonly toPost: Standing;
  readonly closed: Receipt;
  readonly lots: { readonly prepared: string; readonly done: string };
}

/** The running town hall as the table of screens needs it: cases in every place, one page for each person. */
export class Stage {
  private readonly pages = new Map<string, Promise<Page>>();
  private readonly absences: Absences;
  private given: Things | undefined;

  constructor(
    readonly console_: Console,
    readonly hall: TownHall,
  ) {
    this.absences = new Absences(hall);
  }

  get things(): Things {
    if (this.given === undefined) throw new Error('The stage is not set');
    return this.given;
  }

  async set(): Promise<void> {
    await fillTownHall(this.hall, 14);
    const asked = await this.standing('answer');
    const [one, other] = [await this.standing('sign'), await this.standing('sign')];
    const toPost = await this.standing('confirmPosting', () => aPothole(this.hall));
    const closed = await aPothole(this.hall);
    await this.hall.openLetter('elu.voirie', one.caseId);
    await this.hall.post('ambassadrice1', `/cases/${closed.caseId}/close`, { conclusion: 'withdrawn' });
    await this.absences.away('p-chef-voirie', ['p-chef-eclairage'], { from: day(20), to: day(22) });
    await this.failedMail();
    const lots = await this.lots(asked.caseId, closed.caseId);
    this.given = { asked, citizenId: await this.citizenOf(asked.caseId), toSign: [one, other], toPost, closed, lots };
  }

  /** Another case, lived until such a task is open on it. */
  async standing(kind: string, open: () => Promise<Receipt> = () => openPothole(this.hall)): Promise<Standing> {
    const receipt = await open();
    const task = await eventually(`${receipt.caseNumber} has a task ${kind}`, async () => {
      const [now] = await this.hall.openTasks(receipt.caseId);
      if (now === undefined || now.kind === kind) return now;
      await doTask(this.hall, receipt.caseId, now);
      return undefined;
    });
    return { ...receipt, task };
  }

  async citizenOf(caseId: string): Promise<string> {
    const read = await this.hall.get<{ request: { citizen: { id: string } } }>('chef.grc', `/cases/${caseId}`);
    return read.body.request.citizen.id;
  }

  /** A page of that person, signed in once; its clock can be put forward. */
  page(login: string): Promise<Page> {
    const known = this.pages.get(login) ?? this.signIn(login);
    this.pages.set(login, known);
    return known;
  }

  /** The person signs in anew at the next cell. */
  async forget(login: string): Promise<void> {
    const page = await this.pages.get(login);
    this.pages.delete(login);
    await page?.context().close();
  }

  /** A new request: every list that follows the server's events is read again. */
  async somethingHappens(): Promise<void> {
    await openPothole(this.hall);
  }

  /** Away today; taken back with the stage. */
  async away(person: string, substitutes: readonly string[]): Promise<void> {
    await this.absences.away(person, substitutes);
  }

  async strike(): Promise<void> {
    await this.absences.takeBack();
  }

  private async signIn(login: string): Promise<Page> {
    const page = await this.console_.as(login, '/connaissances');
    await page.clock.install();
    return page;
  }

  /** A mail that is refused for good is an incident. */
  private async failedMail(): Promise<void> {
    const citizen = { firstName: 'Ali', lastName: 'Essai', email: 'perdue@refuse.invalid' };
    const { caseId } = await aPothole(this.hall, { citizen, replyChannel: 'email' });
    await eventually('the refused mail is an incident', async () => {
      const [incident] = await this.hall.rows('SELECT 1 FROM incidents WHERE case_id = $1', [caseId]);
      return incident;
    });
  }

  private async lots(open: string, closed: string): Promise<Things['lots']> {
    const head = await this.hall.as('chef.grc');
    const prepare = async (): Promise<string> => {
      const body = { kind: 'remind', caseIds: [open, closed] };
      return (await call<{ id: string }>(head, 'POST /lots', { body })).body.id;
    };
    const [prepared, done] = [await prepare(), await prepare()];
    await call(head, `POST /lots/${done}/run`);
    await eventually('the lot is done', async () => {
      const { body } = await call<{ state: string }>(head, `GET /lots/${done}`);
      return body.state === 'done';
    });
    return { prepared, done };
  }
}
