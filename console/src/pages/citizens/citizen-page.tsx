import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { useBack } from '../../shell/peek.js';
import { CitizenView } from './citizen-view.js';

/** One citizen in full. */
export function CitizenPage(): ReactNode {
  const { citizenId = '' } = useParams();
  const back = useBack('/usagers');
  return (
    <>
      <p className="pv-no-print pv-back">
        <Anchor component="button" type="button" onClick={back}>
          ← Retour à la liste
        </Anchor>
      </p>
      <CitizenView key={citizenId} citizenId={citizenId} />
    </>
  );
}
