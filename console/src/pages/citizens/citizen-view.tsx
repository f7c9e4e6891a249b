import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { citizenName, useCasesOfCitizen, useCitizen, type CitizenDto } from '../../api/citizens.js';
import { holds, useSession } from '../../api/session.js';
import { CitizenAlerts } from '../../components/citizen-alerts.js';
import { CitizenSees } from '../../components/citizen-sees.js';
import { DueBadge } from '../../components/due-badge.js';
import { Failure, Partial } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { useOverParam } from '../../shell/peek.js';
import { useTitle } from '../../shell/title.js';
import { ago, count, phone, typeset } from '../../text/format.js';
import { stateOf } from '../search/case-columns.js';
import { CitizenPrivacy } from '../privacy/citizen-privacy.js';
import { CitizenForm } from './citizen-form.js';
import { CitizenHistory } from './citizen-history.js';
import { CitizenTies } from './citizen-ties.js';
import { LikelySame, MergedInto, Merges } from './citizen-merges.js';

/** Contacts and every request of a citizen, as one sector knows them. */
export function CitizenView({
  citizenId,
  inPane = false,
}: {
  readonly citizenId: string;
  readonly inPane?: boolean;
}): ReactNode {
  const { data, error, isPending, refetch } = useCitizen(citizenId);
  const session = useSession();
  const [corrected, setCorrected] = useOverParam('corriger');
  const editing = corrected !== undefined;
  if (data === undefined) {
    return (
      <>
        {inPane ? null : <Titled name="Fiche" hidden />}
        {isPending ? <Loading what="de l’usager" /> : <Failure error={error} onRetry={() => void refetch()} />}
      </>
    );
  }
  const merged = data.mergedInto !== undefined;
  const mayEdit = holds(session, EDITORS) && !merged;
  return (
    <article aria-label={typeset(`Usager ${citizenName(data)}`)}>
      {inPane ? null : <Titled name={citizenName(data)} />}
      <Head citizen={data} inPane={inPane}>
        {mayEdit && !editing ? (
          <div className="pv-page-actions">
            <Button
              variant="default"
              onClick={() => {
                setCorrected('oui');
              }}
            >
              Corriger la fiche
            </Button>
          </div>
        ) : null}
      </Head>
      {editing ? (
        <CitizenForm
          citizen={data}
          onClose={() => {
            setCorrected(undefined);
          }}
        />
      ) : (
        <Contacts citizen={data} />
      )}
      <Around citizen={data} mayEdit={mayEdit} />
    </article>
  );
}

/** Those who write on sheets. */
const EDITORS = ['ambassador', 'headOfCitizenRelations', 'referent', 'headOfDepartment'] as const;

/** Other sheets that matter to this one, its requests, its history. */
function Around({ citizen, mayEdit }: { readonly citizen: CitizenDto; readonly mayEdit: boolean }): ReactNode {
  const { id, mergedInto } = citizen;
  return (
    <>
      {mergedInto === undefined ? <LikelySame citizen={citizen} mayMerge={mayEdit} /> : null}
      <Merges citizenId={id} mayMerge={mayEdit} />
      <CitizenTies citizen={citizen} mayEdit={mayEdit} />
      <Cases citizenId={id} />
      <CitizenPrivacy citizen={citizen} />
      <CitizenHistory citizenId={id} />
    </>
  );
}

interface HeadProps {
  readonly citizen: CitizenDto;
  readonly inPane: boolean;
  readonly children: ReactNode;
}

function Head({ citizen, inPane, children }: HeadProps): ReactNode {
  const Title = inPane ? 'h2' : 'h1';
  return (
    <div className="pv-page-head">
      <div>
        {citizen.kind === 'association' ? <p className="pv-tag">Association</p> : null}
        <Title>{citizenName(citizen)}</Title>
        <p>
          {typeset(
            `${count(citizen.cases, 'demande')}, ${String(citizen.openCases)} en cours. Fiche mise à jour ${ago(citizen.updatedAt)}.`,
          )}
        </p>
      </div>
      {children}
    </div>
  );
}

function Titled({ name, hidden = false }: { readonly name: string; readonly hidden?: boolean }): ReactNode {
  useTitle(name, 'Usager');
  return hidden ? <h1 className="pv-hidden">{name}</h1> : null;
}

function Contacts({ citizen }: { readonly citizen: CitizenDto }): ReactNode {
  const { address, email, mergedInto } = citizen;
  if (mergedInto !== undefined) return <MergedInto citizenId={mergedInto} />;
  return (
    <section className="pv-card pv-card-body">
      <h2>Coordonnées</h2>
      <CitizenAlerts citizen={citizen} />
      <dl className="pv-facts">
        {citizen.birthName === undefined ? null : (
          <>
            <dt>Nom de naissance</dt>
            <dd>{citizen.birthName}</dd>
          </>
        )}
        <dt>Téléphone</dt>
        <dd>{citizen.phone === undefined ? '—' : <a href={`tel:${citizen.phone}`}>{phone(citizen.phone)}</a>}</dd>
        <dt>Courriel</dt>
        <dd>{email ?? '—'}</dd>
        <dt>Adresse</dt>
        <dd className="pv-words">
          {address === undefined
            ? '—'
            : [...address.lines, [address.postalCode, address.city].filter(Boolean).join(' ')].join('\n')}
        </dd>
      </dl>
      <p className="pv-row-sub">Cette fiche ne sert qu’à son secteur : les autres services ne la voient pas.</p>
    </section>
  );
}

function Cases({ citizenId }: { readonly citizenId: string }): ReactNode {
  const { data, isPending, isError, refetch } = useCasesOfCitizen(citizenId);
  if (isPending) return <Loading what="de ses demandes" rows={3} />;
  if (isError) return <Partial what="Ses demandes" onRetry={() => void refetch()} />;
  return (
    <section className="pv-card pv-card-body">
      <h2>Ses demandes</h2>
      {data.items.length === 0 ? <p>Aucune demande que vous puissiez lire.</p> : null}
      <ul className="pv-plain-list">
        {data.items.map(({ caseId, caseNumber, title, step, status, dueOn, clockState, receivedAt }) => (
          <li key={caseId}>
            <Link to={`/dossiers/${caseId}`}>{title ?? 'Contenu réservé à son service'}</Link>{' '}
            <DueBadge due={{ dueOn, state: clockState, since: receivedAt }} />
            <span className="pv-row-sub">{`${caseNumber} · ${stateOf({ ...(step === undefined ? {} : { step }), status })}`}</span>
            {title === undefined ? null : <CitizenSees caseId={caseId} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
