import { Button, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { liftHold, setHold, useHolds, type HoldDto } from '../../api/privacy.js';
import { Failure, Partial } from '../../components/state/failure.js';
import { DraftLine } from '../../drafts/draft-status.js';
import { useFormDraft } from '../../drafts/use-form-draft.js';
import { sayDone, told } from '../../shell/toasts.js';
import { plainDate, today, typeset } from '../../text/format.js';

type Held = { readonly citizenId: string } | { readonly caseId: string };

const NOTHING = { reason: '', until: '' };

export function holdKey(of: Held): string {
  return 'caseId' in of ? `hold:case:${of.caseId}` : `hold:citizen:${of.citizenId}`;
}

/** Freezes one case or all cases of a citizen, with a reason and an end. */
export function HoldForm({ of, onDone }: { readonly of: Held; readonly onDone?: () => void }): ReactNode {
  const form = useFormDraft(holdKey(of), 'Gel', NOTHING);
  const { reason, until } = form.value;
  const freeze = async (): Promise<void> => {
    const hold = { ...of, reason: reason.trim(), until };
    if (!(await form.submit(() => form.once(hold, (key) => setHold(hold, key))))) return;
    sayDone('Le gel est posé.');
    onDone?.();
  };
  return (
    <>
      {form.problem === undefined ? null : <Failure error={form.problem} />}
      <div className="pv-grid-2">
        <TextInput
          label="Motif du gel"
          value={reason}
          onChange={(event) => {
            form.change({ reason: event.currentTarget.value });
          }}
          onBlur={() => void form.flush()}
        />
        <TextInput
          type="date"
          label="Fin du gel"
          min={today()}
          value={until}
          onChange={(event) => {
            form.change({ until: event.currentTarget.value });
          }}
          onBlur={() => void form.flush()}
        />
      </div>
      <Button
        mt="sm"
        variant="default"
        loading={form.busy}
        disabled={reason.trim().length < 3 || until === ''}
        onClick={() => void freeze()}
      >
        Geler
      </Button>
      <DraftLine status={form.status} savedAt={form.savedAt} />
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
