import type { ReactNode } from 'react';
import type { DelegationDto } from '../../api/absences.js';
import { useViewParam } from '../../shell/peek.js';
import { monthName, plainDate, shortDate, today, typeset } from '../../text/format.js';

const MONTHS = 12;

/** Who signs for whom, month by month: a table that reads like a calendar, and says its days in words. */
export function DelegationCalendar({ delegations }: { readonly delegations: readonly DelegationDto[] }): ReactNode {
  const [from, setFrom] = useViewParam('mois');
  const first = /^\d{4}-\d{2}$/.test(from) ? from : today().slice(0, 7);
  const months = Array.from({ length: MONTHS }, (_, index) => monthAfter(first, index));
  const [start = '', end = ''] = [months[0], months.at(-1)];
  const shown = delegations.filter((one) => one.from.slice(0, 7) <= end && one.to.slice(0, 7) >= start);
  return (
    <section>
      <div className="pv-form-actions pv-no-print">
        <button
          type="button"
          className="pv-tab"
          onClick={() => {
            setFrom(monthAfter(first, -MONTHS));
          }}
        >
          Douze mois avant
        </button>
        <button
          type="button"
          className="pv-tab"
          onClick={() => {
            setFrom(monthAfter(first, MONTHS));
          }}
        >
          Douze mois après
        </button>
      </div>
      <p role="status" className="pv-row-sub">
        {typeset(`De ${monthName(start)} à ${monthName(end)} : ${String(shown.length)} en vigueur`)}
      </p>
      <div className="pv-card pv-scroll" tabIndex={0} role="region" aria-label="Calendrier des délégations">
        <table className="pv-table">
          <caption className="pv-hidden">Qui signe pour qui, mois par mois</caption>
          <thead>
            <tr>
              <th scope="col">Signe</th>
              <th scope="col">Pour</th>
              {months.map((month) => (
                <th key={month} scope="col" className="pv-nowrap">
                  {monthName(month)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  {one.person.name}
                  <span className="pv-row-sub">{typeset(`arrêté n° ${one.arrete}`)}</span>
                </th>
                <td>
                  {one.authority.name}
                  {one.inAbsenceOf === undefined ? null : (
                    <span className="pv-row-sub">{typeset(`en l’absence de ${one.inAbsenceOf.name}`)}</span>
                  )}
                </td>
                {months.map((month) => (
                  <td key={month} data-held={held(one, month) !== ''}>
                    {held(one, month)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** What a month holds of a delegation: nothing, all of it, or from and to which day. */
function held({ from, to }: DelegationDto, month: string): string {
  if (from.slice(0, 7) > month || to.slice(0, 7) < month) return '';
  const begins = from.slice(0, 7) === month && !from.endsWith('-01');
  const ends = to.slice(0, 7) === month;
  if (begins && ends) return `du ${shortDate(from)} au ${shortDate(to)}`;
  if (begins) return `dès le ${shortDate(from)}`;
  return ends ? `jusqu’au ${plainDate(to)}` : 'tout le mois';
}

function monthAfter(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const index = year * 12 + number - 1 + by;
  return `${String(Math.floor(index / 12))}-${String((index % 12) + 1).padStart(2, '0')}`;
}
