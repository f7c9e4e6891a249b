import { useEffect, useMemo, useState } from 'react';

export interface PdfTextSearch {
  readonly found: number;
  /** From 1; 0 where nothing is found. */
  readonly here: number;
  /** Pictures of pages have no words. */
  readonly hasText: boolean;
  readonly step: (by: 1 | -1) => void;
}

/** Of the browser's own marks, drawn by `pdf-view.css`. */
const ALL = 'pv-pdf-found';
const HERE = 'pv-pdf-found-here';
const SHORTEST = 2;

/** Finds words in the laid-out text, without capitals and accents. `layers`: the text of each page, once it is drawn. */
export function usePdfTextSearch(layers: ReadonlyMap<number, HTMLElement>, query: string): PdfTextSearch {
  const [at, setAt] = useState(0);
  const [asked, setAsked] = useState(query);
  if (asked !== query) {
    setAsked(query);
    setAt(0);
  }
  const found = useMemo(() => {
    // A document of fewer pages came in the place of another.
    const pages = [...layers].filter(([, { isConnected }]) => isConnected).sort(([one], [other]) => one - other);
    return pages.flatMap(([, layer]) => rangesOf(layer, query));
  }, [layers, query]);
  const here = found[at];
  useEffect(() => {
    CSS.highlights.set(ALL, new Highlight(...found));
    CSS.highlights.set(HERE, new Highlight(...(here === undefined ? [] : [here])));
    here?.startContainer.parentElement?.scrollIntoView({ block: 'center', inline: 'nearest' });
    return () => {
      CSS.highlights.delete(ALL);
      CSS.highlights.delete(HERE);
    };
  }, [found, here]);
  return {
    found: found.length,
    here: here === undefined ? 0 : at + 1,
    hasText: layers.size === 0 || [...layers.values()].some(({ textContent }) => textContent.trim() !== ''),
    step: (by) => {
      setAt(found.length === 0 ? 0 : (at + by + found.length) % found.length);
    },
  };
}

/** Where each folded character comes from. */
interface Origin {
  readonly node: Text;
  readonly from: number;
  readonly to: number;
}

function rangesOf(layer: HTMLElement, query: string): readonly Range[] {
  const sought = foldForSearch(query).trim();
  if (sought.length < SHORTEST) return [];
  const { text, origins } = foldedText(layer);
  const ranges: Range[] = [];
  for (let from = text.indexOf(sought); from !== -1; from = text.indexOf(sought, from + sought.length)) {
    const [first, last] = [origins[from], origins[from + sought.length - 1]];
    if (first === undefined || last === undefined) continue;
    const range = document.createRange();
    range.setStart(first.node, first.from);
    range.setEnd(last.node, last.to);
    ranges.push(range);
  }
  return ranges;
}

/** The words of a page in one line; the end of a line counts as a space. */
function foldedText(layer: HTMLElement): { readonly text: string; readonly origins: readonly Origin[] } {
  let text = '';
  const origins: Origin[] = [];
  let last: Origin | undefined;
  const add = (folded: string, origin: Origin | undefined): void => {
    if (origin === undefined || (folded === ' ' && text.endsWith(' '))) return;
    text += folded;
    origins.push(...Array.from({ length: folded.length }, () => origin));
    last = origin;
  };
  const walker = document.createTreeWalker(layer, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  while (walker.nextNode() !== null) {
    const node = walker.currentNode;
    if (node instanceof Text) {
      for (const { 0: character, index } of node.data.matchAll(/./gsu))
        add(foldForSearch(character), { node, from: index, to: index + character.length });
    } else if (node.nodeName === 'BR') add(' ', last);
  }
  return { text, origins };
}

/** Ligatures become their letters, every space the plain one. */
function foldForSearch(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/’/g, "'").replace(/\s+/g, ' ').toLowerCase();
}
