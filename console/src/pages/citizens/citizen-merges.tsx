import { Anchor, Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import {
  citizenName,
  undoMerge,
  useCitizen,
  useLikelySame,
  useMerges,
  type CitizenDto,
  type CitizenMergeDto,
} from '../../api/citizens.js';
import { Confirm } from '../../components/confirm.js';
import { Partial } from '../../components/state/failure.js';
import { Notice } from '../../components/state/notice.js';
import { told } from '../../shell/toasts.js';
import { citizenFacts } from '../../text/citizen-facts.js';
import { count, moment, plainDate, today, typeset } from '../../text/format.js';

/** The sheet that one came to is another: where to go on. */
export function MergedInto({ citizenId }: { readonly citizenId: string }): ReactNode {
  const { data } = useCitizen(citizenId);
  return (
    <Notice
      tone="info"
      role="status"
      title={typeset(`Fiche fusionnée avec ${data === undefined ? 'une autre' : citizenName(data)}.`)}
      actions={
        <Anchor component={Link} to={`/usagers/${citizenId}`}>
          Ouvrir la fiche gardée
        </Anchor>
      }
    />
  );
}

interface SuggestionsProps {
  readonly citizen: CitizenDto;
  readonly mayMerge: boolean;
}

/** Other sheets that may be of the same person, each with the reasons. */
export function LikelySame({ citizen, mayMerge }: SuggestionsProps): ReactNode {
  const { data, isError, refetch } = useLikelySame(citizen.id);
  if (isError) return <Partial what="Les fiches semblables" onRetry={() => void refetch()} />;
  if (data === undefined || data.length === 0) return null;
  return (
    <section className="pv-card pv-card-body pv-no-print" aria-labelledby="pv-likely">
      <h2 id="pv-likely">Peut-être la même personne</h2>
      <ul className="pv-plain-list">
        {data.map(({ citizen: other, reasons }) => (
          <li key={other.id}>
            <Anchor component={Link} to={`/usagers/${other.id}`}>
              {citizenName(other)}
            </Anchor>
            <span className="pv-row-sub">{typeset(`Pourquoi : ${reasons.join(', ')}`)}</span>
            <span className="pv-row-sub">{citizenFacts(other)}</span>
            {mayMerge ? (
              <Button
                component={Link}
                to={`/usagers/${citizen.id}/fusion/${other.id}`}
                size="compact-sm"
                variant="default"
                aria-label={`Comparer avec ${citizenName(other)}`}
              >
                Comparer
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was merged into this sheet, and until when it can be taken apart again. */
export function Merges({ citizenId, mayMerge }: { readonly citizenId: string; readonly mayMerge: boolean }): ReactNode {
  const { data } = useMerges(citizenId);
  const standing = (data ?? []).filter(({ undoneAt }) => undoneAt === undefined);
  if (standing.length === 0) return null;
  return (
    <section className="pv-card pv-card-body" aria-labelledby="pv-merges">
      <h2 id="pv-merges">Fiches fusionnées dans celle-ci</h2>
      <ul className="pv-plain-list">
        {standing.map((merge) => (
          <Merge key={merge.id} citizenId={citizenId} merge={merge} mayMerge={mayMerge} />
        ))}
      </ul>
    </section>
  );
}

interface MergeProps {
  readonly citizenId: string;
  readonly merge: CitizenMergeDto;
  readonly mayMerge: boolean;
}

function Merge({ citizenId, merge, mayMerge }: MergeProps): ReactNode {
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const until = today(Date.parse(merge.undoUntil));
  const undo = async (): Promise<void> => {
    setBusy(true);
    await told(undoMerge(citizenId, merge.id), 'La fusion est annulée : les deux fiches sont de nouveau à part.');
    setBusy(false);
    setAsked(false);
  };
  return (
    <li>
      {typeset(
        `${count(merge.cases, 'demande reprise', 'demandes reprises')} par ${merge.mergedBy.name}, ${moment(merge.mergedAt)}`,
      )}
      <span className="pv-row-sub">{typeset(`Peut s’annuler jusqu’au ${plainDate(until)}`)}</span>
      {mayMerge && until >= today() ? (
        <Button
          className="pv-no-print"
          size="compact-sm"
          variant="default"
          onClick={() => {
            setAsked(true);
          }}
        >
          Annuler cette fusion
        </Button>
      ) : null}
      <Confirm
        opened={asked}
        title="Annuler la fusion"
        consequence={`L’autre fiche reprend ${count(merge.cases, 'demande')}. Les coordonnées qui en venaient s’en vont, sauf celles qu’un collègue a corrigées depuis.`}
        confirmLabel="Séparer les deux fiches"
        loading={busy}
        onConfirm={() => void undo()}
        onClose={() => {
          setAsked(false);
        }}
      />
    </li>
  );
}
