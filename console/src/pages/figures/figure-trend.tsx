import type { ReactNode } from 'react';
import { useStatistics, type FiguresRowDto } from '../../api/steering.js';
import { Partial as NotAll } from '../../components/state/failure.js';
import { monthName, number, shortMonthName } from '../../text/format.js';
import type { FigureQuery } from './figure-filters.js';
import { percent } from './figure-plots.js';
import { usePlotSize } from './plot-size.js';

const [HEIGHT, FOOT, HEAD] = [180, 24, 18];
/** Under a column, for the whole name of a month. */
const NAME = 84;

const NOTHING = { received: 0, answered: 0, kept: 0, missed: 0, reopened: 0, notForUs: 0, steps: [] };

/** Month after month, under the same filters; nothing where there is only one. */
export function Trend({ query }: { readonly query: FigureQuery }): ReactNode {
  const { data, error, refetch } = useStatistics({ ...query, groupBy: 'month' });
  if (error !== null && data === undefined) return <NotAll what="Les mois" onRetry={() => void refetch()} />;
  if (data === undefined || data.rows.length < 2) return null;
  const rows = everyMonth(data.rows);
  return (
    <section className="pv-card pv-card-body">
      <h2>Mois par mois</h2>
      <figure>
        <ul className="pv-legend" aria-hidden="true">
          <li>
            <span className="pv-swatch" data-of="received" /> Reçues
          </li>
          <li>
            <span className="pv-swatch" data-of="answered" /> Répondues
          </li>
        </ul>
        <Plot rows={rows} />
        <details className="pv-open-on-paper">
          <summary>Les mêmes chiffres en tableau</summary>
          <MonthTable rows={rows} />
        </details>
      </figure>
    </section>
  );
}

/** A month in which nothing came is a month too: the scale of time must not jump. */
function everyMonth(rows: readonly FiguresRowDto[]): readonly FiguresRowDto[] {
  const known = new Map(rows.map((row) => [row.key, row]));
  const [first, last] = [rows[0]?.key ?? '', rows.at(-1)?.key ?? ''];
  const months: FiguresRowDto[] = [];
  for (let month = first; month <= last; month = monthAfter(month)) {
    months.push(known.get(month) ?? { ...NOTHING, key: month, name: monthName(month) });
  }
  return months;
}

function monthAfter(month: string): string {
  const [year = 0, index = 1] = month.split('-').map(Number);
  return index === 12 ? `${String(year + 1)}-01` : `${String(year)}-${String(index + 1).padStart(2, '0')}`;
}

function Plot({ rows }: { readonly rows: readonly FiguresRowDto[] }): ReactNode {
  const most = Math.max(1, ...rows.flatMap(({ received, answered }) => [received, answered]));
  const { width } = usePlotSize();
  const column = width / rows.length;
  const bar = Math.min(column * 0.36, 34);
  const heightOf = (value: number): number => (value / most) * (HEIGHT - FOOT - HEAD);
  return (
    <svg
      className="pv-plot"
      viewBox={`0 0 ${String(width)} ${String(HEIGHT)}`}
      role="img"
      aria-label="Demandes reçues et répondues, mois par mois ; les mêmes chiffres sont dans le tableau."
    >
      {rows.map(({ key, name, received, answered }, index) => (
        <g key={key} transform={`translate(${String(column * index + column / 2)} ${String(HEIGHT - FOOT)})`}>
          <rect className="pv-bar-other" x={-bar} y={-heightOf(received)} width={bar} height={heightOf(received)} />
          <rect className="pv-bar-kept" x={2} y={-heightOf(answered)} width={bar} height={heightOf(answered)} />
          <text x={-bar / 2} y={-heightOf(received) - 4} textAnchor="middle">
            {number(received)}
          </text>
          <text x={bar / 2 + 2} y={-heightOf(answered) - 4} textAnchor="middle">
            {number(answered)}
          </text>
          <text y={16} textAnchor="middle">
            {column < NAME ? shortMonthName(key) : name}
          </text>
        </g>
      ))}
    </svg>
  );
}

function MonthTable({ rows }: { readonly rows: readonly FiguresRowDto[] }): ReactNode {
  return (
    <table className="pv-table">
      <caption className="pv-hidden">Mois par mois</caption>
      <thead>
        <tr>
          <th scope="col">Mois</th>
          <th scope="col" className="pv-amount">
            Reçues
          </th>
          <th scope="col" className="pv-amount">
            Répondues
          </th>
          <th scope="col" className="pv-amount">
            Part tenue
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, received, answered, keptShare }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td className="pv-amount">{number(received)}</td>
            <td className="pv-amount">{number(answered)}</td>
            <td className="pv-amount">{keptShare === undefined ? '—' : percent(keptShare)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
