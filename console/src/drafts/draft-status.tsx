import type { ReactNode } from 'react';
import { shortMoment, typeset } from '../text/format.js';
import type { DraftStatus } from './draft-store.js';

/** Whether what is typed is safe, in words. It is never counted as sent. */
export function DraftLine({
  status,
  savedAt,
}: {
  readonly status: DraftStatus;
  readonly savedAt?: string | undefined;
}): ReactNode {
  const words = wordsOf(status, savedAt);
  return words === undefined ? (
    <span className="pv-draft-line" />
  ) : (
    <span className="pv-draft-line">{typeset(words)}</span>
  );
}

function wordsOf(status: DraftStatus, savedAt: string | undefined): string | undefined {
  switch (status) {
    case 'loading':
    case 'empty':
      return undefined;
    case 'typing':
      return 'Brouillon — non envoyé';
    case 'restored':
      return savedAt === undefined
        ? 'Brouillon retrouvé — non envoyé'
        : `Brouillon retrouvé (${shortMoment(savedAt)}) — non envoyé`;
    case 'saved':
      return savedAt === undefined
        ? 'Brouillon gardé — non envoyé'
        : `Brouillon gardé (${shortMoment(savedAt)}) — non envoyé`;
    case 'local':
      return 'Brouillon gardé sur ce poste — non envoyé';
    case 'copied':
      return 'Écrit aussi ailleurs : votre texte est gardé dans un second brouillon';
  }
}
