import type { ReactNode } from 'react';
import { PageHead } from '../../shell/page-head.js';

export function LettersPage(): ReactNode {
  return <PageHead title="Courriers à poster" />;
}
