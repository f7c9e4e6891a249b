import { Button, Group } from '@mantine/core';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Failure } from './state/failure.js';
import { Loading } from './state/loading.js';
import { count } from '../text/format.js';
import { openPdf, renderPage } from './pdf-document.js';
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

/** Around a page, and below which it is scrolled rather than shrunk. */
const ROOM_AROUND = 48;
const NARROWEST = 260;
const SCALES = [0.8, 1, 1.25, 1.5, 2] as const;

/** The very bytes, page by page, with their text for screen readers, search and selection. */
export function PdfView({ src, title, onOpen, onRead, onFailure }: PdfViewProps): ReactNode {
  const { document: pdf, error, retry } = usePdf(src, onFailure);
  const [zoom, setZoom] = useState(1);
  const seen = useRef(new Set<number>());
  useEffect(() => {
    seen.current = new Set();
  }, [src]);
  if (error !== undefined) return <Failure error={error} what="L’aperçu est" onRetry={retry} />;
  if (pdf === undefined) return <Loading what="de la lettre" rows={8} />;
  const show = (page: number): void => {
    if (seen.current.size === 0) onOpen?.();
    seen.current.add(page);
    if (seen.current.size === pdf.numPages) onRead?.();
  };
  const scale = SCALES[zoom] ?? 1;
  return (
    <section className="pv-pdf" aria-label={title}>
      <Group gap="xs" className="pv-pdf-bar pv-no-print">
        <span>{count(pdf.numPages, 'page')}</span>
        <ZoomButtons step={zoom} last={SCALES.length - 1} onStep={setZoom} />
        {typeof src === 'string' ? (
          <Button component="a" href={src} target="_blank" size="compact-sm" variant="subtle">
            Ouvrir le PDF
          </Button>
        ) : null}
      </Group>
      <div className="pv-pdf-pages" tabIndex={0} role="region" aria-label={`Pages de : ${title}`}>
        {Array.from({ length: pdf.numPages }, (_, index) => (
          <PdfPage key={index} pdf={pdf} number={index + 1} scale={scale} onShown={show} />
        ))}
      </div>
    </section>
  );
}

interface PageProps {
  readonly pdf: PDFDocumentProxy;
  readonly number: number;
  readonly scale: number;
  readonly onShown: (page: number) => void;
}

function PdfPage({ pdf, number, scale, onShown }: PageProps): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const shown = useRef(onShown);
  useEffect(() => {
    shown.current = onShown;
  });
  useEffect(() => {
    const [paper, layer] = [canvas.current, text.current];
    if (paper === null || layer === null) return undefined;
    let page: PDFPageProxy | undefined;
    let stop = (): void => undefined;
    void pdf.getPage(number).then((got) => {
      page = got;
      const room = paper.closest('.pv-pdf-pages')?.clientWidth ?? 0;
      stop = renderPage(got, { canvas: paper, text: layer, scale, width: Math.max(room - ROOM_AROUND, NARROWEST) });
    });
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) shown.current(number);
      },
      { threshold: 0.2 },
    );
    watch.observe(paper);
    return () => {
      watch.disconnect();
      stop();
      page?.cleanup();
    };
  }, [pdf, number, scale]);
  return (
    <div className="pv-pdf-page">
      <canvas ref={canvas} aria-hidden="true" />
      <div ref={text} className="textLayer" />
    </div>
  );
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
