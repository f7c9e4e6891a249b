import type { ReactNode } from 'react';
import type { CaseDocumentDto } from '../api/schema/types.generated.js';
import { Icon, type IconName } from './icon.js';
import './scan-badge.css';

const WORDS: Readonly<Record<CaseDocumentDto['scan'], readonly [icon: IconName, words: string]>> = {
  pending: ['clock', 'analyse en cours'],
  clean: ['check', 'sain'],
  blocked: ['close', 'bloqué'],
  unscanned: ['help', 'non analysé'],
};

/** What the antivirus said of a file. */
export function ScanBadge({ state }: { readonly state: CaseDocumentDto['scan'] }): ReactNode {
  const [icon, words] = WORDS[state];
  return (
    <span className="pv-scan" data-state={state}>
      <Icon name={icon} size={14} />
      <span className="pv-hidden">Antivirus : </span>
      {words}
    </span>
  );
}
