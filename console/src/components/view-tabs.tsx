import { useEffect, useRef, type ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { number } from '../text/format.js';

export interface ViewTab {
  readonly id: string;
  readonly label: string;
  /** What waits there. */
  readonly count?: number;
}

export interface ViewTabsProps {
  readonly label: string;
  /** Search parameter that holds the view. */
  readonly param: string;
  readonly fallback: string;
  readonly current: string;
  readonly tabs: readonly ViewTab[];
}

/** Views of one screen, each with its own address; the rest of the address stays. One line: it slides where it is too long. */
export function ViewTabs({ label, param, fallback, current, tabs }: ViewTabsProps): ReactNode {
  const [params] = useSearchParams();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    showCurrent(list.current);
  }, [current]);
  const hrefOf = (id: string): string => {
    const next = new URLSearchParams(params);
    next.delete('apercu');
    if (id === fallback) next.delete(param);
    else next.set(param, id);
    return `?${next.toString()}`;
  };
  return (
    <nav aria-label={label}>
      <ul className="pv-tabs" ref={list}>
        {tabs.map(({ id, label: name, count }) => (
          <li key={id}>
            <Link
              to={hrefOf(id)}
              className="pv-tab"
              aria-current={id === current ? 'page' : undefined}
              preventScrollReset
            >
              {name}
              {count === undefined ? null : <span className="pv-tag">{number(count)}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Slides the line to the current view. Not by `scrollIntoView`, after which Tab would begin from there and not from the top. */
function showCurrent(list: HTMLElement | null): void {
  const current = list?.querySelector('[aria-current]');
  if (list === null || current === null || current === undefined) return;
  const [line, tab] = [list.getBoundingClientRect(), current.getBoundingClientRect()];
  if (tab.right > line.right) list.scrollLeft += tab.right - line.right;
  if (tab.left < line.left) list.scrollLeft -= line.left - tab.left;
}
