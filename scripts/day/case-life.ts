import { setTimeout as pause } from 'node:timers/promises';
import { planOf } from './act-plan.js';
import type { CaseDetail, CaseTask, Page, PossibleAct, Receipt } from './api-shapes.js';
import type { Chance } from './chance.js';
import type { Desk } from './intake.js';
import type { DayRequest } from './request-lines.js';
import type { TownHall } from './town-hall.js';
import { weightOf } from './weights.js';
import { say } from './words.js';

/** How long a case that waits for the machine (a reply that leaves) is looked at again before it is left alone. */
const WAITS = 25;
const LOOK_EVERY = 200;

export interface LifeOf {
  readonly town: TownHall;
  readonly desk: Desk;
  readonly request: DayRequest;
  readonly receipt: Receipt;
  readonly chance: Chance;
}

/** A person about to act, and the task that brought them. */
interface Visit {
  readonly login: string;
  readonly task?: CaseTask;
}

/** One case among those who work on it: at each turn someone opens it and does one of the things the API offers. */
export class CaseLife {
  /** What was done and what was refused, for whoever reads the day afterwards. */
  readonly done: string[] = [];
  private turnsLeft: number;
  private waits = 0;
  private reader = 'admin';
  private seen: CaseDetail | undefined;
  private readonly actors = new Set<string>();

  constructor(readonly of: LifeOf) {
    const { chance } = of;
    // Some cases are left in silence from the first day or on their way.
    this.turnsLeft = chance.happens(0.12) ? chance.between(0, 2) : chance.between(10, 18);
  }

  /** Until the case ends, or nobody looks at it any more. */
  async live(): Promise<void> {
    while (this.turnsLeft-- > 0) {
      const seen = await this.observe();
      if (seen === undefined) throw new Error(`Personne ne peut lire ${this.of.receipt.caseNumber}`);
      if (seen.status !== 'open' && !(seen.status === 'closed' && this.of.chance.happens(0.12))) return;
      if (await this.citizenActs(seen)) continue;
      const visit = await this.visit(seen);
      if (visit !== undefined) await this.act(visit);
      else if (!(await this.wait())) return;
    }
  }

  /** The case as someone may read it who has to do with it. */
  async observe(): Promise<CaseDetail | undefined> {
    const { town, receipt } = this.of;
    const known = new Set([this.reader, 'admin', ...this.actors]);
    for (const login of known) if (await this.isReadBy(login)) return this.seen;
    const { department } = (await this.of.desk.sheets.of(receipt.processId)) ?? {};
    for (const login of await town.headsOfDepartments(department?.id))
      if (!known.has(login) && (await this.isReadBy(login))) return this.seen;
    return undefined;
  }

  private async isReadBy(login: string): Promise<boolean> {
    const { town, receipt } = this.of;
    const { status, body } = await town.look<CaseDetail>(login, `/cases/${receipt.caseId}`);
    if (status !== 200) return false;
    this.reader = login;
    this.seen = body;
    return true;
  }

  /** Who last could read the case. */
  get readBy(): string {
    return this.reader;
  }

  private async wait(): Promise<boolean> {
    this.waits += 1;
    this.turnsLeft += 1;
    await pause(LOOK_EVERY);
    return this.waits < WAITS;
  }

  /** Mostly whoever has the task; now and then another who may do something with the case. */
  private async visit(seen: CaseDetail): Promise<Visit | undefined> {
    const { chance, town } = this.of;
    const task = chance.pick(seen.tasks);
    if (task !== undefined && chance.happens(0.82)) {
      const login = await town.doerOf(task, chance);
      return login === undefined ? undefined : { login, task };
    }
    if (task === undefined && seen.replyState === 'sending') return undefined;
    return { login: chance.one(this.othersWhoMayAct(seen)) };
  }

  private othersWhoMayAct({ replyState, answer, route }: CaseDetail): readonly [string, ...string[]] {
    if (replyState === 'failed') return ['admin', 'ambassadrice1'];
    const people = [answer?.author, route.head, route.holder].flatMap((person) => person?.id ?? []);
    return ['ambassadrice1', 'ambassadrice2', ...people.flatMap((id) => this.of.town.login(id) ?? [])];
  }

