import { ActionIcon, Button } from '@mantine/core';
import type { ReactNode } from 'react';
import {
  suspensionEffect,
  SUSPENSION_REASONS,
  type SuspensionReason,
} from '../../../../../domain/text/suspension-words.js';
import type { CaseDetailDto } from '../../../api/cases.js';
import { Icon } from '../../../components/icon.js';
import { useOverParam } from '../../../shell/peek.js';
import { typeset } from '../../../text/format.js';
import { actKey } from './act-catalog.js';
import { ActSection } from './act-section.js';
import { actThatWaits, maySuspend, SUSPEND, WAITING_REASONS } from './suspension.js';

/** « Suspendre »: why the request waits leads to the act that says so; which clock stops, and which does not, is said before. */
export function SuspendGuide({ caseFile }: { readonly caseFile: CaseDetailDto }): ReactNode {
  const [act, setAct] = useOverParam('acte');
  if (act !== SUSPEND || !maySuspend(caseFile)) return null;
  const close = (): void => {
    setAct(undefined);
  };
  return (
    <div className="pv-no-print">
      <ActSection label="Suspendre" onClose={close}>
        <div className="pv-act-head">
          <h2>{typeset('Suspendre : qu’attend cette demande ?')}</h2>
          <ActionIcon variant="subtle" aria-label="Fermer" onClick={close}>
            <Icon name="close" />
          </ActionIcon>
        </div>
        <div className="pv-form">
          {SUSPENSION_REASONS.map((reason) => (
            <OneReason key={reason} reason={reason} caseFile={caseFile} onChoose={setAct} />
          ))}
        </div>
      </ActSection>
    </div>
  );
}

interface OneReasonProps {
  readonly reason: SuspensionReason;
  readonly caseFile: CaseDetailDto;
  readonly onChoose: (act: string) => void;
}

function OneReason({ reason, caseFile, onChoose }: OneReasonProps): ReactNode {
  const act = actThatWaits(caseFile, reason);
  const { title, label, hint } = WAITING_REASONS[reason];
  return (
    <section aria-label={typeset(title)}>
      <h3>{typeset(title)}</h3>
      <ul>
        {caseFile.clocks.map((clock) => {
          const effect = suspensionEffect(reason, clock);
          if (effect === undefined) return null;
          const name = clock.kind === 'promise' ? 'L’engagement de la ville' : 'Le délai légal';
          const basis = clock.kind === 'promise' || clock.basis === '' ? '' : ` (${clock.basis})`;
          return (
            <li key={clock.id}>
              {typeset(`${name}${basis} `)}
              {effect.stops ? <strong>{effect.words}</strong> : effect.words}
            </li>
          );
        })}
      </ul>
      {hint === undefined ? null : <p className="pv-row-sub">{typeset(hint)}</p>}
      {act === undefined ? (
        <p className="pv-row-sub">
          Seule la personne qui tient la réponse peut le faire, tant qu’elle n’est pas donnée.
        </p>
      ) : (
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => {
            onChoose(actKey(act));
          }}
        >
          {label}
        </Button>
      )}
    </section>
  );
}
