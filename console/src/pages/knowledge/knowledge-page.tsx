import type { ReactNode } from 'react';
import { PageHead } from '../../shell/page-head.js';

export function KnowledgePage(): ReactNode {
  return <PageHead title="Connaissances" />;
}