  private async act({ login, task }: Visit): Promise<void> {
    const { town, chance, desk, request } = this.of;
    const detail = await this.open(login, task);
    if (detail === undefined) return;
    const offered = detail.may.filter(({ taskId }) => taskId === undefined || task === undefined || taskId === task.id);
    const chosen = chance.weighted(offered, (act) => weightOf(act, detail, task?.kind));
    if (chosen === undefined) return;
    const plan = await planOf({ town, desk, chance, detail, request }, chosen);
    if (plan === undefined) {
      town.faults.push(`L’API propose ${chosen.act}, que ce programme ne connaît pas`);
      return;
    }
    if (chosen.act === 'sign') {
      await town.reauthenticate(login);
      await town.post(login, `/letters/${detail.caseId}/${detail.answer?.letterId ?? ''}/opened`, {});
    }
    const answer = await town.post(login, plan.route, plan.body);
    if (answer.body.code === 'auth.forbidden')
      town.faults.push(`${detail.caseNumber} : ${chosen.act} est proposé à ${login}, puis refusé faute de droit`);
    this.note(login, chosen, answer.status < 300 ? '' : ` refusé : ${answer.body.code ?? ''}`);
  }

  /** From the list to the case: whoever has a task on it may read it. */
  private async open(login: string, task: CaseTask | undefined): Promise<CaseDetail | undefined> {
    const { town, receipt } = this.of;
    if (task !== undefined) await this.openList(login, task);
    const { status, body } = await town.look<CaseDetail>(login, `/cases/${receipt.caseId}`);
    if (status === 200) return body;
    if (task?.holder !== undefined && (await this.stillOpen(task)))
      town.faults.push(`${login} ne peut pas lire ${receipt.caseNumber}, dont la tâche ${task.kind} est la sienne`);
    return undefined;
  }

  private note(login: string, { act }: PossibleAct, outcome: string): void {
    this.actors.add(login);
    this.done.push(`${login} : ${act}${outcome}`);
  }

  /** The person reads their list first: what is theirs to do must be in it. */
  private async openList(login: string, task: CaseTask): Promise<void> {
    const { town, chance, receipt } = this.of;
    const scope = task.holder === undefined && task.team !== undefined ? 'team' : 'mine';
    const limit = 100;
    const { status, body } = await town.get<Page<{ id: string }>>(
      login,
      `/tasks?scope=${scope}&kind=${task.kind}&limit=${String(limit)}`,
    );
    const items = status === 200 ? body.items : [];
    const shown = items.some(({ id }) => id === task.id);
    if (!shown && items.length < limit && (await this.stillOpen(task)))
      town.faults.push(`${receipt.caseNumber} : la tâche ${task.kind} manque dans la liste de ${login}`);
    if (shown && task.holder === undefined && chance.happens(0.4))
      await town.post(login, `/tasks/${task.id}/claim`, {});
  }

  private async stillOpen({ id }: CaseTask): Promise<boolean> {
    return (await this.observe())?.tasks.some((task) => task.id === id) === true;
  }

  /** From home, with the number and the code of the receipt: what was missing, or a question. */
  private async citizenActs({ openRequests }: CaseDetail): Promise<boolean> {
    const { town, chance, receipt } = this.of;
    const missing = openRequests.some(({ kind }) => kind === 'missingItem');
    if (!chance.happens(missing ? 0.4 : 0.02) || !town.mayWriteFromHome()) return false;
    const identity = { number: receipt.caseNumber, code: receipt.trackingCode };
    const openRequest = missing ? await this.whatIsAwaited(identity) : undefined;
    const text = say(chance, openRequest === undefined ? 'citizenMessage' : 'citizenAnswer');
    const message = { ...identity, text, ...(openRequest === undefined ? {} : { openRequest }) };
    const { status } = await town.postPublicly('/public/cases/messages', message);
    if (status === 201) this.done.push('usager : message');
    return status === 201;
  }

  private async whatIsAwaited(identity: object): Promise<string | undefined> {
    const { town, receipt } = this.of;
    const { status, body } = await town.postPublicly<{ awaited: readonly { openRequest: string }[] }>(
      '/public/cases/follow',
      identity,
    );
    if (status !== 200) return undefined;
    const [first] = body.awaited;
    if (first === undefined)
      town.faults.push(`${receipt.caseNumber} : le suivi public ne dit pas ce qui est attendu de l’usager`);
    return first?.openRequest;
  }
}
