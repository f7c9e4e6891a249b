import type { ReactNode } from 'react';
import { PageHead } from '../../shell/page-head.js';

export function CitizensPage(): ReactNode {
  return <PageHead title="Usagers" />;
}
