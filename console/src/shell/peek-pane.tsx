import { ActionIcon, Button } from '@mantine/core';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Link } from 'react-router';
import { Icon } from '../components/icon.js';
import { focusOpenRow } from '../components/row-focus.js';
import { useShortcuts } from './keyboard.js';
import { usePeek } from './peek.js';

const WIDTH = 'parvis.peek-width';
const NARROWEST = 30;
const WIDEST = 70;

export interface SplitProps {
  readonly list: ReactNode;
  /** Name of what is shown beside, and its full page. */
  readonly pane?: { readonly title: string; readonly href: string; readonly body: ReactNode } | undefined;
}

/** A list, and beside it what is open of it. Escape closes and gives the focus back to the row. */
export function Split({ list, pane }: SplitProps): ReactNode {
  const [width, setWidth] = useState(() => Number(localStorage.getItem(WIDTH) ?? 46));
  const resize = (by: number): void => {
    const next = Math.min(Math.max(width + by, NARROWEST), WIDEST);
    localStorage.setItem(WIDTH, String(next));
    setWidth(next);
  };
  return (
    <div
      className="pv-split"
      data-peek={pane !== undefined}
      style={{ '--pv-peek': `${String(width)}%` } as React.CSSProperties}
    >
      <div>{list}</div>
      {pane === undefined ? null : <PeekPane key={pane.href} pane={pane} onResize={resize} />}
    </div>
  );
}

function PeekPane({
  pane,
  onResize,
}: {
  readonly pane: NonNullable<SplitProps['pane']>;
  readonly onResize: (by: number) => void;
}): ReactNode {
  const peek = usePeek();
  const box = useRef<HTMLElement>(null);
  const close = (): void => {
    focusOpenRow();
    peek.close();
  };
  useShortcuts('Dans l’aperçu', { Escape: { label: 'Fermer l’aperçu', act: close } });
  useEffect(() => {
    // On a narrow screen the pane is the page: the reader must be in it.
    if (window.matchMedia('(max-width: 900px)').matches) box.current?.focus();
  }, []);
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    close();
  };
  return (
    <section ref={box} className="pv-peek" aria-label={`Aperçu ${pane.title}`} tabIndex={-1} onKeyDown={onKey}>
      <div className="pv-peek-bar">
        <Button
          component={Link}
          to={pane.href}
          size="compact-sm"
          variant="subtle"
          leftSection={<Icon name="open" size={16} />}
        >
          Ouvrir en grand
        </Button>
        <span className="pv-peek-tools">
          <ActionIcon
            variant="subtle"
            aria-label="Élargir l’aperçu"
            className="pv-wide-only"
            onClick={() => {
              onResize(6);
            }}
          >
            <Icon name="back" />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            aria-label="Rétrécir l’aperçu"
            className="pv-wide-only"
            onClick={() => {
              onResize(-6);
            }}
          >
            <Icon name="chevron" />
          </ActionIcon>
          <ActionIcon variant="subtle" aria-label="Fermer l’aperçu" onClick={close}>
            <Icon name="close" />
          </ActionIcon>
        </span>
      </div>
      <div className="pv-peek-body">{pane.body}</div>
    </section>
  );
}
