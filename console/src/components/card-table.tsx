import type { ReactNode } from 'react';
import './card-table.css';

interface CardColumn<T> {
  readonly title: string;
  /** Beside the title, where it heads a column. */
  readonly hint?: ReactNode;
  readonly cell: (row: T) => ReactNode;
  /** A figure: its digits stand under those of the row above. */
  readonly amount?: boolean;
  /** Its title is not seen: acts on the row. */
  readonly untitled?: boolean;
}

/** The first names the row. */
export type CardTableColumns<T> = readonly [CardColumn<T>, ...CardColumn<T>[]];

interface CardTableProps<T> {
  /** Name of the table, for whoever does not see where it stands. */
  readonly label: string;
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string | number;
  readonly columns: CardTableColumns<T>;
  /** Inside a card already, it draws none. */
  readonly bare?: boolean;
  readonly stateOf?: (row: T) => string;
  /** Under the others: totals. */
  readonly foot?: readonly T[];
}

/** A table that becomes one card a row where the screen is narrow, each figure with its title: nothing is read sideways. */
export function CardTable<T>({
  label,
  rows,
  keyOf,
  columns,
  bare = false,
  stateOf,
  foot = [],
}: CardTableProps<T>): ReactNode {
  return (
    <div className={bare ? 'pv-scroll' : 'pv-card pv-scroll'} tabIndex={0} role="region" aria-label={label}>
      <table className="pv-table pv-card-table">
        <caption className="pv-hidden">{label}</caption>
        <thead>
          <tr>
            {columns.map(({ title, amount, untitled, hint }) => (
              <th key={title} scope="col" className={amount === true ? 'pv-amount' : undefined}>
                {untitled === true ? <span className="pv-hidden">{title}</span> : title}
                {hint === undefined ? null : <> {hint}</>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={keyOf(row)} row={row} columns={columns} state={stateOf?.(row)} />
          ))}
        </tbody>
        {foot.length === 0 ? null : (
          <tfoot>
            {foot.map((row) => (
              <Row key={keyOf(row)} row={row} columns={columns} />
            ))}
          </tfoot>
        )}
      </table>
    </div>
  );
}

interface RowProps<T> {
  readonly row: T;
  readonly columns: CardTableColumns<T>;
  readonly state?: string | undefined;
}

function Row<T>({ row, columns: [head, ...others], state }: RowProps<T>): ReactNode {
  return (
    <tr data-state={state}>
      <th scope="row">{head.cell(row)}</th>
      {others.map(({ title, cell, amount, untitled }) => (
        <td
          key={title}
          className={amount === true ? 'pv-amount' : undefined}
          data-label={untitled === true ? undefined : title}
        >
          <div>{cell(row)}</div>
        </td>
      ))}
    </tr>
  );
}
