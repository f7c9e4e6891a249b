import { Button, Group } from '@mantine/core';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Failure } from './state/failure.js';
import { Loading } from './state/loading.js';
import { count, typeset } from '../text/format.js';
import { openPdf } from './pdf-document.js';
import { PdfPage } from './pdf-page.js';
import { PdfSearchField } from './pdf-search-field.js';
import { PdfThumbnails } from './pdf-thumbnails.js';
import { TurnButton } from './turn-button.js';
import { ZoomButtons } from './zoom-buttons.js';
import './pdf-view.css';

export interface PdfViewProps {
  /** Address of the bytes, on our origin; or the bytes themselves, for a letter that is not kept yet. */
  readonly src: string | Uint8Array;
  /** What it is: « Lettre à l’usager ». */
  readonly title: string;
  /** Called once a page is before the reader's eyes. */
  readonly onOpen?: (() => void) | undefined;
  /** Called once every page was shown on the screen. */
  readonly onRead?: (() => void) | undefined;
  readonly onFailure?: ((error: unknown) => void) | undefined;
}

const SCALES = [0.8, 1, 1.25, 1.5, 2] as const;
/** A page of which so much is on the screen was shown. */
const SHOWN = 0.2;

/** The very bytes, page by page, with their text for screen readers, search and selection. */
export function PdfView({ src, title, onOpen, onRead, onFailure }: PdfViewProps): ReactNode {
  const { document: pdf, error, retry } = usePdf(src, onFailure);
  const [zoom, setZoom] = useState(1);
  const [turns, setTurns] = useState(0);
  const pages = useRef<HTMLDivElement>(null);
  const [layers, setLayers] = useState<ReadonlyMap<number, HTMLElement>>(new Map());
  const { current, onSeen } = useSeenPages({ src, pages: pdf?.numPages ?? 0, onOpen, onRead });
  if (error !== undefined) return <Failure error={error} what="L’aperçu est" onRetry={retry} />;
  if (pdf === undefined) return <Loading what="de la lettre" rows={8} />;
  const scale = SCALES[zoom] ?? 1;
  const goTo = (page: number): void => {
    const [list, wanted] = [pages.current, pages.current?.querySelector<HTMLElement>(`[data-page="${String(page)}"]`)];
    if (list !== null && wanted instanceof HTMLElement) list.scrollTo({ top: wanted.offsetTop });
  };
  const several = pdf.numPages > 1;
  return (
    <section className="pv-pdf" aria-label={title}>
      <Group gap="xs" className="pv-pdf-bar pv-no-print">
        <span role="status">
          {several ? typeset(`Page ${String(current)} sur ${String(pdf.numPages)}`) : count(pdf.numPages, 'page')}
        </span>
        <ZoomButtons step={zoom} last={SCALES.length - 1} onStep={setZoom} />
        {typeof src === 'string' ? (
          <>
            <TurnButton turns={turns} onTurn={setTurns} />
            <Button component="a" href={src} target="_blank" size="compact-sm" variant="subtle">
              Ouvrir le PDF
            </Button>
            <PdfSearchField layers={layers} />
          </>
        ) : null}
      </Group>
      <div className="pv-pdf-room">
        {several ? <PdfThumbnails pdf={pdf} current={current} turns={turns} onPage={goTo} /> : null}
        <div ref={pages} className="pv-pdf-pages" tabIndex={0} role="region" aria-label={`Pages de : ${title}`}>
          {Array.from({ length: pdf.numPages }, (_, index) => (
            <PdfPage
              key={index}
              pdf={pdf}
              number={index + 1}
              scale={scale}
              turns={turns}
              onSeen={onSeen}
              onText={(page, layer) => {
                setLayers((known) => new Map(known).set(page, layer));
              }}
            />
          ))}
        </div>
      </div>
    </section>
  );
}

interface Seen {
  readonly src: PdfViewProps['src'];
  readonly pages: number;
  readonly onOpen: PdfViewProps['onOpen'];
  readonly onRead: PdfViewProps['onRead'];
}

/** Which page is before the eyes, and when all of them were. */
function useSeenPages({ src, pages, onOpen, onRead }: Seen): {
  current: number;
  onSeen: (page: number, share: number) => void;
} {
  const [current, setCurrent] = useState(1);
  const seen = useRef(new Set<number>());
  const shares = useRef(new Map<number, number>());
  useEffect(() => {
    seen.current = new Set();
    shares.current = new Map();
  }, [src]);
  return {
    current,
    onSeen: (page, share) => {
      shares.current.set(page, share);
      const [most] = [...shares.current].sort(([one, a], [other, b]) => b - a || one - other);
      if (most !== undefined && most[1] > 0) setCurrent(most[0]);
      if (share < SHOWN || seen.current.has(page)) return;
      if (seen.current.size === 0) onOpen?.();
      seen.current.add(page);
      if (seen.current.size === pages) onRead?.();
    },
  };
}

function usePdf(
  src: PdfViewProps['src'],
  onFailure: PdfViewProps['onFailure'],
): { document: PDFDocumentProxy | undefined; error: unknown; retry: () => void } {
  const [state, setState] = useState<{ src: PdfViewProps['src']; document?: PDFDocumentProxy; error?: unknown }>({
    src,
  });
  const [attempt, setAttempt] = useState(0);
  const failed = useRef(onFailure);
  useEffect(() => {
    failed.current = onFailure;
  });
  useEffect(() => {
    let current = true;
    const opening = openPdf(src);
    opening.document.then(
      (document) => {
        if (current) setState({ src, document });
      },
      (error: unknown) => {
        if (!current) return;
        setState({ src, error });
        failed.current?.(error);
      },
    );
    return () => {
      current = false;
      opening.close();
    };
  }, [src, attempt]);
  const retry = (): void => {
    setState({ src });
    setAttempt(attempt + 1);
  };
  const mine = state.src === src ? state : { src };
  return {
    document: 'document' in mine ? mine.document : undefined,
    error: 'error' in mine ? mine.error : undefined,
    retry,
  };
}
