import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { useBack } from '../../shell/peek.js';
import { CaseView } from './case-view.js';

/** One request in full. */
export function CasePage(): ReactNode {
  const { caseId = '' } = useParams();
  const back = useBack('/demandes');
  return (
    <>
      <p className="pv-no-print pv-back">
        <Anchor component="button" type="button" onClick={back}>
          ← Retour à la liste
        </Anchor>
      </p>
      <CaseView key={caseId} caseId={caseId} />
    </>
  );
}
