import { Button, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useIntention } from '../../api/intention.js';
import { liftHold, setHold, useHolds, type HoldDto } from '../../api/privacy.js';
import { Partial } from '../../components/state/failure.js';
import { told } from '../../shell/toasts.js';
import { plainDate, today, typeset } from '../../text/format.js';

/** Freezes one case or all cases of a citizen, with a reason and an end. */
export function HoldForm({
  of,
}: {
  readonly of: { readonly citizenId: string } | { readonly caseId: string };
}): ReactNode {
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const [busy, setBusy] = useState(false);
  const keyFor = useIntention();
  const freeze = async (): Promise<void> => {
    setBusy(true);
    const body = { ...of, reason, until };
    if (await told(setHold(body, keyFor(body)), 'Le gel est posé.')) setReason('');
    setBusy(false);
  };
  return (
    <>
      <div className="pv-grid-2">
        <TextInput
          label="Motif du gel"
          value={reason}
          onChange={(event) => {
            setReason(event.currentTarget.value);
          }}
        />
        <TextInput
          type="date"
          label="Fin du gel"
          min={today()}
          value={until}
          onChange={(event) => {
            setUntil(event.currentTarget.value);
          }}
        />
      </div>
      <Button
        mt="sm"
        variant="default"
        loading={busy}
        disabled={reason.trim().length < 3 || until === ''}
        onClick={() => void freeze()}
      >
        Geler
      </Button>
    </>
  );
}

/** Everything that is frozen now. */
export function Holds(): ReactNode {
  const { data, isError, refetch } = useHolds();
  if (isError) return <Partial what="Les gels" onRetry={() => void refetch()} />;
  return (
    <section className="pv-card pv-card-body" aria-labelledby="pv-holds">
      <h2 id="pv-holds">Gels en cours</h2>
      {data?.length === 0 ? <p>Rien n’est gelé. Un gel se pose depuis une demande, ou la fiche d’un usager.</p> : null}
      <ul className="pv-plain-list">
        {data?.map((hold) => (
          <li key={hold.id}>
            <HoldWords hold={hold} />
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => void told(liftHold(hold.id), 'Le gel est levé.')}
            >
              Lever ce gel
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function HoldWords({
  hold: { caseId, caseNumber, citizenId, reason, until, setBy },
}: {
  readonly hold: HoldDto;
}): ReactNode {
  return (
    <>
      <Link to={caseId === undefined ? `/usagers/${citizenId ?? ''}` : `/dossiers/${caseId}`}>
        {caseNumber ?? 'Toutes les demandes d’un usager'}
      </Link>
      <span className="pv-row-sub">{typeset(`${reason} · jusqu’au ${plainDate(until)}, posé par ${setBy.name}`)}</span>
    </>
  );
}
