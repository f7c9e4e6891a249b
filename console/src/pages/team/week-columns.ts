import type { PlannedPersonDto, PlannedTaskDto, PlanningDto } from '../../api/planning.js';
import { capital, count, dayAndMonth, typeset } from '../../text/format.js';

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

/** Whether a day lies within an absence; who is away for some processes only is there. */
export function isAway(away: PlannedPersonDto['away'], day: string): boolean {
  return away.some(({ from, to, processes }) => processes === undefined && from <= day && day <= to);
}

/** « Absence du 3 au 5 décembre », and of which part of the work where it is not all of it. */
export function awayWords({ from, to, processes }: PlannedPersonDto['away'][number]): string {
  const days = from === to ? `le ${dayAndMonth(from)}` : `du ${dayAndMonth(from)} au ${dayAndMonth(to)}`;
  return typeset(
    `Absence ${days}${processes === undefined ? '' : ` pour ${count(processes, 'processus', 'processus')}`}`,
  );
}
