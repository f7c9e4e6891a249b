import type { Act, ActKind, CaseCommand } from '../../domain/case/case-command.js';
import type { CaseFile, EarlierPerson, Task, TaskKind } from '../../domain/case/case-file.js';
import { refusalOf } from '../../domain/case/refusal-of.js';
import type { Rules } from '../../domain/case/rules.js';
import { standingFor, type Actor } from '../../domain/people/actor.js';
import { may, type Action, type Subject } from '../../domain/people/permission.js';
import { chainOf, earlierPersons } from '../../domain/steps/chain.js';
import type { Instant } from '../../domain/time/instant.js';
import { ACT_PERMISSION } from './act-permission.js';

/** Something the reader may do now: a button. */
export interface PossibleAct {
  readonly act: ActKind;
  /** For `answer`: outside the chain, by the person who took the request. */
  readonly atOnce?: boolean;
  readonly taskId?: string;
  readonly openRequest?: string;
  readonly effect?: string;
  /** For `close`. */
  readonly conclusion?: 'withdrawn' | 'noCitizenReply';
  /** The absent person in whose place it would be done. */
  readonly onBehalfOf?: string;
}

export interface Standing {
  readonly actor: Actor;
  readonly caseFile: CaseFile;
  readonly subject: Subject;
  /** The definition of the case; calendars are not asked. */
  readonly rules: Rules;
  /** Task → the person who took it from a common inbox. */
  readonly claims: ReadonlyMap<string, string>;
  /** Whether the actor has the power to sign here today, for themself or for the absent person. */
  readonly hasSigningPower: (onBehalfOf: string | undefined) => boolean;
  readonly now: Instant;
}

/**
 * What the reader may do with a case now: permission on the very task, then `refusalOf`, the function that the engine
 * itself refuses with; so a screen and the engine cannot disagree.
 */
export function possibleActs(standing: Standing): readonly PossibleAct[] {
  return [...onTasks(standing), ...onCase(standing)];
}

/** Whom the reply may be sent back to by the one whose turn it is; empty outside the chain. */
export function sendBackTargets({ caseFile, rules }: Pick<Standing, 'caseFile' | 'rules'>): readonly EarlierPerson[] {
  const task = caseFile.tasks.find(({ kind }) => kind === 'endorse' || kind === 'sign');
  if (task === undefined) return [];
  const chain = chainOf(rules);
  return earlierPersons(chain, task.kind === 'sign' ? undefined : chain.find((role) => role === task.role));
}

/** The acts by which each kind of task is done, or given away. */
const ACTS_OF_TASK: Readonly<Record<TaskKind, readonly ActKind[]>> = {
  qualify: ['qualify'],
  reassign: ['reassign', 'qualify'],
  answer: ['answer', 'askCitizen', 'askOpinion', 'askFinding', 'refuseAssignment'],
  inspect: ['giveFinding', 'refuseAssignment'],
  giveOpinion: ['giveOpinion', 'refuseAssignment'],
  endorse: ['endorse', 'endorseCorrected', 'sendBack'],
  sign: ['sign', 'sendBack'],
  confirmPosting: ['confirmPosting'],
  settleDoubt: ['settleDoubt'],
};

function onTasks(standing: Standing): readonly PossibleAct[] {
  return standing.caseFile.tasks.flatMap((task) => {
    const subject = subjectOfTask(standing, task);
    const onBehalf = behalfOf(standing, task);
    return ACTS_OF_TASK[task.kind]
      .filter((act) => may(standing.actor, permissionOn(task, act), subject))
      .filter((act) => act !== 'sign' || standing.hasSigningPower(onBehalf.onBehalfOf))
      .map((act): PossibleAct => ({ act, taskId: task.id, ...onBehalf }))
      .filter((possible) => isPossible(standing, possible));
  });
}

