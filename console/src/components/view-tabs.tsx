import type { ReactNode } from 'react';
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

/** Views of one screen, each with its own address; the rest of the address stays. */
export function ViewTabs({ label, param, fallback, current, tabs }: ViewTabsProps): ReactNode {
  const [params] = useSearchParams();
  const hrefOf = (id: string): string => {
    const next = new URLSearchParams(params);
    next.delete('apercu');
    if (id === fallback) next.delete(param);
    else next.set(param, id);
    return `?${next.toString()}`;
  };
  return (
    <nav aria-label={label}>
      <ul className="pv-tabs">
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
