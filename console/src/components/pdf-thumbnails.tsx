import { useRovingIndex } from '@mantine/hooks';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import {
  useEffect,
  useRef,
  useState,
  type KeyboardEventHandler,
  type MouseEventHandler,
  type ReactNode,
  type Ref,
} from 'react';
import { drawThumbnail } from './pdf-document.js';

interface PdfThumbnailsProps {
  readonly pdf: PDFDocumentProxy;
  /** From 1. */
  readonly current: number;
  readonly turns: number;
  readonly onPage: (page: number) => void;
}

/** Every page in small: one stop of the keyboard, arrows go from page to page, each is drawn when it comes in sight. */
export function PdfThumbnails({ pdf, current, turns, onPage }: PdfThumbnailsProps): ReactNode {
  const strip = useRef<HTMLElement>(null);
  const [focused, setFocused] = useState(current - 1);
  const [followed, setFollowed] = useState(current);
  if (followed !== current) {
    setFollowed(current);
    setFocused(current - 1);
  }
  const { getItemProps } = useRovingIndex({
    total: pdf.numPages,
    orientation: 'both',
    loop: false,
    focusedIndex: focused,
    onFocusChange: setFocused,
  });
  useEffect(() => {
    // Only the strip is scrolled: the page must not jump while it is read.
    const [list, here] = [strip.current, strip.current?.querySelector<HTMLElement>('[aria-current]')];
    if (list === null || here === null || here === undefined) return;
    list.scrollTo({
      top: here.offsetTop - (list.clientHeight - here.clientHeight) / 2,
      left: here.offsetLeft - (list.clientWidth - here.clientWidth) / 2,
    });
  }, [current, turns]);
  return (
    <nav ref={strip} className="pv-pdf-strip pv-no-print" aria-label="Pages du document">
      {Array.from({ length: pdf.numPages }, (_, index) => (
        <Thumbnail
          key={index}
          pdf={pdf}
          number={index + 1}
          turns={turns}
          current={current === index + 1}
          item={getItemProps({
            index,
            onClick: () => {
              onPage(index + 1);
            },
          })}
        />
      ))}
    </nav>
  );
}

interface ThumbnailProps {
  readonly pdf: PDFDocumentProxy;
  readonly number: number;
  readonly turns: number;
  readonly current: boolean;
  readonly item: {
    readonly ref: Ref<HTMLButtonElement>;
    readonly tabIndex: number;
    readonly onKeyDown: KeyboardEventHandler;
    readonly onClick: MouseEventHandler;
  };
}

function Thumbnail({ pdf, number, turns, current, item }: ThumbnailProps): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const paper = canvas.current;
    if (paper === null) return undefined;
    let stop = (): void => undefined;
    const watch = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      watch.disconnect();
      void pdf.getPage(number).then((page) => {
        stop = drawThumbnail(page, paper, turns);
      });
    });
    watch.observe(paper);
    return () => {
      watch.disconnect();
      stop();
    };
  }, [pdf, number, turns]);
  return (
    <button
      type="button"
      {...item}
      className="pv-pdf-thumbnail"
      aria-label={`Page ${String(number)}`}
      aria-current={current ? 'page' : undefined}
    >
      <canvas ref={canvas} aria-hidden="true" />
      <span aria-hidden="true">{number}</span>
    </button>
  );
}
