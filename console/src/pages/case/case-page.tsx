import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { BackToList } from '../../shell/back-to-list.js';
import { CaseView } from './case-view.js';

/** One request in full. */
export function CasePage(): ReactNode {
  const { caseId = '' } = useParams();
  return (
    <>
      <BackToList fallback="/demandes" />
      <CaseView key={caseId} caseId={caseId} />
    </>
  );
}
