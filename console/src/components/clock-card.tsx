import type { ReactNode } from 'react';
import type { ClockDto } from '../api/schema/types.generated.js';
import { capital, count, dayAndMonth, shortDate, today, typeset } from '../text/format.js';
import { DueBadge } from './due-badge.js';
import './clock-card.css';

/** One time limit, explained: from when, how long, what stood still, which days counted and why not the others. */
export function ClockCard({ clock }: { readonly clock: ClockDto }): ReactNode {
  return (
    <div className="pv-clock">
      <p className="pv-clock-head">
        <strong>{clock.kind === 'promise' ? 'Engagement de la ville' : 'Délai légal'}</strong>
        <DueBadge
          due={{ dueOn: clock.dueOn, state: clock.state, since: clock.dayZero, inCivilDays: clock.kind !== 'promise' }}
        />
      </p>
      <p>{typeset(sentenceOf(clock))}</p>
      {clock.basis === '' ? null : (
        <p className="pv-row-sub">
          {clock.basis}
          {clock.condition === undefined ? null : `, ${clock.condition}`}
        </p>
      )}
      {clock.days.length === 0 ? null : (
        <details>
          <summary>Comment cette date est comptée</summary>
          <ClockDays clock={clock} />
        </details>
      )}
    </div>
  );
}

function ClockDays({ clock }: { readonly clock: ClockDto }): ReactNode {
  return (
    <table className="pv-days">
      <caption className="pv-hidden">Jours comptés</caption>
      <thead>
        <tr>
          <th scope="col">Jour</th>
          <th scope="col">Compte</th>
        </tr>
      </thead>
      <tbody>
        {clock.days.map(({ date, counted, number, words }) => (
          <tr key={date} data-counted={counted} data-today={date === today()}>
            <td>{dayAndMonth(date)}</td>
            <td>{counted ? (number === undefined ? 'compté' : `jour ${String(number)}`) : (words ?? 'non compté')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** « 10 jours ouvrés à partir du mardi 10 novembre : au plus tard le mercredi 25. Il reste 3 jours ouvrés. » */
export function sentenceOf({
  limit,
  dayZero,
  dueOn,
  promisedOn,
  state,
  words,
  pauses,
  days,
  endedOn,
  silenceMeans,
}: ClockDto): string {
  const latest = dueOn === undefined ? '' : ` : au plus tard le ${dayAndMonth(dueOn)}`;
  const parts = [`${limit}, reçue le ${dayAndMonth(dayZero)}${latest}`];
  if (promisedOn !== undefined && dueOn !== undefined && promisedOn !== dueOn)
    parts.push(`Date d’abord annoncée : ${dayAndMonth(promisedOn)}`);
  const left = days.filter(({ counted, date }) => counted && date > today()).length;
  if (state === 'running' && days.some(({ counted }) => counted))
    parts.push(`Il reste ${count(left, 'jour')} à compter`);
  parts.push(
    ...pauses.map(({ from, to }) =>
      to === undefined
        ? `Suspendue depuis le ${shortDate(from)}, dans l’attente de l’usager`
        : `Suspendue du ${shortDate(from)} au ${shortDate(to)}`,
    ),
  );
  if (endedOn !== undefined) parts.push(`${capital(words)} le ${dayAndMonth(endedOn)}`);
  if (silenceMeans !== undefined)
    parts.push(
      silenceMeans === 'acceptance'
        ? 'Sans réponse à cette date, la demande est acceptée'
        : 'Sans réponse à cette date, la demande est rejetée',
    );
  return `${parts.join('. ')}.`;
}
