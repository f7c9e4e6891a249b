import {
  allHandlersFinished,
  ApplicationFailure,
  CancellationScope,
  condition,
  makeContinueAsNewFunc,
  workflowInfo,
} from '@temporalio/workflow';
import { RULES_VERSION, type CaseFile } from '../../domain/case/case-file.js';
import type { CaseInput } from '../contract/case-input.js';
import { caseNumberAttribute, processVersionAttribute } from '../contract/search-attributes.js';
import { CaseRoom } from './case-room.js';
import { setHandlers } from './handlers.js';
import { issue } from './issue.js';

/**
 * The one interpreter: serves every workflow type, each of which is a process. Issues what the events ordered and waits
 * for more. Non-cancellable: a "cancel" from Temporal's own screens must not end a citizen's case.
 */
export async function runCase(input: CaseInput): Promise<CaseFile> {
  const { workflowType } = workflowInfo();
  if (input.definition.processId !== workflowType) {
    throw ApplicationFailure.nonRetryable(
      'The definition is not the one of this workflow type',
      'case.wrong-definition',
    );
  }
  // An older worker must not play a case by rules it does not know: the task is retried until a newer worker takes it.
  const rulesVersion: number = input.caseFile.rulesVersion;
  if (rulesVersion > RULES_VERSION) throw new Error(`Unknown rules version ${String(rulesVersion)}`);
  const room = new CaseRoom(input, { workflowType, continueSuggested: () => workflowInfo().continueAsNewSuggested });
  setHandlers(room);
  return CancellationScope.nonCancellable(async () => {
    for (;;) {
      for (const order of room.takeOrders()) issue(room, input.caseId, order);
      if (room.mayLeave() && allHandlersFinished()) return leave(room);
      await condition(() => room.hasOrders() || (room.mayLeave() && allHandlersFinished()));
    }
  });
}

/** Ends with the case, or goes on in a new run: under another type after a change of process. */
function leave(room: CaseRoom): Promise<CaseFile> | CaseFile {
  const next = room.toInput();
  if (room.hasEnded()) return next.caseFile;
  const continueCase = makeContinueAsNewFunc<typeof runCase>({
    workflowType: next.definition.processId,
    typedSearchAttributes: [
      { key: caseNumberAttribute, value: next.caseFile.caseNumber },
      { key: processVersionAttribute, value: next.definition.version },
    ],
  });
  return continueCase(next);
}
