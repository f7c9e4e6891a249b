import type { Act } from '../../domain/case/case-command.js';
import type { CaseFile, EarlierPerson, Task, TaskKind } from '../../domain/case/case-file.js';
import type { AnswerConclusion } from '../../domain/case/conclusion.js';
import type { Route } from '../../domain/case/route.js';
import type { ChainRole } from '../../domain/people/role.js';
import { CHAIN_ROLES } from '../../domain/people/role.js';
import type { ReplyChannel, RunnableDefinition } from '../../domain/process/runnable.js';
import { personFor } from '../../domain/steps/chain.js';
import { localDateOf } from '../../domain/time/calendar.js';
import { DAY } from '../../domain/time/instant.js';
import { addDays, daysBetween, type LocalDate } from '../../domain/time/local-date.js';
import type { CasePlayer, Move } from './case-player.js';

/** What may be said beside an act: `until`, `to`, `postedOn`, … as a scenario or a command line writes it. */
export type Details = Readonly<Record<string, unknown>>;

/** Where a play finds what its words name: another process, another holder. */
export interface Town {
  readonly definitionOf: (id: string) => RunnableDefinition | undefined;
  readonly routeOf: (definition: RunnableDefinition) => Route;
}

type Verb = (play: CasePlayer, said: Said) => Omit<Move, 'actor' | 'actorRole'> | string;

interface Said {
  readonly role: string;
  readonly details: Details;
  readonly town: Town;
}

/** Who speaks, in which words: `dgs endorses`. Gives the move, or a sentence for what cannot be understood. */
export function spokenMove(play: CasePlayer, words: string, context: Pick<Said, 'details' | 'town'>): Move | string {
  const [role = '', ...rest] = words.trim().split(/\s+/);
  const verb = VERBS[rest.join(' ')];
  if (verb === undefined) return `« ${rest.join(' ')} » n’est pas un acte connu : ${Object.keys(VERBS).join(', ')}`;
  const move = verb(play, { role, ...context });
  if (typeof move === 'string') return move;
  const actor = context.details['by'] ?? personOf(play.caseFile, role, move.taskId);
  const onBehalfOf = context.details['onBehalfOf'];
  return {
    ...move,
    actor: textOf(actor),
    actorRole: role,
    ...(onBehalfOf === undefined ? {} : { onBehalfOf: textOf(onBehalfOf) }),
  };
}

/** Who stands behind a role in this case: the holder of the task, the person of the office, or the role's own name. */
function personOf(caseFile: CaseFile, role: string, taskId: string | undefined): string {
  if (role === 'author') return caseFile.answer?.author ?? 'p-nobody';
  const task = caseFile.tasks.find(({ id }) => id === taskId);
  if (task?.holder !== undefined) return task.holder;
  const office = isChainRole(role) ? personFor(caseFile, role) : undefined;
  if (office !== undefined) return office;
  return role === 'referent' && caseFile.route.holder !== undefined ? caseFile.route.holder : `p-${role}`;
}

const VERBS: Readonly<Record<string, Verb>> = {
  answers: (play, { details }) => ({ ...task(play, 'answer'), act: answer(play, details, false) }),
  'answers at once': (play, { details }) => ({ act: answer(play, details, true) }),
  'asks the citizen': (play, { details }) => ({ act: askCitizen(play, details) }),
  'asks an opinion': (play, { details }) => {
    const department = textOf(details['department'] ?? 'juridique');
    const { organisation } = play.caseFile;
    const required = details['required'] === true;
    return { act: { kind: 'askOpinion', text: play.text(), organisation, department, team: department, required } };
  },
  'asks a finding': (play) => ({
    act: { kind: 'askFinding', text: play.text(), team: 'grc.patrouille', required: true },
  }),
  'gives an opinion': (play) => ({ ...task(play, 'giveOpinion'), act: { kind: 'giveOpinion', text: play.text() } }),
  'gives a finding': (play) => ({ ...task(play, 'inspect'), act: { kind: 'giveFinding', text: play.text() } }),
  'drops the request': (play) => ({ act: { kind: 'dropOpenRequest', openRequest: lastRequest(play) } }),
  'sends what was missing': (play, { details }) => ({
    act: { kind: 'citizenAnswered', openRequest: missingItem(play), text: play.text() },
    ...(details['receivedOn'] === undefined ? {} : { receivedOn: textOf(details['receivedOn']) as LocalDate }),
  }),
  endorses: (play, { role }) => ({
    ...roleTask(play, 'endorse', role),
    act: { kind: 'endorse', letterHash: letterHash(play) },
  }),
  corrects: (play, { role }) => ({
    ...roleTask(play, 'endorse', role),
    act: { kind: 'endorseCorrected', letterHash: letterHash(play), text: play.text(), letter: play.letter() },
  }),
  'sends back': (play, { role, details }) => {
    const to = textOf(details['to'] ?? 'author') as EarlierPerson;
    const found = { ...roleTask(play, 'sign', role), ...roleTask(play, 'endorse', role) };
    return { ...found, act: { kind: 'sendBack', letterHash: letterHash(play), to, remark: play.text() } };
  },
  recalls: () => ({ act: { kind: 'recall' } }),
  signs: (play, { role, details }) => ({
    ...roleTask(play, 'sign', role),
    authenticated: details['authenticated'] !== false,
    act: { kind: 'sign', letterHash: letterHash(play), signedLetter: play.letter(), role: role as ChainRole },
  }),
  'confirms the posting': (play, { details }) => ({
    ...task(play, 'confirmPosting'),
    act: { kind: 'confirmPosting', postedOn: textOf(details['postedOn'] ?? today(play)) as LocalDate },
  }),
  'says it left': (play) => settled(play, 'itLeft'),
  'sends again': (play) => settled(play, 'sendAgain'),
  'sends by letter': (play) => settled(play, 'byLetter'),
  'refuses the case': (play, { details }) => ({
    ...task(play, (details['task'] as TaskKind | undefined) ?? 'answer', 'inspect'),
    act: { kind: 'refuseAssignment', reason: play.text() },
  }),
  reassigns: (play, { details }) => {
    const holder = details['to'] === undefined ? {} : { holder: textOf(details['to']) };
    return { ...task(play, 'reassign'), act: { kind: 'reassign', route: { ...play.caseFile.route, ...holder } } };
  },
  qualifies: qualify,
  withdraws: () => ({ act: { kind: 'close', conclusion: { kind: 'withdrawn' } } }),
  'closes without reply': () => ({ act: { kind: 'close', conclusion: { kind: 'noCitizenReply' } } }),
  reopens: (play, { details }) => ({
    act: { kind: 'reopen', reason: play.text() },
    ...(details['receivedOn'] === undefined ? {} : { receivedOn: textOf(details['receivedOn']) as LocalDate }),
  }),
  'changes the channel': (_play, { details }) => ({
    act: { kind: 'changeReplyChannel', channel: textOf(details['channel'] ?? 'letter') as ReplyChannel },
  }),
  'tries again': (play) => ({ act: { kind: 'retryEffect', effect: failedEffect(play) } }),
  'gives up': (play) => ({ act: { kind: 'skipEffect', effect: failedEffect(play), reason: play.text() } }),
};

