import type { ReactNode } from 'react';
import './card-table.css';

interface CardColumn<T> {
  readonly title: string;
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
}

/** A table that becomes one card a row where the screen is narrow, each figure with its title: nothing is read sideways. */
export function CardTable<T>({ label, rows, keyOf, columns, bare = false, stateOf }: CardTableProps<T>): ReactNode {
  const [head, ...others] = columns;
  return (
    <div className={bare ? 'pv-scroll' : 'pv-card pv-scroll'} tabIndex={0} role="region" aria-label={label}>
      <table className="pv-table pv-card-table">
        <caption className="pv-hidden">{label}</caption>
        <thead>
          <tr>
            {columns.map(({ title, amount, untitled }) => (
              <th key={title} scope="col" className={amount === true ? 'pv-amount' : undefined}>
                {untitled === true ? <span className="pv-hidden">{title}</span> : title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} data-state={stateOf?.(row)}>
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
          ))}
        </tbody>
      </table>
    </div>
  );
}
