import type { ReactNode } from 'react';
import { PageHead } from '../../shell/page-head.js';

export function QueuePage(): ReactNode {
  return <PageHead title="Ma file" />;
}