function answer(play: CasePlayer, details: Details, atOnce: boolean): Act {
  const kind = textOf(details['conclusion'] ?? 'answered') as AnswerConclusion['kind'];
  return {
    kind: 'answer',
    text: play.text(),
    letter: play.letter(),
    conclusion: conclusion(play, kind, details),
    atOnce,
  };
}

function conclusion(play: CasePlayer, kind: AnswerConclusion['kind'], details: Details): AnswerConclusion {
  switch (kind) {
    case 'planned':
      return { kind, on: textOf(details['plannedOn'] ?? addDays(today(play), 30)) as LocalDate };
    case 'done':
      return { kind, proof: 'document-1' };
    case 'refused':
      return { kind, by: textOf(details['refusedBy'] ?? 'dgs'), reason: play.text() };
    case 'notOurs':
      return { kind, passedTo: textOf(details['passedTo'] ?? 'le Département') };
    case 'answered':
      return { kind };
  }
}

function askCitizen(play: CasePlayer, details: Details): Act {
  const until = textOf(details['until'] ?? addDays(today(play), 15)) as LocalDate;
  const untilAt = play.now + (daysBetween(today(play), until) + 1) * DAY;
  return { kind: 'askCitizen', text: play.text(), until, untilAt };
}

function qualify(play: CasePlayer, { details, town }: Said): Omit<Move, 'actor' | 'actorRole'> | string {
  const id = textOf(details['process'] ?? '');
  const definition = town.definitionOf(id);
  if (definition === undefined) return `« ${id} » n’est pas un processus du catalogue`;
  const { processId, version, hash, organisation, sector, sensitive } = definition;
  const answers = (details['answers'] as Readonly<Record<string, string | boolean>> | undefined) ?? {};
  const route = town.routeOf(definition);
  const to = { definition: { processId, version, hash }, organisation, sector, sensitive, answers, route };
  return { ...task(play, 'qualify'), definition, act: { kind: 'qualify', ...to } };
}

function settled(play: CasePlayer, decision: 'itLeft' | 'sendAgain' | 'byLetter'): Omit<Move, 'actor' | 'actorRole'> {
  return { ...task(play, 'settleDoubt'), act: { kind: 'settleDoubt', decision } };
}

function task(play: CasePlayer, ...kinds: readonly TaskKind[]): { taskId?: string } {
  return idOf(play.caseFile.tasks.find(({ kind }) => kinds.includes(kind)));
}

function roleTask(play: CasePlayer, kind: TaskKind, role: string): { taskId?: string } {
  return idOf(play.caseFile.tasks.find((one) => one.kind === kind && one.role === role));
}

function idOf(found: Task | undefined): { taskId?: string } {
  return found === undefined ? {} : { taskId: found.id };
}

function letterHash(play: CasePlayer): string {
  return play.caseFile.answer?.letter.hash ?? 'no-letter';
}

function missingItem(play: CasePlayer): string {
  return play.caseFile.openRequests.find(({ kind }) => kind === 'missingItem')?.id ?? 'no-request';
}

function lastRequest(play: CasePlayer): string {
  return play.caseFile.openRequests.at(-1)?.id ?? 'no-request';
}

function failedEffect(play: CasePlayer): string {
  return play.caseFile.effects.find(({ state }) => state === 'failed')?.effect.id ?? 'no-effect';
}

function today(play: CasePlayer): LocalDate {
  const calendar = play.rules.calendars[play.caseFile.organisation];
  if (calendar === undefined) throw new Error(`No calendar for ${play.caseFile.organisation}`);
  return localDateOf(calendar, play.now);
}

function textOf(value: unknown): string {
  if (typeof value !== 'string') throw new Error(`A word was expected, not ${JSON.stringify(value)}`);
  return value;
}

function isChainRole(role: string): role is ChainRole {
  return (CHAIN_ROLES as readonly string[]).includes(role);
}
