import type { ReactNode } from 'react';
import { PageHead } from '../../shell/page-head.js';

export function WaitingPage(): ReactNode {
  return <PageHead title="En attente" />;
}
