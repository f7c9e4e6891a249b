import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { CaseDetailDto } from '../../../api/cases.js';
import { newKey } from '../../../api/intention.js';
import { useHolds } from '../../../api/session.js';
import { moveAside } from '../../../api/set-asides.js';
import { Notice } from '../../../components/state/notice.js';
import { useShortcuts } from '../../../shell/keyboard.js';
import { useOverParam } from '../../../shell/peek.js';
import { told } from '../../../shell/toasts.js';
import { moment, typeset } from '../../../text/format.js';
import { KnownCitizen } from './known-citizen.js';
import { SplitPanel } from './split-panel.js';

const SPLIT = 'scinder';

/** What else may become of a message that has no process yet: undesirable, or several requests in one. */
export function UnqualifiedActs({ caseFile }: { readonly caseFile: CaseDetailDto }): ReactNode {
  const mayQualify = caseFile.may.some(({ act, taskId }) => act === 'qualify' && taskId !== undefined);
  if (caseFile.setAside !== undefined) return <SetAside caseFile={caseFile} setAside={caseFile.setAside} />;
  return mayQualify ? <Acts caseFile={caseFile} /> : null;
}

function Acts({ caseFile }: { readonly caseFile: CaseDetailDto }): ReactNode {
  const { caseId, caseNumber } = caseFile;
  const citizen = caseFile.request?.citizen;
  const [act, setAct] = useOverParam('acte');
  const [busy, setBusy] = useState(false);
  const setAside = async (): Promise<void> => {
    setBusy(true);
    await told(moveAside(caseId, 'set-aside', newKey()), `${caseNumber} est mise de côté. Rien n’est envoyé.`, () =>
      moveAside(caseId, 'restore', newKey()),
    );
    setBusy(false);
  };
  return (
    <div className="pv-acts pv-no-print">
      {citizen === undefined ? null : <KnownCitizen citizenId={citizen.id} />}
      <div className="pv-form-actions" role="group" aria-label="Message à qualifier">
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => {
            setAct(SPLIT);
          }}
        >
          Scinder en plusieurs demandes
        </Button>
        <Button variant="subtle" size="compact-sm" loading={busy} onClick={() => void setAside()}>
          Indésirable
        </Button>
      </div>
      {act === SPLIT ? (
        <SplitPanel
          caseFile={caseFile}
          onClose={() => {
            setAct(undefined);
          }}
        />
      ) : null}
    </div>
  );
}

interface SetAsideProps {
  readonly caseFile: CaseDetailDto;
  readonly setAside: NonNullable<CaseDetailDto['setAside']>;
}

/** Nothing can be done with it but to take it back, which is one key away as long as it shows. */
function SetAside({ caseFile, setAside }: SetAsideProps): ReactNode {
  const { caseId, caseNumber } = caseFile;
  const mayRestore = useHolds('ambassador', 'headOfCitizenRelations');
  const [busy, setBusy] = useState(false);
  const restore = async (): Promise<void> => {
    setBusy(true);
    await told(moveAside(caseId, 'restore', newKey()), `${caseNumber} est de nouveau à qualifier.`);
    setBusy(false);
  };
  useShortcuts('Sur la demande', mayRestore ? { z: { label: 'Rétablir', act: () => void restore() } } : {});
  return (
    <Notice
      tone="soon"
      icon="alert"
      role="status"
      title="Mise de côté comme indésirable"
      actions={
        mayRestore ? (
          <Button
            variant="default"
            loading={busy}
            onClick={() => void restore()}
            rightSection={<kbd className="pv-wide-only">Z</kbd>}
          >
            Rétablir
          </Button>
        ) : undefined
      }
    >
      <p>
        {typeset(
          `Par ${setAside.by.name}, ${moment(setAside.at)}. Elle ne paraît plus dans les files, rien n’est envoyé à son auteur, et aucune relance ne part.`,
        )}
      </p>
    </Notice>
  );
}
