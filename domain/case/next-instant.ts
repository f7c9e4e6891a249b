import type { Instant } from '../time/instant.js';
import type { CaseFile } from './case-file.js';

/**
 * The earliest instant at which the case asks for something. Total for every case that has not ended: a fired timer
 * must always give a command (see `workflows/case/case-room.ts`), and no case may be without a future.
 */
export function nextInstant(caseFile: CaseFile): Instant | undefined {
  switch (caseFile.status.kind) {
    case 'ended':
      return undefined;
    case 'closed':
      return caseFile.status.reopenUntil;
    case 'open':
      return Math.min(caseFile.watchAt, ...clockInstants(caseFile), ...requestInstants(caseFile));
  }
}

function clockInstants(caseFile: CaseFile): readonly Instant[] {
  return caseFile.clocks.flatMap((clock) => clock.instants.slice(0, 1).map((instant) => instant.at));
}

function requestInstants(caseFile: CaseFile): readonly Instant[] {
  return caseFile.openRequests.flatMap((request) =>
    request.overdue || request.untilAt === undefined ? [] : [request.untilAt],
  );
}
