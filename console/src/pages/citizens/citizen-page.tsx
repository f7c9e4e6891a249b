import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { BackToList } from '../../shell/back-to-list.js';
import { CitizenView } from './citizen-view.js';

/** One citizen in full. */
export function CitizenPage(): ReactNode {
  const { citizenId = '' } = useParams();
  return (
    <>
      <BackToList fallback="/usagers" />
      <CitizenView key={citizenId} citizenId={citizenId} />
    </>
  );
}
