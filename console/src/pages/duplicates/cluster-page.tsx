import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { BackToList } from '../../shell/back-to-list.js';
import { useTitle } from '../../shell/title.js';
import { ClusterView } from './cluster-view.js';

/** One group of requests that may be one, in full. */
export function ClusterPage(): ReactNode {
  const { caseId = '' } = useParams();
  useTitle('Demandes semblables', 'Doublons');
  return (
    <>
      <BackToList fallback="/doublons" />
      <ClusterView key={caseId} caseId={caseId} />
    </>
  );
}
