import { useEffect, useState, type ReactNode } from 'react';
import { previewLetter } from '../api/parapheur.js';
import { PdfView } from './pdf-view.js';
import { Failure } from './state/failure.js';
import { typeset } from '../text/format.js';

export interface LivePreview {
  /** The letter on the screen is the one of these very words: only then may it leave. */
  readonly current: boolean;
  readonly bytes: Uint8Array | undefined;
  readonly error: unknown;
  readonly retry: () => void;
}

/** A pause in typing: each word would cost a letter. */
const AFTER = 700;

/** The letter as it would leave, made again whenever what is typed rests. `asked` undefined: nothing to show yet. */
export function useLivePreview(caseId: string, asked: unknown): LivePreview {
  const wanted = asked === undefined ? undefined : JSON.stringify(asked);
  const [made, setMade] = useState<{ readonly of: string; readonly bytes?: Uint8Array; readonly error?: unknown }>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (wanted === undefined) return undefined;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      previewLetter(caseId, JSON.parse(wanted), abort.signal).then(
        (bytes) => {
          setMade({ of: wanted, bytes });
        },
        (error: unknown) => {
          if (!abort.signal.aborted) setMade((old) => ({ ...old, of: wanted, error }));
        },
      );
    }, AFTER);
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, [caseId, wanted, attempt]);
  const failed = made?.of === wanted ? made?.error : undefined;
  return {
    current: wanted !== undefined && made?.of === wanted && failed === undefined && made.bytes !== undefined,
    bytes: made?.bytes,
    error: failed,
    retry: () => {
      setMade(undefined);
      setAttempt(attempt + 1);
    },
  };
}

/** The letter beside what is being written; greyed while it is an older one. */
export function LetterBeside({ preview, title }: { readonly preview: LivePreview; readonly title: string }): ReactNode {
  const { bytes, current, error, retry } = preview;
  if (error !== undefined) return <Failure error={error} what="L’aperçu est" onRetry={retry} />;
  if (bytes === undefined)
    return <p className="pv-preview-none">{typeset('La lettre s’affiche ici dès que vous écrivez.')}</p>;
  return (
    <div className="pv-preview" data-current={current} aria-busy={!current}>
      <p role="status" className="pv-row-sub">
        {current ? 'La lettre telle qu’elle partira.' : 'Mise à jour de la lettre…'}
      </p>
      <PdfView src={bytes} title={title} />
    </div>
  );
}
