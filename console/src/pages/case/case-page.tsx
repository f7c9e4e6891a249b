import type { ReactNode } from 'react';
import { PageHead } from '../../shell/page-head.js';

export function CasePage(): ReactNode {
  return <PageHead title="Demande" />;
}
