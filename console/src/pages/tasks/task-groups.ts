import { DUE_GROUPS, dueGroupOf, type DueGroup } from '../../../../domain/text/list-groups.js';
import type { TaskDto } from '../../api/tasks.js';
import { DUE_GROUP_WORDS } from '../../components/list-groups.js';
import { capital, dayAndMonth, dayOf, daysUntil, inFrench } from '../../text/format.js';

export interface TaskGroup {
  readonly title: string;
  readonly tasks: readonly TaskDto[];
}

/** By the day each is wanted, the most urgent first. */
export function groupByDue(tasks: readonly TaskDto[]): readonly TaskGroup[] {
  const groupOf = ({ dueOn }: TaskDto): DueGroup => dueGroupOf(dueOn === undefined ? undefined : daysUntil(dueOn));
  return DUE_GROUPS.map((group) => ({
    title: DUE_GROUP_WORDS[group],
    tasks: tasks.filter((task) => groupOf(task) === group),
  })).filter((group) => group.tasks.length > 0);
}

/** By the day each was ended, the last one first: when it was wanted no longer matters. */
export function groupByEnd(tasks: readonly TaskDto[]): readonly TaskGroup[] {
  const endOf = ({ endedAt }: TaskDto): string => (endedAt === undefined ? '' : dayOf(endedAt));
  const days = [...new Set(tasks.map(endOf))].sort().reverse();
  return days.map((day) => ({
    title: day === '' ? 'Terminées' : capital(dayAndMonth(day)),
    tasks: tasks.filter((task) => endOf(task) === day),
  }));
}

/** By place, for whoever goes there. */
export function groupByPlace(tasks: readonly TaskDto[], nameOf: (quartier: string) => string): readonly TaskGroup[] {
  const nowhere = 'Sans lieu';
  const placeOf = ({ quartier }: TaskDto): string => (quartier === undefined ? nowhere : nameOf(quartier));
  const titles = [...new Set(tasks.map(placeOf))].sort((one, other) =>
    one === nowhere ? 1 : other === nowhere ? -1 : inFrench.compare(one, other),
  );
  return titles.map((title) => ({ title, tasks: tasks.filter((task) => placeOf(task) === title) }));
}

/** The page on which a task is done. */
export function taskHref({ id, kind }: Pick<TaskDto, 'id' | 'kind'>): string {
  return kind === 'endorse' || kind === 'sign'
    ? `/parapheur/${encodeURIComponent(id)}`
    : `/taches/${encodeURIComponent(id)}`;
}
