import type { CaseFile } from '../../domain/case/case-file.js';
import { openCase, type Opening } from '../../domain/case/open-case.js';
import type { Outcome } from '../../domain/case/outcome.js';
import type { Route } from '../../domain/case/route.js';
import { findRoute } from '../../domain/people/find-route.js';
import type { Directory } from '../../domain/people/directory.js';
import type { RunnableDefinition } from '../../domain/process/runnable.js';
import type { ReplyChannel } from '../../domain/process/runnable.js';
import type { Calendars } from '../../domain/time/calendar.js';

/** Whom a definition leads to; an empty route where the directory does not know the department (an incident in itself). */
export function routeOf(
  directory: Directory,
  definition: RunnableDefinition,
  sought: { readonly theme: string; readonly quartier?: string; readonly caseId: string },
): Route {
  const step = definition.steps.find((one) => one.kind === 'assignment' || one.kind === 'qualification');
  const team = step?.team ?? definition.department;
  const byQuartier = step?.kind === 'assignment' && step.byQuartier;
  const { organisation, department } = definition;
  const quartier = sought.quartier === undefined ? {} : { quartier: sought.quartier };
  const found = findRoute(directory, {
    organisation,
    department,
    team,
    theme: sought.theme,
    spreadKey: sought.caseId,
    ...(byQuartier ? quartier : {}),
  });
  return { ...(found ?? { organisation, department, team, validators: {}, superiors: {} }), ...quartier };
}

export interface CaseToOpen {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly definition: RunnableDefinition;
  readonly calendars: Calendars;
  readonly calendarRevision: number;
  readonly route: Route;
  readonly at: number;
  readonly receivedAt: number;
  readonly channel: CaseFile['channel'];
  readonly replyChannel: ReplyChannel;
  readonly answers: CaseFile['answers'];
  readonly acknowledgement: Opening['acknowledgement'];
  readonly actor?: string;
  readonly actorRole: string;
  readonly follows?: string;
}

/** Revision 0 of a new case. */
export function open(given: CaseToOpen): Outcome {
  const { definition, calendars, ...opening } = given;
  return openCase({ definition, calendars }, opening);
}
