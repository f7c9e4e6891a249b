import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { CaseDetailDto } from '../../api/cases.js';
import { citizenName, useCitizen } from '../../api/citizens.js';
import { AwayNotice } from '../../components/away-notice.js';
import { CitizenAlerts } from '../../components/citizen-alerts.js';
import { CitizenSees } from '../../components/citizen-sees.js';
import { ClockCard } from '../../components/clock-card.js';
import { PersonChip } from '../../components/person-chip.js';
import { QuartierName } from '../../components/quartier-name.js';
import { count, phone, typeset } from '../../text/format.js';
import { CaseCallbacks } from './case-callbacks.js';
import { CaseHolds } from './case-keeping.js';
import { RemindHolder } from './remind-holder.js';

/** Who asks, where it is, who has it, what time is left and why. */
export function CaseAside({ caseFile }: { readonly caseFile: CaseDetailDto }): ReactNode {
  const { request, clocks, tasks, route } = caseFile;
  return (
    <aside className="pv-case-aside" aria-label="L’essentiel">
      <CitizenCard caseFile={caseFile} />
      {request?.place === undefined ? null : (
        <section className="pv-card pv-card-body">
          <h2>Lieu</h2>
          <p className="pv-words">{request.place.text}</p>
          {request.place.quartier === undefined ? null : (
            <p className="pv-row-sub">
              Quartier : <QuartierName id={request.place.quartier} />
            </p>
          )}
        </section>
      )}
      <section className="pv-card pv-card-body">
        <h2>Échéances</h2>
        {clocks.map((clock) => (
          <ClockCard key={clock.id} clock={clock} />
        ))}
      </section>
      <section className="pv-card pv-card-body">
        <h2>Qui s’en occupe</h2>
        <p>{route.department.name}</p>
        <ul className="pv-plain-list">
          {tasks.map(({ id, words, holder, claimedBy, substitute, team, department }) => (
            <li key={id}>
              {words}
              {(claimedBy ?? holder) === undefined ? (
                <span className="pv-row-sub">{team?.name ?? department.name}, personne encore</span>
              ) : (
                <div>
                  <PersonChip person={claimedBy ?? holder ?? { id: '', name: '' }} />
                </div>
              )}
              {substitute === undefined || holder === undefined ? null : (
                <AwayNotice personId={holder.id} processId={caseFile.processId} />
              )}
            </li>
          ))}
        </ul>
        {tasks.length === 0 && route.holder !== undefined ? <PersonChip person={route.holder} /> : null}
        <RemindHolder caseFile={caseFile} />
      </section>
      <CaseCallbacks caseFile={caseFile} />
      <CaseHolds caseFile={caseFile} />
    </aside>
  );
}

/** How much else this citizen has asked, for whoever may read it. */
function OtherRequests({ citizenId }: { readonly citizenId: string }): ReactNode {
  const { data } = useCitizen(citizenId);
  if (data === undefined || data.cases < 2) return null;
  return (
    <p className="pv-row-sub">
      <Anchor component={Link} to={`/usagers/${citizenId}`}>
        {typeset(
          `${count(data.cases - 1, 'autre demande', 'autres demandes')}, dont ${String(data.openCases)} en cours en tout`,
        )}
      </Anchor>
    </p>
  );
}

function CitizenCard({ caseFile }: { readonly caseFile: CaseDetailDto }): ReactNode {
  const citizen = caseFile.request?.citizen;
  const isErased = caseFile.keeping.erasure !== undefined;
  return (
    <section className="pv-card pv-card-body">
      <h2>Usager</h2>
      {citizen === undefined ? (
        <p>{isErased ? 'Identité effacée.' : 'Demande anonyme.'}</p>
      ) : (
        <>
          <p>
            <Anchor component={Link} to={`/usagers/${citizen.id}`} fw={600}>
              {citizenName(citizen)}
            </Anchor>
          </p>
          <CitizenAlerts citizen={citizen} />
          {citizen.phone === undefined ? null : (
            <p>
              <a href={`tel:${citizen.phone}`}>{phone(citizen.phone)}</a>
            </p>
          )}
          {citizen.email === undefined ? null : <p className="pv-words">{citizen.email}</p>}
          {citizen.address === undefined ? null : (
            <p className="pv-words">
              {[
                ...citizen.address.lines,
                [citizen.address.postalCode, citizen.address.city].filter(Boolean).join(' '),
              ].join('\n')}
            </p>
          )}
        </>
      )}
      {citizen === undefined ? null : <OtherRequests citizenId={citizen.id} />}
      <p className="pv-row-sub">{typeset(caseFile.replyChannelWords)}</p>
      {isErased ? null : <CitizenSees caseId={caseFile.caseId} />}
    </section>
  );
}
