import { ActionIcon, Button } from '@mantine/core';
import type { ReactNode } from 'react';
import {
  suspensionEffect,
  SUSPENSION_REASONS,
  type SuspensionReason,
} from '../../../../../domain/text/suspension-words.js';
import type { CaseDetailDto, PossibleActDto } from '../../../api/cases.js';
import { Icon } from '../../../components/icon.js';
import { useOverParam } from '../../../shell/peek.js';
import { typeset } from '../../../text/format.js';
import { actKey } from './act-catalog.js';
import { ActSection } from './act-section.js';

const SUSPEND = 'suspendre';

interface Reason {
  readonly title: string;
  /** The act that does it. */
  readonly act: PossibleActDto['act'];
  readonly label: string;
  /** What is to be chosen in that act, where it does several things. */
  readonly hint?: string;
}

const REASONS: Readonly<Record<SuspensionReason, Reason>> = {
  citizen: { title: 'Il manque quelque chose de l’usager', act: 'askCitizen', label: 'Demander à l’usager' },
  opinion: { title: 'Il faut l’avis d’un autre service', act: 'askOpinion', label: 'Demander un avis' },
  finding: { title: 'Il faut aller voir sur place', act: 'askFinding', label: 'Demander un constat' },
  planned: {
    title: 'C’est prévu pour une date',
    act: 'answer',
    label: 'Répondre avec la date',
    hint: 'Dans la réponse, choisissez « Intervention prévue » et la date : l’usager la lit.',
  },
};

/** « Suspendre »: why the request waits leads to the act that says so; which clock stops, and which does not, is said before. */
export function SuspendGuide({ caseFile }: { readonly caseFile: CaseDetailDto }): ReactNode {
  const [act, setAct] = useOverParam('acte');
  const possible = SUSPENSION_REASONS.map((reason) => actFor(caseFile, reason));
  if (possible.every((one) => one === undefined)) return null;
  if (act !== SUSPEND)
    return (
      <div className="pv-form-actions pv-no-print">
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => {
            setAct(SUSPEND);
          }}
        >
          Suspendre
        </Button>
      </div>
    );
  const close = (): void => {
    setAct(undefined);
  };
  return (
    <div className="pv-acts pv-no-print">
      <ActSection label="Suspendre" onClose={close}>
        <div className="pv-act-head">
          <h2>{typeset('Suspendre : qu’attend cette demande ?')}</h2>
          <ActionIcon variant="subtle" aria-label="Fermer" onClick={close}>
            <Icon name="close" />
          </ActionIcon>
        </div>
        <div className="pv-form">
          {SUSPENSION_REASONS.map((reason, index) => (
            <OneReason key={reason} reason={reason} caseFile={caseFile} act={possible[index]} onChoose={setAct} />
          ))}
        </div>
      </ActSection>
    </div>
  );
}

/** The act on the answer's task: answering at once is another thing. */
function actFor({ may }: CaseDetailDto, reason: SuspensionReason): PossibleActDto | undefined {
  return may.find(({ act, taskId }) => act === REASONS[reason].act && taskId !== undefined);
}

interface OneReasonProps {
  readonly reason: SuspensionReason;
  readonly caseFile: CaseDetailDto;
  readonly act: PossibleActDto | undefined;
  readonly onChoose: (act: string) => void;
}

function OneReason({ reason, caseFile: { clocks }, act, onChoose }: OneReasonProps): ReactNode {
  const { title, label, hint } = REASONS[reason];
  return (
    <section aria-label={typeset(title)}>
      <h3>{typeset(title)}</h3>
      <ul>
        {clocks.map((clock) => {
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
