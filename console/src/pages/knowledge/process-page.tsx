import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { BackToList } from '../../shell/back-to-list.js';
import { ProcessSheet } from './process-sheet.js';

/** One subject in full. */
export function ProcessPage(): ReactNode {
  const { processId = '' } = useParams();
  return (
    <>
      <BackToList fallback="/connaissances" />
      <ProcessSheet key={processId} processId={processId} />
    </>
  );
}
