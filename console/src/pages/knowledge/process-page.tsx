import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { useBack } from '../../shell/peek.js';
import { ProcessSheet } from './process-sheet.js';

/** One subject in full. */
export function ProcessPage(): ReactNode {
  const { processId = '' } = useParams();
  const back = useBack('/connaissances');
  return (
    <>
      <p className="pv-no-print pv-back">
        <Anchor component="button" type="button" onClick={back}>
          ← Retour à la liste
        </Anchor>
      </p>
      <ProcessSheet key={processId} processId={processId} />
    </>
  );
}
