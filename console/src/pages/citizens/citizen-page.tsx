import type { ReactNode } from 'react';
import { PageHead } from '../../shell/page-head.js';

export function CitizenPage(): ReactNode {
  return <PageHead title="Usager" />;
}
