import type { ReactNode } from 'react';
import { PageHead } from '../../shell/page-head.js';

export function SearchPage(): ReactNode {
  return <PageHead title="Demandes" />;
}
