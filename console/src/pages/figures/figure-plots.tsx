import type { ReactNode } from 'react';
import type { FiguresDto, FiguresRowDto } from '../../api/steering.js';
import { number, typeset } from '../../text/format.js';
import { usePlotSize, type PlotSize } from './plot-size.js';

const SHOWN = 12;
/** Left of the bars, for the longest of the usual names. */
const NAMES = 300;
const LONGEST = 44;
/** Right of the longest bar, for its figures. */
const FIGURES = 90;

/** Bars side by side on one scale; the table below says the same, so a screen reader is told only that it does. */
export function PromisePlot({ rows }: { readonly rows: readonly FiguresRowDto[] }): ReactNode {
  const size = useNamesSize();
  const judged = rows.filter(({ kept, missed }) => kept + missed > 0).slice(0, SHOWN);
  if (judged.length === 0) return <p>Aucune réponse avec un engagement pendant cette période.</p>;
  const most = Math.max(...judged.map(({ kept, missed }) => kept + missed));
  const scale = (size.width - size.label - FIGURES) / most;
  return (
    <figure>
      <ul className="pv-legend" aria-hidden="true">
        <li>
          <span className="pv-swatch" data-of="kept" /> Tenus
        </li>
        <li>
          <span className="pv-swatch" data-of="missed" /> Manqués
        </li>
      </ul>
      <svg
        className="pv-plot"
        viewBox={`0 0 ${String(size.width)} ${String(judged.length * size.row + 6)}`}
        role="img"
        aria-label="Engagements tenus et manqués ; les mêmes chiffres sont dans le tableau."
      >
        {judged.map(({ key, name, kept, missed }, index) => (
          <g key={key} transform={`translate(0 ${String(index * size.row)})`}>
            <RowName size={size}>{shortened(name)}</RowName>
            <rect className="pv-bar-kept" x={size.label} y={size.bar} width={kept * scale} height={20} />
            <rect
              className="pv-bar-missed"
              x={size.label + kept * scale + 2}
              y={size.bar}
              width={missed * scale}
              height={20}
            />
            <text x={size.label + (kept + missed) * scale + 10} y={size.bar + 14}>
              {`${number(kept)} / ${number(kept + missed)}`}
            </text>
          </g>
        ))}
      </svg>
      {rows.length > judged.length ? (
        <figcaption className="pv-row-sub">Les premières lignes ; toutes sont dans le tableau.</figcaption>
      ) : null}
    </figure>
  );
}

/** The names of departments are longer than those of steps. */
function useNamesSize(): PlotSize {
  const size = usePlotSize();
  return size.label === 0 ? size : { ...size, label: NAMES };
}

/** Where the time of the answered cases went; and, for the missed ones, where the delay grew. */
export function StepPlot({ steps }: { readonly steps: FiguresDto['steps'] }): ReactNode {
  const size = usePlotSize();
  const total = steps.reduce((sum, { hours }) => sum + hours, 0);
  if (steps.length === 0) return <p>Aucune réponse pendant cette période.</p>;
  if (total === 0) return <p>Le temps passé à chaque étape est trop court pour être réparti.</p>;
  return (
    <figure>
      <svg
        className="pv-plot"
        viewBox={`0 0 ${String(size.width)} ${String(steps.length * size.row + 6)}`}
        role="img"
        aria-label="Part du temps par étape ; les mêmes chiffres sont dans le tableau."
      >
        {steps.map(({ step, words, hours }, index) => {
          const width = Math.max((hours / total) * (size.width - size.label - FIGURES), 1);
          return (
            <g key={step} transform={`translate(0 ${String(index * size.row)})`}>
              <RowName size={size}>{words}</RowName>
              <rect className="pv-bar-other" x={size.label} y={size.bar} width={width} height={20} />
              <text x={size.label + width + 10} y={size.bar + 14}>
                {percent(hours / total)}
              </text>
            </g>
          );
        })}
      </svg>
      <details className="pv-open-on-paper">
        <summary>Les mêmes chiffres en tableau, et pour les engagements manqués</summary>
        <table className="pv-table">
          <caption className="pv-hidden">Temps par étape</caption>
          <thead>
            <tr>
              <th scope="col">Étape</th>
              <th scope="col" className="pv-amount">
                De tout le temps
              </th>
              <th scope="col" className="pv-amount">
                Du temps des engagements manqués
              </th>
            </tr>
          </thead>
          <tbody>
            {steps.map(({ step, words, hours, missedShare }) => (
              <tr key={step}>
                <th scope="row">{words}</th>
                <td className="pv-amount">{percent(hours / total)}</td>
                <td className="pv-amount">{percent(missedShare)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

/** Left of its bar or, where there is no room, above it. */
function RowName({ size, children }: { readonly size: PlotSize; readonly children: string }): ReactNode {
  return size.label === 0 ? (
    <text y={14}>{children}</text>
  ) : (
    <text x={size.label - 8} y={19} textAnchor="end">
      {children}
    </text>
  );
}

export function percent(share: number): string {
  return typeset(`${number(Math.round(share * 1000) / 10)} %`);
}

function shortened(name: string): string {
  return name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name;
}
