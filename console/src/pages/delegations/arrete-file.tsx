import { Anchor, Button, FileButton } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { putArrete, type DelegationDto } from '../../api/absences.js';
import { addressOf } from '../../api/client.js';
import { told } from '../../shell/toasts.js';
import { typeset } from '../../text/format.js';

/** The arrêté as it was signed: read by everyone, joined by whoever writes delegations. */
export function ArreteFile({
  delegation: { id, arrete, pdf },
  edits,
}: {
  readonly delegation: DelegationDto;
  readonly edits: boolean;
}): ReactNode {
  const [busy, setBusy] = useState(false);
  const join = async (file: File): Promise<void> => {
    setBusy(true);
    await told(putArrete(id, file), typeset(`Le PDF de l’arrêté n° ${arrete} est joint.`));
    setBusy(false);
  };
  if (pdf === undefined && !edits) return null;
  return (
    <>
      {pdf === undefined ? null : (
        <Anchor href={addressOf(`/delegations/${id}/arrete`)} target="_blank" rel="noopener">
          {typeset(`Lire l’arrêté n° ${arrete} (PDF)`)}
        </Anchor>
      )}
      {edits ? (
        <FileButton accept="application/pdf" onChange={(file) => void (file === null ? undefined : join(file))}>
          {(props) => (
            <Button {...props} size="compact-sm" variant="default" loading={busy}>
              {pdf === undefined ? 'Joindre l’arrêté' : 'Remplacer l’arrêté'}
              <span className="pv-hidden">{typeset(` n° ${arrete}`)}</span>
            </Button>
          )}
        </FileButton>
      ) : null}
    </>
  );
}
