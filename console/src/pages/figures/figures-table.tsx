import { ActionIcon, Popover } from '@mantine/core';
import type { ReactNode } from 'react';
import {
  useFigureDefinitions,
  type FigureDefinitionDto,
  type FiguresDto,
  type StatisticsDto,
} from '../../api/steering.js';
import { CardTable } from '../../components/card-table.js';
import { number, typeset } from '../../text/format.js';
import { GROUPS } from './figure-filters.js';
import { percent } from './figure-plots.js';

interface Column {
  readonly title: string;
  /** Of its definition. */
  readonly id: string;
  readonly of: (row: FiguresDto) => string;
}

const COLUMNS: readonly Column[] = [
  { title: 'Reçues', id: 'received', of: ({ received }) => number(received) },
  { title: 'Répondues', id: 'answered', of: ({ answered }) => number(answered) },
  { title: 'Tenus', id: 'kept', of: ({ kept }) => number(kept) },
  { title: 'Manqués', id: 'missed', of: ({ missed }) => number(missed) },
  {
    title: 'Part tenue',
    id: 'keptShare',
    of: ({ keptShare }) => (keptShare === undefined ? '—' : percent(keptShare)),
  },
  {
    title: 'Délai médian',
    id: 'medianDays',
    of: ({ medianDays }) => (medianDays === undefined ? '—' : typeset(`${number(medianDays)} j`)),
  },
  { title: 'Rouvertes', id: 'reopened', of: ({ reopened }) => number(reopened) },
  { title: 'Pas pour ce service', id: 'notForUs', of: ({ notForUs }) => number(notForUs) },
];

/** A row of the table: what it groups, or a total. */
interface NamedFigures {
  readonly key: string;
  readonly name: string;
  readonly figures: FiguresDto;
}

/** Exactly what the export holds. */
export function FiguresTable({ data }: { readonly data: StatisticsDto }): ReactNode {
  const group = GROUPS.find(({ value }) => value === data.groupBy)?.label ?? '';
  const rows = data.rows.map((row): NamedFigures => ({ key: row.key, name: row.name, figures: row }));
  const totals: readonly NamedFigures[] = [
    { key: 'total', name: 'Total', figures: data.total },
    ...(data.yearBefore === undefined ? [] : [{ key: 'before', name: 'Un an avant', figures: data.yearBefore.total }]),
  ];
  return (
    <CardTable
      label={`Chiffres par ${group.toLowerCase()}`}
      rows={rows}
      foot={totals}
      keyOf={({ key }) => key}
      columns={[
        { title: group, cell: ({ name }) => name },
        ...COLUMNS.map(({ title, id, of }) => ({
          title,
          hint: <Definition id={id} title={title} />,
          amount: true,
          cell: ({ figures }: NamedFigures) => of(figures),
        })),
      ]}
    />
  );
}

/** What a figure means, beside it. */
function Definition({ id, title }: { readonly id: string; readonly title: string }): ReactNode {
  const { data = [] } = useFigureDefinitions();
  const found = data.find((one) => one.id === id);
  if (found === undefined) return null;
  return (
    <Popover width={300} position="bottom" withArrow shadow="md">
      <Popover.Target>
        <ActionIcon
          className="pv-no-print"
          variant="subtle"
          size="sm"
          aria-label={typeset(`Ce que veut dire : ${title}`)}
        >
          <span aria-hidden="true">i</span>
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className="pv-definition">
        <Meaning definition={found} />
      </Popover.Dropdown>
    </Popover>
  );
}

/** All of them, for paper and for whoever reads from top to bottom. */
export function Definitions(): ReactNode {
  const { data } = useFigureDefinitions();
  if (data === undefined) return null;
  return (
    <details className="pv-card pv-card-body pv-open-on-paper">
      <summary>Ce que veut dire chaque chiffre</summary>
      {data.map((definition) => (
        <Meaning key={definition.id} definition={definition} />
      ))}
    </details>
  );
}

function Meaning({ definition: { label, meaning, source } }: { readonly definition: FigureDefinitionDto }): ReactNode {
  return (
    <p>
      <strong>{typeset(label)}</strong>
      <br />
      {typeset(meaning)}
      <span className="pv-row-sub">{typeset(source)}</span>
    </p>
  );
}
