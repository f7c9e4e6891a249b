import type { ReactNode } from 'react';
import type { CaseDetailDto } from '../../api/cases.js';
import { useProcess } from '../../api/processes.js';
import { PersonChip } from '../../components/person-chip.js';
import { Partial } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { moment } from '../../text/format.js';

/** The way of the request through its process: done, now, to come; and who has endorsed. */
export function CaseSteps({ caseFile }: { readonly caseFile: CaseDetailDto }): ReactNode {
  const { data: sheet, isPending, refetch } = useProcess(caseFile.processId);
  if (isPending) return <Loading what="des étapes" rows={4} />;
  const same = sheet?.hash === caseFile.processHash;
  const open = caseFile.status === 'open';
  return (
    <>
      {sheet === undefined ? <Partial what="Les étapes" onRetry={() => void refetch()} /> : null}
      {same || sheet === undefined ? null : (
        <p className="pv-row-sub">Le processus a une nouvelle version ; cette demande garde la sienne.</p>
      )}
      <ol className="pv-steps">
        {(sheet?.steps ?? []).map(({ kind, words }, index) => (
          <li
            key={`${kind} ${words}`}
            aria-current={open && index === caseFile.step ? 'step' : undefined}
            data-state={stateOf(index, caseFile)}
          >
            {words}
            <span className="pv-row-sub">{WORDS[stateOf(index, caseFile)]}</span>
          </li>
        ))}
      </ol>
      {caseFile.endorsements.length === 0 ? null : (
        <section className="pv-card pv-card-body">
          <h2>Visas et signature</h2>
          <ul className="pv-plain-list">
            {caseFile.endorsements.map(({ person, onBehalfOf, at }) => (
              <li key={`${person.id} ${at}`}>
                <PersonChip person={person} behalf={onBehalfOf} />
                <span className="pv-row-sub">{moment(at)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

const WORDS = { done: 'Fait', now: 'En cours', next: 'À venir' } as const;

function stateOf(index: number, { step, status }: CaseDetailDto): keyof typeof WORDS {
  if (status !== 'open' || index < step) return 'done';
  return index === step ? 'now' : 'next';
}