function onCase(standing: Standing): readonly PossibleAct[] {
  const { caseFile, actor, subject } = standing;
  const wanted: readonly PossibleAct[] = [
    { act: 'answer', atOnce: true },
    { act: 'recall' },
    { act: 'qualify' },
    { act: 'reassign' },
    { act: 'close', conclusion: 'withdrawn' },
    { act: 'close', conclusion: 'noCitizenReply' },
    { act: 'reopen' },
    { act: 'changeReplyChannel' },
    ...caseFile.openRequests.flatMap(({ id, kind }): PossibleAct[] => [
      ...(kind === 'missingItem' ? [{ act: 'citizenAnswered', openRequest: id } as const] : []),
      { act: 'dropOpenRequest', openRequest: id },
    ]),
    ...caseFile.effects.flatMap(({ effect, state }): PossibleAct[] =>
      state !== 'failed'
        ? []
        : [
            { act: 'retryEffect', effect: effect.id },
            { act: 'skipEffect', effect: effect.id },
          ],
    ),
  ];
  return wanted
    .filter((one) => may(actor, ACT_PERMISSION[one.act], subject))
    .filter((one) => isPossible(standing, one));
}

/** Who signs may send back too. */
function permissionOn(task: Task, act: ActKind): Action {
  return task.kind === 'sign' && act === 'sendBack' ? 'task.sign' : ACT_PERMISSION[act];
}

/**
 * A task is reached through its own department and team: an opinion is asked of people elsewhere. The task of a vacant
 * office is that of whoever holds its role in the organisation.
 */
function subjectOfTask({ actor, subject, claims }: Standing, task: Task): Subject {
  const { organisation, department, team, role } = task;
  const isOffice = task.holder === undefined && team === undefined;
  const holdsOffice =
    isOffice && actor.roles.some((held) => held.role === role && held.perimeter.organisation === organisation);
  const persons = [task.holder, claims.get(task.id), holdsOffice ? actor.personId : undefined];
  const holders = persons.filter((one) => one !== undefined);
  return { ...subject, organisation, department, teams: team === undefined ? [] : [team], holders };
}

function behalfOf({ actor, caseFile }: Standing, { holder }: Task): Pick<PossibleAct, 'onBehalfOf'> {
  if (holder === undefined || holder === actor.personId) return {};
  return standingFor(actor, holder, caseFile.definition.processId) === undefined ? {} : { onBehalfOf: holder };
}

function isPossible(standing: Standing, possible: PossibleAct): boolean {
  return rolesToTry(standing, possible).some(
    (role) => refusalOf(standing.rules, standing.caseFile, commandFor(standing, possible, role)) === undefined,
  );
}

/** Only an answer at once depends on the role in which it is given. */
function rolesToTry({ actor }: Standing, { atOnce }: PossibleAct): readonly string[] {
  const roles = actor.roles.map(({ role }) => role);
  return atOnce === true ? roles : roles.slice(0, 1);
}

function commandFor({ actor, caseFile, now }: Standing, possible: PossibleAct, role: string): CaseCommand {
  const { taskId, onBehalfOf } = possible;
  return {
    id: '',
    actor: actor.personId,
    actorRole: role,
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
    ...(taskId === undefined ? {} : { taskId }),
    at: now,
    storedRevision: caseFile.revision,
    // The screen asks the signer to authenticate when the button is used, not before.
    authenticationId: 'asked-later',
    act: actFor(caseFile, possible),
  };
}

const NO_TEXT = { id: '', hmac: '' };

/** An act of the right kind, as empty as `refusalOf` allows: it compares ids and hashes, never texts. */
function actFor(caseFile: CaseFile, { act, atOnce, openRequest = '', effect = '', conclusion }: PossibleAct): Act {
  const letterHash = caseFile.answer?.letter.hash ?? '';
  const filled: Readonly<Record<string, unknown>> = {
    kind: act,
    text: NO_TEXT,
    reason: NO_TEXT,
    remark: NO_TEXT,
    letterHash,
    letter: { id: '', hash: letterHash },
    signedLetter: { id: '', hash: letterHash },
    to: 'author',
    atOnce: atOnce ?? false,
    openRequest,
    effect,
    conclusion: { kind: conclusion ?? 'answered' },
    channel: caseFile.replyChannel === 'none' ? 'letter' : 'none',
    route: caseFile.route,
    definition: caseFile.definition,
    decision: 'itLeft',
    until: '9999-12-31',
  };
  return filled as unknown as Act;
}
