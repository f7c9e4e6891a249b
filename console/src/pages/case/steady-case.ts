import { useCallback, useState } from 'react';
import { useCase, type CaseDetailDto } from '../../api/cases.js';
import { useSession } from '../../api/session.js';

export interface SteadyCase {
  readonly shown: CaseDetailDto | undefined;
  /** Who changed it since, where somebody did and it is not shown yet. */
  readonly changedBy: { readonly name: string | undefined; readonly at: string } | undefined;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly show: () => void;
  readonly refetch: () => void;
}

/** A case does not change under its reader: what a colleague did is said, and shown on demand. One's own acts show at once. */
export function useSteadyCase(caseId: string): SteadyCase {
  const { person } = useSession();
  const { data, error, isPending, refetch } = useCase(caseId);
  const [accepted, setAccepted] = useState<CaseDetailDto>();
  const news =
    data === undefined || accepted === undefined
      ? []
      : data.timeline.filter(({ id }) => Number(id.split('.')[0]) > accepted.revision);
  // What the machine does in the wake of one's own act (a letter put on the list, a clock stopped) is part of it.
  const mine = news.some(({ actor }) => actor?.id === person.id);
  const isMine = (id: string | undefined): boolean => id === person.id || (mine && id === undefined);
  const byOthers = news.findLast(({ actor, essential }) => essential && !isMine(actor?.id));
  const quiet = byOthers === undefined;
  if (data !== undefined && data !== accepted && (accepted === undefined || quiet)) setAccepted(data);
  const show = useCallback(() => {
    setAccepted(data);
  }, [data]);
  return {
    shown: accepted ?? data,
    changedBy: byOthers === undefined ? undefined : { name: byOthers.actor?.name, at: byOthers.at },
    error,
    isPending,
    show,
    refetch: () => void refetch(),
  };
}
