import { useState, type ReactNode } from 'react';
import { useCase, type CaseDetailDto } from '../../api/cases.js';
import { useDuplicateClusters, type DuplicateClusterDto, type PossibleDuplicateDto } from '../../api/links.js';
import { Empty } from '../../components/state/empty.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { moveKeys, useShortcuts } from '../../shell/keyboard.js';
import { count, typeset } from '../../text/format.js';
import { LinkedCases } from '../case/links-panel.js';
import { ClusterActs } from './cluster-acts.js';
import { ComparedCases } from './compared-cases.js';
import './cluster-view.css';

interface ClusterViewProps {
  /** Any request of the group; the principal one until another is chosen. */
  readonly caseId: string;
  /** Beside the list: it keeps the title of the page and its `h1`. */
  readonly inPane?: boolean;
}

/** The requests of a group, two side by side, what is decided of each, and one answer for those that are linked. */
export function ClusterView({ caseId, inPane = false }: ClusterViewProps): ReactNode {
  const [principalId, setPrincipal] = useState(caseId);
  const clusters = useDuplicateClusters();
  const principal = useCase(principalId);
  const error = principal.error ?? clusters.error;
  const Title = inPane ? 'h2' : 'h1';
  if (principal.data === undefined || clusters.data === undefined)
    return (
      <>
        {inPane ? null : <h1 className="pv-hidden">Demandes semblables</h1>}
        {error === null ? (
          <Loading what="des demandes semblables" />
        ) : (
          <Failure
            error={error}
            onRetry={() => {
              void principal.refetch();
              void clusters.refetch();
            }}
          />
        )}
      </>
    );
  const others = othersOf(clusters.data.items, principalId);
  return (
    <div className="pv-cluster">
      {error === null ? null : (
        <Failure error={error} what="La comparaison est" onRetry={() => void clusters.refetch()} />
      )}
      <Title>{typeset(principal.data.title)}</Title>
      {others.length === 0 ? (
        <Empty title="Tout a été examiné dans ce groupe." />
      ) : (
        <Comparison
          key={principalId}
          principal={principal.data}
          others={others}
          withMoveKeys={!inPane}
          onPrincipal={setPrincipal}
        />
      )}
      <LinkedCases caseFile={principal.data} />
    </div>
  );
}

/** Those of the same group; the reasons of each are told from the oldest. */
function othersOf(clusters: readonly DuplicateClusterDto[], principalId: string): readonly PossibleDuplicateDto[] {
  const all = clusters
    .map(({ principal, members }) => [{ other: principal, reasons: [] }, ...members])
    .find((one) => one.some(({ other }) => other.caseId === principalId));
  return all?.filter(({ other }) => other.caseId !== principalId) ?? [];
}

interface ComparisonProps {
  readonly principal: CaseDetailDto;
  readonly others: readonly PossibleDuplicateDto[];
  readonly withMoveKeys: boolean;
  readonly onPrincipal: (caseId: string) => void;
}

function Comparison({ principal, others, withMoveKeys, onPrincipal }: ComparisonProps): ReactNode {
  const [chosen, setChosen] = useState<string>();
  // Whoever was judged leaves the group: the next one takes the place.
  const at = Math.max(0, others.findIndex(({ other }) => other.caseId === chosen)); // prettier-ignore
  const compared = others[at];
  useShortcuts(
    'Comparer',
    withMoveKeys
      ? moveKeys((by) => {
          setChosen(others[Math.min(Math.max(at + by, 0), others.length - 1)]?.other.caseId);
        })
      : {},
  );
  if (compared === undefined) return null;
  return (
    <>
      <p className="pv-row-sub" role="status">
        {typeset(`${count(others.length, 'demande')} à comparer à ${principal.caseNumber}`)}
      </p>
      {others.length === 1 ? null : (
        <ul className="pv-cluster-others" aria-label="Demandes à comparer">
          {others.map(({ other }) => (
            <li key={other.caseId}>
              <button
                type="button"
                className="pv-tab"
                aria-pressed={other === compared.other}
                onClick={() => {
                  setChosen(other.caseId);
                }}
              >
                {other.caseNumber}
              </button>
            </li>
          ))}
        </ul>
      )}
      <ClusterActs principal={principal} compared={compared.other} others={others} onPrincipal={onPrincipal} />
      <ComparedCases principal={principal} compared={compared} />
    </>
  );
}
