import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { useEffect, useRef, type ReactNode } from 'react';
import { renderPage } from './pdf-document.js';

interface PdfPageProps {
  readonly pdf: PDFDocumentProxy;
  readonly number: number;
  readonly scale: number;
  /** Quarter turns to the right. */
  readonly turns: number;
  /** How much of it is on the screen, from 0 to 1. */
  readonly onSeen: (page: number, share: number) => void;
  readonly onText: (page: number, layer: HTMLElement) => void;
}

/** Around a page, and below which it is scrolled rather than shrunk. */
const ROOM_AROUND = 48;
const NARROWEST = 260;

/** One page with its text, for screen readers, search and selection. */
export function PdfPage({ pdf, number, scale, turns, onSeen, onText }: PdfPageProps): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const told = useRef({ onSeen, onText });
  useEffect(() => {
    told.current = { onSeen, onText };
  });
  useEffect(() => {
    const [paper, layer] = [canvas.current, text.current];
    if (paper === null || layer === null) return undefined;
    let page: PDFPageProxy | undefined;
    let stop = (): void => undefined;
    void pdf.getPage(number).then((got) => {
      page = got;
      const room = paper.closest('.pv-pdf-pages')?.clientWidth ?? 0;
      const width = Math.max(room - ROOM_AROUND, NARROWEST);
      stop = renderPage(got, { canvas: paper, text: layer, scale, width, turns }, () => {
        told.current.onText(number, layer);
      });
    });
    const watch = new IntersectionObserver(
      (entries) => {
        const last = entries.at(-1);
        if (last !== undefined) told.current.onSeen(number, last.isIntersecting ? last.intersectionRatio : 0);
      },
      { threshold: [0, 0.2, 0.4, 0.6, 0.8, 1] },
    );
    watch.observe(paper);
    return () => {
      watch.disconnect();
      stop();
      page?.cleanup();
    };
  }, [pdf, number, scale, turns]);
  return (
    <div className="pv-pdf-page" data-page={number}>
      <canvas ref={canvas} aria-hidden="true" />
      <div ref={text} className="textLayer" />
    </div>
  );
}
