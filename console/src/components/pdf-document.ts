import {
  getDocument,
  GlobalWorkerOptions,
  TextLayer,
  type PageViewport,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { bytesOf } from '../api/bytes.js';

// From our own origin: the Content-Security-Policy allows no other.
GlobalWorkerOptions.workerSrc = workerUrl;

export interface OpeningPdf {
  readonly document: Promise<PDFDocumentProxy>;
  close(): void;
}

/** Reads the bytes once, so that a refusal is a problem with its French sentence. */
export function openPdf(src: string | Uint8Array): OpeningPdf {
  const abort = new AbortController();
  let task: ReturnType<typeof getDocument> | undefined;
  // The library takes the bytes it is given away: a copy stays for the next drawing.
  const bytes = typeof src === 'string' ? bytesOf(src, abort.signal) : Promise.resolve(src.slice());
  const document = bytes.then((data) => {
    task = getDocument({ data });
    return task.promise;
  });
  return {
    document,
    close: () => {
      abort.abort();
      void task?.destroy();
    },
  };
}

/** A page is read at about its size on paper, or as wide as there is room. */
const LARGEST = 1.4;

export interface PageTarget {
  readonly canvas: HTMLCanvasElement;
  readonly text: HTMLElement;
  readonly scale: number;
  /** Pixels that the page may take at scale 1. */
  readonly width: number;
  /** Quarter turns to the right. */
  readonly turns: number;
}

/** Draws a page and lays its text over it; `onText` once the text is there. @returns stops drawing */
export function renderPage(
  page: PDFPageProxy,
  { canvas, text, scale, width, turns }: PageTarget,
  onText: () => void,
): () => void {
  const rotation = rotationOf(page, turns);
  const fitting = Math.min(LARGEST, width / page.getViewport({ scale: 1, rotation }).width);
  const viewport = page.getViewport({ scale: scale * fitting, rotation });
  const stop = draw(page, canvas, viewport);
  text.replaceChildren();
  text.style.setProperty('--total-scale-factor', String(viewport.scale));
  text.style.setProperty('--scale-round-x', '1px');
  text.style.setProperty('--scale-round-y', '1px');
  const layer = new TextLayer({ textContentSource: page.streamTextContent(), container: text, viewport });
  layer.render().then(onText, () => undefined);
  return () => {
    stop();
    layer.cancel();
  };
}

/** Pixels, on the longer side. */
const THUMBNAIL = 96;

/** Draws a page in small. @returns stops drawing */
export function drawThumbnail(page: PDFPageProxy, canvas: HTMLCanvasElement, turns: number): () => void {
  const rotation = rotationOf(page, turns);
  const { width, height } = page.getViewport({ scale: 1, rotation });
  return draw(page, canvas, page.getViewport({ scale: THUMBNAIL / Math.max(width, height), rotation }));
}

/** A page may be turned by itself already. */
function rotationOf(page: PDFPageProxy, turns: number): number {
  return (page.rotate + turns * 90) % 360;
}

function draw(page: PDFPageProxy, canvas: HTMLCanvasElement, viewport: PageViewport): () => void {
  const density = window.devicePixelRatio;
  canvas.width = Math.floor(viewport.width * density);
  canvas.height = Math.floor(viewport.height * density);
  canvas.style.width = `${String(viewport.width)}px`;
  const drawing = page.render({ canvas, viewport, transform: [density, 0, 0, density, 0, 0] });
  drawing.promise.catch(() => undefined);
  return () => {
    drawing.cancel();
  };
}
