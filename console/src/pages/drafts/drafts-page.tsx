import type { ReactNode } from 'react';
import { PageHead } from '../../shell/page-head.js';

export function DraftsPage(): ReactNode {
  return <PageHead title="Mes brouillons" />;
}
