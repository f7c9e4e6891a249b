import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { DelegationDto } from '../../api/absences.js';
import { useViewParam } from '../../shell/peek.js';
import { count, dayOfMonth, monthName, shortMonthName, today, typeset } from '../../text/format.js';
import './delegations.css';

const MONTHS = 12;

/** Who signs for whom, month by month: a table that reads like a calendar, and says its days in words. */
export function DelegationCalendar({ delegations }: { readonly delegations: readonly DelegationDto[] }): ReactNode {
  const [from, setFrom] = useViewParam('mois');
  const first = /^\d{4}-\d{2}$/.test(from) ? from : today().slice(0, 7);
  const months = Array.from({ length: MONTHS }, (_, index) => monthAfter(first, index));
  const [start = '', end = ''] = [months[0], months.at(-1)];
  const shown = delegations.filter((one) => one.from.slice(0, 7) <= end && one.to.slice(0, 7) >= start);
  const years: readonly (readonly [string, number])[] = [
    ['Douze mois avant', -MONTHS],
    ['Douze mois après', MONTHS],
  ];
  return (
    <section>
      <div className="pv-form-actions pv-no-print">
        {years.map(([label, by]) => (
          <Button
            key={label}
            variant="default"
            size="compact-sm"
            onClick={() => {
              setFrom(monthAfter(first, by));
            }}
          >
            {label}
          </Button>
        ))}
      </div>
      <p role="status" className="pv-row-sub">
        {typeset(
          `De ${monthName(start)} à ${monthName(end)} : ${count(shown.length, 'délégation')}. Une case pleine : tout le mois.`,
        )}
      </p>
      {shown.length === 0 ? null : <Months months={months} delegations={shown} />}
    </section>
  );
}

function Months({
  months,
  delegations,
}: {
  readonly months: readonly string[];
  readonly delegations: readonly DelegationDto[];
}): ReactNode {
  return (
    <div className="pv-card pv-scroll" tabIndex={0} role="region" aria-label="Calendrier des délégations">
      <table className="pv-table pv-delegation-months">
        <caption className="pv-hidden">Qui signe pour qui, mois par mois</caption>
        <thead>
          <tr>
            <th scope="col">Signe</th>
            <th scope="col">Pour</th>
            {months.map((month) => (
              <th key={month} scope="col">
                {shortMonthName(month)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {delegations.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                {one.person.name}
                <span className="pv-row-sub">
                  {'arrêté '}
                  <span className="pv-nowrap">{typeset(`n° ${one.arrete}`)}</span>
                </span>
              </th>
              <td>
                {one.authority.name}
                {one.inAbsenceOf === undefined ? null : (
                  <span className="pv-row-sub">{typeset(`en l’absence de ${one.inAbsenceOf.name}`)}</span>
                )}
              </td>
              {months.map((month) => (
                <Month key={month} delegation={one} month={month} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What a month holds of a delegation: nothing, all of it, or from and to which of its days. */
function Month({
  delegation: { from, to },
  month,
}: {
  readonly delegation: DelegationDto;
  readonly month: string;
}): ReactNode {
  if (from.slice(0, 7) > month || to.slice(0, 7) < month) return <td />;
  const begins = from.slice(0, 7) === month && !from.endsWith('-01');
  const ends = to.slice(0, 7) === month;
  if (!begins && !ends)
    return (
      <td data-held="whole">
        <span className="pv-hidden">tout le mois</span>
      </td>
    );
  return <td data-held="part">{typeset(partWords(begins ? from : undefined, ends ? to : undefined))}</td>;
}

function partWords(from: string | undefined, to: string | undefined): string {
  if (from === undefined) return `jusqu’au ${dayOfMonth(to ?? '')}`;
  return to === undefined ? `dès le ${dayOfMonth(from)}` : `du ${dayOfMonth(from)} au ${dayOfMonth(to)}`;
}

function monthAfter(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const index = year * 12 + number - 1 + by;
  return `${String(Math.floor(index / 12))}-${String((index % 12) + 1).padStart(2, '0')}`;
}
