/** What the rows of a list may be put together by. */
export const GROUPINGS = ['due', 'department', 'quartier', 'process'] as const;

export type Grouping = (typeof GROUPINGS)[number];

/** Groups by the day something is wanted, the most urgent first; what has ended is wanted no more. */
export const DUE_GROUPS = ['late', 'today', 'week', 'later', 'undated', 'ended'] as const;

export type DueGroup = (typeof DUE_GROUPS)[number];

/** How many days after today the group `week` holds. */
export const WEEK_OF_GROUP = 7;

/** The group of what is still to be done. */
export function dueGroupOf(daysLeft: number | undefined): DueGroup {
  if (daysLeft === undefined) return 'undated';
  if (daysLeft < 0) return 'late';
  if (daysLeft === 0) return 'today';
  return daysLeft <= WEEK_OF_GROUP ? 'week' : 'later';
}
