import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { removalInFrench } from '../../../../domain/place/street-stretches.js';
import { removeStreet, type ReadStreetDto } from '../../api/streets.js';
import { Notice } from '../../components/state/notice.js';
import { told } from '../../shell/toasts.js';
import { typeset } from '../../text/format.js';

/** Takes a street away, once it was said what becomes of the requests that name it. */
export function StreetRemoval({
  street,
  onDone,
}: {
  readonly street: ReadStreetDto;
  readonly onDone: () => void;
}): ReactNode {
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const remove = async (): Promise<void> => {
    setBusy(true);
    const done = await told(removeStreet(street), typeset(`« ${street.name} » est retirée.`));
    setBusy(false);
    if (done) onDone();
  };
  if (!asked)
    return (
      <Button
        variant="subtle"
        color="red"
        onClick={() => {
          setAsked(true);
        }}
      >
        Retirer cette rue…
      </Button>
    );
  return (
    <Notice
      tone="soon"
      icon="alert"
      role="alert"
      title={typeset(`Retirer « ${street.name} » ?`)}
      actions={
        <>
          <Button loading={busy} onClick={() => void remove()}>
            Retirer la rue
          </Button>
          <Button
            variant="default"
            onClick={() => {
              setAsked(false);
            }}
          >
            La garder
          </Button>
        </>
      }
    >
      <p>{removalInFrench(street.openRequests)}</p>
    </Notice>
  );
}
