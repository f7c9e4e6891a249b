import type { ReactNode } from 'react';
import { PageHead } from '../../shell/page-head.js';

export function ProcessPage(): ReactNode {
  return <PageHead title="Processus" />;
}
