import type { CaseFile, Task } from '../../../domain/case/case-file.js';
import type { Clock } from '../../../domain/case/clock.js';

/** The columns by which lists are searched, read from the case itself. Everything else stays in `case_file`. */
export interface CaseRow {
  readonly process_id: string;
  readonly process_version: number;
  readonly process_hash: string;
  readonly organisation: string;
  readonly department: string;
  readonly team: string;
  readonly sector: string;
  readonly sensitive: boolean;
  readonly status: string;
  readonly step: string;
  readonly conclusion: string | null;
  readonly holder: string | null;
  readonly holders: readonly string[];
  readonly involved: readonly string[];
  readonly teams: readonly string[];
  readonly promised_on: string | null;
  readonly due_on: string | null;
  readonly clock_state: string | null;
  readonly closed_at: Date | null;
}

/** Projects a case on its row. */
export function caseRowOf(caseFile: CaseFile): CaseRow {
  const promise = promiseOf(caseFile);
  const { route, status } = caseFile;
  const holders = caseFile.tasks.flatMap((task) => (task.holder === undefined ? [] : [task.holder]));
  return {
    process_id: caseFile.definition.processId,
    process_version: caseFile.definition.version,
    process_hash: caseFile.definition.hash,
    organisation: caseFile.organisation,
    department: route.department,
    team: route.team,
    sector: caseFile.sector,
    sensitive: caseFile.sensitive,
    status: status.kind,
    step: stepWord(caseFile),
    conclusion: status.kind === 'open' ? null : status.conclusion.kind,
    holder: holders[0] ?? null,
    holders: [...new Set(holders)],
    involved: involvedIn(caseFile),
    teams: [
      ...new Set([route.team, ...caseFile.tasks.flatMap((task) => (task.team === undefined ? [] : [task.team]))]),
    ],
    promised_on: promise?.promisedOn ?? null,
    due_on: promise?.dueOn ?? null,
    clock_state: promise?.state ?? null,
    closed_at: status.kind === 'open' ? null : new Date(status.at),
  };
}

/** The town's promise that counts now: the last one started. */
export function promiseOf(caseFile: CaseFile): Clock | undefined {
  return caseFile.clocks.filter((clock) => clock.rule.kind === 'promise').at(-1);
}

/** The day a task is wanted by: its step's own target, but never later than the promise. */
export function dueOnOf(caseFile: CaseFile, task: Task): string | null {
  const promised = promiseOf(caseFile)?.dueOn;
  if (task.targetOn === undefined || promised === undefined) return task.targetOn ?? promised ?? null;
  return task.targetOn < promised ? task.targetOn : promised;
}

/** What the case waits for, in the word of its most telling task. */
function stepWord(caseFile: CaseFile): string {
  if (caseFile.status.kind !== 'open') return caseFile.status.kind;
  return caseFile.tasks[0]?.kind ?? (caseFile.reply === undefined ? 'waiting' : `reply.${caseFile.reply.state}`);
}

function involvedIn(caseFile: CaseFile): readonly string[] {
  const { route } = caseFile;
  const named = [route.holder, route.head, caseFile.answer?.author, ...Object.values(route.validators)];
  return [...new Set(named.filter((person) => person !== undefined))];
}
