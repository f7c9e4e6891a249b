import type { CaseFile, Task } from '../../domain/case/case-file.js';
import type { Rules } from '../../domain/case/rules.js';
import type { Directory } from '../../domain/people/directory.js';
import { actingFor } from '../../domain/people/substitution.js';
import { personFor } from '../../domain/steps/chain.js';
import {
  CHANNEL_WORDS,
  conclusionInFrench,
  replySentence,
  ROLE_WORDS,
  TASK_WORDS,
} from '../../domain/text/case-words.js';
import { typeset } from '../../domain/text/french-typography.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { printInstant } from '../calendar/read-instant.js';
import { departmentName, namedPerson, teamName } from '../people/person-names.js';
import type { CaseRouteDto, CaseTaskDto, EarlierPersonDto, EndorsementDto } from './case-detail.dto.js';
import { sendBackTargets } from './possible-acts.js';

/** Where a case stands, in words: with whom, for what; or how it ended. */
export function statusInFrench(caseFile: CaseFile, directory: Directory): string {
  const { status, tasks, openRequests, reply } = caseFile;
  if (status.kind !== 'open') return conclusionInFrench(status.conclusion);
  if (openRequests.some(({ kind, overdue }) => kind === 'missingItem' && !overdue)) return 'En attente de l’usager';
  const [task] = tasks;
  if (task !== undefined) {
    return typeset(`Chez ${departmentName(directory, task.department)} : ${TASK_WORDS[task.kind].toLowerCase()}`);
  }
  if (reply?.state === 'failed') return 'La réponse n’a pas pu partir';
  return reply?.state === 'sending' ? 'Réponse en cours d’envoi' : 'En cours';
}

export function headerOf(caseFile: CaseFile): {
  readonly channelWords: string;
  readonly replyChannelWords: string;
  readonly conclusion?: string;
  readonly closedAt?: string;
  readonly reopenUntil?: string;
} {
  const { status } = caseFile;
  return {
    channelWords: CHANNEL_WORDS[caseFile.channel],
    replyChannelWords: replySentence(caseFile.replyChannel),
    ...(status.kind === 'open' ? {} : { conclusion: status.conclusion.kind, closedAt: printInstant(status.at) }),
    ...(status.kind === 'closed' ? { reopenUntil: printInstant(status.reopenUntil) } : {}),
  };
}

export function describeRoute({ route }: CaseFile, directory: Directory): CaseRouteDto {
  const { holder, head, quartier } = route;
  return {
    department: { id: route.department, name: departmentName(directory, route.department) },
    team: { id: route.team, name: teamName(directory, route.team) },
    ...(holder === undefined ? {} : { holder: namedPerson(directory, holder) }),
    ...(head === undefined ? {} : { head: namedPerson(directory, head) }),
    ...(quartier === undefined ? {} : { quartier }),
    validators: Object.entries(route.validators).map(([role, person]) => ({
      role,
      roleWords: ROLE_WORDS[role as keyof typeof ROLE_WORDS],
      person: namedPerson(directory, person),
    })),
  };
}

export interface TaskContext {
  readonly directory: Directory;
  readonly claims: ReadonlyMap<string, string>;
  readonly today: LocalDate;
  readonly processId: string;
}

/** An open task with who has it, and who acts for them today. */
export function describeTask(task: Task, { directory, claims, today, processId }: TaskContext): CaseTaskDto {
  const { id, kind, role, department, team, holder, openRequest, targetOn } = task;
  const claimedBy = claims.get(id);
  const acting = holder === undefined ? undefined : actingFor(directory, holder, { on: today, processId });
  return {
    id,
    kind,
    words: TASK_WORDS[kind],
    role,
    department: { id: department, name: departmentName(directory, department) },
    ...(team === undefined ? {} : { team: { id: team, name: teamName(directory, team) } }),
    ...(holder === undefined ? {} : { holder: namedPerson(directory, holder) }),
    ...(claimedBy === undefined ? {} : { claimedBy: namedPerson(directory, claimedBy) }),
    ...(acting?.onBehalfOf === undefined ? {} : { substitute: namedPerson(directory, acting.person) }),
    ...(openRequest === undefined ? {} : { openRequest }),
    openedAt: printInstant(task.openedAt),
    ...(targetOn === undefined ? {} : { targetOn }),
  };
}

export function describeEndorsements({ endorsements }: CaseFile, directory: Directory): readonly EndorsementDto[] {
  return endorsements.map(({ role, person, onBehalfOf, letterHash, at }) => ({
    role,
    person: namedPerson(directory, person),
    ...(onBehalfOf === undefined ? {} : { onBehalfOf: namedPerson(directory, onBehalfOf) }),
    letterHash,
    at: printInstant(at),
  }));
}

/** Whom the reply may be sent back to, by name. */
export function describeEarlierPersons(
  caseFile: CaseFile,
  rules: Rules,
  directory: Directory,
): readonly EarlierPersonDto[] {
  return sendBackTargets({ caseFile, rules }).map((to) => {
    const person = to === 'author' ? caseFile.answer?.author : personFor(caseFile, to);
    return {
      to,
      words: to === 'author' ? 'auteur de la réponse' : ROLE_WORDS[to],
      ...(person === undefined ? {} : { person: namedPerson(directory, person) }),
    };
  });
}
