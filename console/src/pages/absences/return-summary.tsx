import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { markReturnSeen, useReturn, type ReturnDto } from '../../api/absences.js';
import { told } from '../../shell/toasts.js';
import { count, dayAndMonth, shortMoment, typeset } from '../../text/format.js';

/** What was done in one's name while one was away, by whom, and what waits; for two weeks after. */
export function ReturnSummary(): ReactNode {
  const { data } = useReturn();
  if (data?.absence === undefined) return null;
  const { absence, acts, others, waiting, seen } = data;
  return (
    <section className="pv-card pv-card-body" aria-labelledby="pv-return">
      <h2 id="pv-return">
        {typeset(`Pendant votre absence, du ${dayAndMonth(absence.from)} au ${dayAndMonth(absence.to)}`)}
      </h2>
      <p>
        <Link to="/taches">{typeset(waitingWords(waiting))}</Link>
      </p>
      <h3>Fait en votre nom</h3>
      {acts.length === 0 ? <p className="pv-row-sub">Rien n’a été fait en votre nom.</p> : null}
      <ul className="pv-plain-list">
        {acts.map(({ at, words, by, caseId, caseNumber, title }) => (
          <li key={`${caseId} ${at} ${words}`}>
            <Link to={`/dossiers/${caseId}`}>{typeset(`${caseNumber} — ${title}`)}</Link>
            <span className="pv-row-sub">{typeset(`${words}, par ${by.name}, ${shortMoment(at)}`)}</span>
          </li>
        ))}
      </ul>
      {others > 0 ? <p className="pv-row-sub">{`et ${count(others, 'autre acte', 'autres actes')}`}</p> : null}
      {seen ? null : (
        <div className="pv-form-actions pv-no-print">
          <Button
            size="xs"
            variant="default"
            onClick={() => void told(markReturnSeen(absence.id), 'C’est lu : le rappel en haut de l’écran s’en va.')}
          >
            J’ai lu
          </Button>
        </div>
      )}
    </section>
  );
}

function waitingWords({ open, arrived, late }: ReturnDto['waiting']): string {
  if (open === 0) return 'Rien ne vous attend.';
  const parts = [
    arrived === 0
      ? undefined
      : `dont ${count(arrived, 'arrivée pendant votre absence', 'arrivées pendant votre absence')}`,
    late === 0 ? undefined : `${String(late)} en retard`,
  ].filter((part) => part !== undefined);
  const details = parts.length === 0 ? '' : `, ${parts.join(', ')}`;
  return `${count(open, 'tâche vous attend', 'tâches vous attendent')}${details}.`;
}
