import { Anchor, Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useIntention } from '../../api/intention.js';
import { useHolds } from '../../api/session.js';
import { acceptTrial, removeTrial, replayTrials, useTrials, type TrialDto } from '../../api/trials.js';
import { Empty } from '../../components/state/empty.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { Notice } from '../../components/state/notice.js';
import { useShortcuts } from '../../shell/keyboard.js';
import { sayDone, sayFailed, told } from '../../shell/toasts.js';
import { count, dayOf, moment, plainDate, typeset } from '../../text/format.js';
import { playAddress } from './bench-play.js';

/** Plays kept from the bench: replayed with one key, and at each new version; what parts is said at its moment. */
export function Trials({ processId }: { readonly processId: string }): ReactNode {
  const { data, error, isPending, refetch } = useTrials(processId);
  const mayEdit = useHolds('designer');
  const [busy, setBusy] = useState(false);
  const replay = async (): Promise<void> => {
    if (busy || !mayEdit || data === undefined || data.length === 0) return;
    setBusy(true);
    try {
      sayOutcome(await replayTrials(processId));
    } catch (error) {
      sayFailed(error);
    } finally {
      setBusy(false);
    }
  };
  useShortcuts('Essais d’un processus', { r: { label: 'Rejouer les essais', act: () => void replay() } });
  if (isPending) return <Loading what="des essais" rows={3} />;
  if (data === undefined) return <Failure error={error} onRetry={() => void refetch()} />;
  if (data.length === 0)
    return (
      <Empty title="Aucun essai gardé.">
        <p>Jouez une demande sur le banc d’essai, puis gardez-la : elle sera rejouée à chaque nouvelle version.</p>
        <Anchor component={Link} to={`/processus/${processId}/banc`}>
          Essayer sur le banc
        </Anchor>
      </Empty>
    );
  return (
    <>
      {mayEdit ? (
        <p className="pv-no-print">
          <Button loading={busy} onClick={() => void replay()}>
            Rejouer les essais (R)
          </Button>
        </p>
      ) : null}
      {data.map((trial) => (
        <Trial key={trial.id} processId={processId} trial={trial} mayEdit={mayEdit} />
      ))}
    </>
  );
}

function sayOutcome(trials: readonly TrialDto[]): void {
  const failed = trials.filter(({ differences }) => differences.length > 0).length;
  sayDone(
    failed === 0
      ? `${count(trials.length, 'essai rejoué', 'essais rejoués')}, sans différence.`
      : `${count(failed, 'essai diffère', 'essais diffèrent')} sur ${count(trials.length, 'essai rejoué', 'essais rejoués')}.`,
  );
}

interface TrialProps {
  readonly processId: string;
  readonly trial: TrialDto;
  readonly mayEdit: boolean;
}

function Trial({ processId, trial, mayEdit }: TrialProps): ReactNode {
  const { id, name, play, expects, keptVersion, keptBy, keptAt, replayedVersion, replayedAt, differences } = trial;
  const keyFor = useIntention();
  return (
    <article className="pv-card pv-card-body" aria-label={typeset(`Essai « ${name} »`)}>
      <h2>{name}</h2>
      <p className="pv-row-sub">
        {typeset(`Gardé par ${keptBy.name} le ${plainDate(dayOf(keptAt))}, version ${String(keptVersion)}`)}
      </p>
      <p>{typeset(`Attendu : ${expects}`)}</p>
      {differences.length === 0 ? (
        <p className="pv-row-sub">
          {replayedAt === undefined
            ? 'Pas encore rejoué'
            : typeset(`Même résultat sur la version ${String(replayedVersion)}, ${moment(replayedAt)}`)}
        </p>
      ) : (
        <Notice
          tone="late"
          icon="alert"
          title={typeset(`Résultat différent sur la version ${String(replayedVersion ?? '')}`)}
        >
          <ol>
            {differences.map(({ step, title, words }, index) => (
              <li key={index}>{typeset(`Moment ${String(step + 1)}, « ${title} » : ${words}`)}</li>
            ))}
          </ol>
        </Notice>
      )}
      <div className="pv-form-actions pv-no-print">
        <Button variant="default" component={Link} to={playAddress(processId, play)}>
          Ouvrir sur le banc
        </Button>
        {mayEdit && differences.length > 0 ? (
          <Button
            variant="default"
            onClick={() => void told(acceptTrial(id, keyFor(trial)), 'Ce résultat est désormais attendu.')}
          >
            Attendre ce nouveau résultat
          </Button>
        ) : null}
        {mayEdit ? (
          <Button
            variant="subtle"
            aria-label={`Supprimer l’essai ${name}`}
            onClick={() => void told(removeTrial(id), 'Essai supprimé.')}
          >
            Supprimer
          </Button>
        ) : null}
      </div>
    </article>
  );
}
