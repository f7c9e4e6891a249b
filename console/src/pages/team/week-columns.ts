import type { PlannedTaskDto, PlanningDto } from '../../api/planning.js';
import { capital, dayAndMonth } from '../../text/format.js';

/** A column of the week: late first, then day by day, undated last. */
export interface WeekColumn {
  readonly id: string;
  readonly label: string;
  readonly isToday: boolean;
  readonly has: (task: PlannedTaskDto) => boolean;
}

/** What is late is so whatever week is shown; days before today hold nothing else. */
export function columnsOf({ days, today }: PlanningDto): readonly WeekColumn[] {
  return [
    {
      id: 'late',
      label: 'En retard',
      isToday: false,
      has: ({ dueOn }) => dueOn !== undefined && dueOn < today,
    },
    ...days.map((day) => ({
      id: day,
      label: capital(dayAndMonth(day)),
      isToday: day === today,
      has: ({ dueOn }: PlannedTaskDto) => dueOn === day && day >= today,
    })),
    { id: 'undated', label: 'Sans échéance', isToday: false, has: ({ dueOn }) => dueOn === undefined },
  ];
}

/** Whether a day lies within an absence. */
export function isAway(away: readonly { readonly from: string; readonly to: string }[], day: string): boolean {
  return away.some(({ from, to }) => from <= day && day <= to);
}
