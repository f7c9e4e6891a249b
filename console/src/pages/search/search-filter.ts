import { useSearchParams } from 'react-router';
import { addDays } from '../../../../domain/time/local-date.js';
import type { CaseFilter } from '../../api/cases.js';
import { useWorkingDaysUntil } from '../../api/working-days.js';
import { useGrouping } from '../../components/list-groups.js';
import { daysUntil, today } from '../../text/format.js';
import { LATE, type OperatorName } from '../../../../domain/text/search-operators.js';

/** What of the address narrows the list, in the order in which it is told. */
export const NARROWING: readonly ('q' | OperatorName)[] = ['q', 'department', 'status', 'due', 'quartier'];

/** Nobody plans further by a list. */
const MOST_DAYS = 60;

/** The list that the address asks for. */
export function useSearchFilter(): CaseFilter {
  const [params] = useSearchParams();
  const dueOf = useDueFilter();
  const grouping = useGrouping();
  const { due, ...given } = Object.fromEntries(
    NARROWING.flatMap((name) => {
      const value = params.get(name) ?? '';
      return value === '' ? [] : [[name, value]];
    }),
  ) as Readonly<Partial<Record<'q' | OperatorName, string>>>;
  const sort = params.get('sort') === 'due' ? 'due' : 'received';
  return { ...(due === undefined ? {} : dueOf(due)), ...(given as CaseFilter), sort, ...grouping, limit: 50 };
}

/** Open requests past their date, or due in less than so many working days: those that are late are among them. */
function useDueFilter(): (due: string) => CaseFilter {
  const workingDaysUntil = useWorkingDaysUntil();
  return (due) => {
    if (due === LATE) return { status: 'open', dueTo: addDays(today(), -1) };
    let last = today();
    const away = (day: string): number => workingDaysUntil(day) ?? daysUntil(day);
    while (away(addDays(last, 1)) < Math.min(Number(due), MOST_DAYS)) last = addDays(last, 1);
    return { status: 'open', dueTo: last };
  };
}
