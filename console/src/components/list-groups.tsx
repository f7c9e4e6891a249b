import type { InfiniteData } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { DUE_GROUPS, type DueGroup, type Grouping } from '../../../domain/text/list-groups.js';
import { useDepartments } from '../api/places.js';
import type { ListGroupDto } from '../api/schema/types.generated.js';
import { useViewParam } from '../shell/peek.js';
import { count, typeset } from '../text/format.js';
import { QuartierName } from './quartier-name.js';

/** Search parameter that holds what a list is put together by. */
export const GROUP_PARAM = 'groupe';

/** What a list may be put together by, as the address names it. */
export const GROUP_CHOICES: readonly { readonly id: string; readonly by: Grouping; readonly label: string }[] = [
  { id: 'echeance', by: 'due', label: 'Échéance' },
  { id: 'service', by: 'department', label: 'Service' },
  { id: 'quartier', by: 'quartier', label: 'Quartier' },
  { id: 'processus', by: 'process', label: 'Processus' },
];

export const DUE_GROUP_WORDS: Readonly<Record<DueGroup, string>> = {
  late: 'En retard',
  today: 'Aujourd’hui',
  week: 'Dans les sept jours',
  later: 'Plus tard',
  undated: 'Sans échéance',
  ended: 'Closes',
};

/** What the list of this address is put together by, as its query takes it. */
export function useGrouping(): { readonly group?: Grouping } {
  const [chosen] = useViewParam(GROUP_PARAM);
  const by = GROUP_CHOICES.find(({ id }) => id === chosen)?.by;
  return by === undefined ? {} : { group: by };
}

/** A row that says its group. */
export interface GroupedRow {
  readonly group?: string;
  readonly title?: string;
}

/** The groups of a list: of each row, and of each group what heads it. */
export interface ListGroups<T> {
  readonly idOf: (row: T) => string;
  readonly headingOf: (first: T) => ReactNode;
}

interface GroupedPages {
  readonly pages: readonly { readonly groups?: readonly ListGroupDto[] }[];
}

/** The groups of what was read, each with how many it has in all; none where the list has no groups. */
export function useListGroups<T extends GroupedRow>(
  data: Pick<InfiniteData<GroupedPages['pages'][number]>, 'pages'> | undefined,
  /** What a row is. */
  noun = 'demande',
): ListGroups<T> | undefined {
  const { group: by } = useGrouping();
  if (by === undefined) return undefined;
  const counted = new Map(data?.pages.flatMap(({ groups = [] }) => groups).map((group) => [group.id, group]));
  return {
    idOf: ({ group = '' }) => group,
    headingOf: (first) => <GroupHeading {...{ by, first, noun }} counted={counted.get(first.group ?? '')} />,
  };
}

interface HeadingProps {
  readonly by: Grouping;
  readonly first: GroupedRow;
  readonly noun: string;
  readonly counted: ListGroupDto | undefined;
}

/** A heading too: one goes from group to group by the headings of the page, a table or a narrow list. */
function GroupHeading({ by, first, noun, counted }: HeadingProps): ReactNode {
  return (
    <span role="heading" aria-level={2}>
      <GroupName by={by} first={first} />
      {counted === undefined ? null : (
        <>
          {' '}
          <span className="pv-tag">{typeset(`${counted.more ? 'plus de ' : ''}${count(counted.count, noun)}`)}</span>
        </>
      )}
    </span>
  );
}

function GroupName({ by, first: { group = '', title } }: Pick<HeadingProps, 'by' | 'first'>): ReactNode {
  switch (by) {
    case 'due':
      return DUE_GROUP_WORDS[DUE_GROUPS.find((one) => one === group) ?? 'undated'];
    case 'department':
      return <DepartmentName id={group} />;
    case 'quartier':
      return group === '' ? 'Sans quartier' : <QuartierName id={group} />;
    case 'process':
      return title ?? group;
  }
}

function DepartmentName({ id }: { readonly id: string }): ReactNode {
  const { data } = useDepartments();
  return data?.items.find((department) => department.id === id)?.name ?? id;
}
