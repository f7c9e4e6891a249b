import { Button, Checkbox } from '@mantine/core';
import { useEffect, useRef, type MouseEvent, type ReactNode } from 'react';
import { Link, NavigationType, useLocation, useNavigate, useNavigationType } from 'react-router';
import { viewKey, usePeek } from '../shell/peek.js';
import { moveKeys, useShortcuts, type Shortcuts } from '../shell/keyboard.js';
import { ListDisplay, useDisplay } from './list-display.js';
import { useRangeSelection, type RangeSelection, type Selection } from './range-selection.js';
import './record-list.css';

export interface Column<T> {
  readonly id: string;
  readonly title: string;
  readonly cell: (row: T) => ReactNode;
  /** CSS width; the rest is shared. */
  readonly width?: string;
  /** Left out where the screen is narrow, and beside a pane; `pane`: only beside a pane. */
  readonly wideOnly?: boolean | 'pane';
}

export interface RecordListProps<T> {
  /** Name of the table: « Demandes à qualifier ». */
  readonly label: string;
  readonly rows: readonly T[];
  readonly idOf: (row: T) => string;
  /** The page of a row; a plain click opens it beside the list instead. */
  readonly hrefOf: (row: T) => string;
  /** What the row is called, inside its link. */
  readonly nameOf: (row: T) => string;
  readonly columns: readonly Column<T>[];
  readonly selection?: Selection;
  readonly more?: { readonly onMore: () => void; readonly loading: boolean } | undefined;
  /** The pointer or the focus comes near: a moment to read ahead. */
  readonly onNear?: (row: T) => void;
  /** What opens beside the list; the id of the row unless said otherwise. */
  readonly peekOf?: (row: T) => string;
}

/** A table whose rows are links: J/K, Enter beside, O in full, X to select. It never moves under the reader. */
export function RecordList<T>(props: RecordListProps<T>): ReactNode {
  const { label, rows, idOf, selection, more } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const { isCompact, leftOut } = useDisplay();
  const columns = props.columns.filter(({ id }, index) => index === 0 || !leftOut.has(id));
  const range = useRangeSelection(rows.map(idOf), selection);
  useRowKeys(props, range, body);
  useFocusBack(body);
  return (
    <div className="pv-card">
      <ListDisplay columns={props.columns} />
      <table className="pv-list" data-density={isCompact ? 'compact' : undefined}>
        <caption className="pv-hidden">{label}</caption>
        <thead>
          <tr>
            {selection === undefined ? null : (
              <th scope="col" className="pv-list-check">
                <span className="pv-hidden">Sélection</span>
              </th>
            )}
            {columns.map(({ id, title, width, wideOnly }) => (
              <th key={id} scope="col" data-wide={wideOnly} style={width === undefined ? undefined : { width }}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row, index) => (
            <Row
              key={idOf(row)}
              row={row}
              props={{ ...props, columns }}
              onCheck={(withShift) => {
                range.check(index, withShift);
              }}
            />
          ))}
        </tbody>
      </table>
      {more === undefined ? null : (
        <div className="pv-list-more">
          <Button variant="default" loading={more.loading} onClick={more.onMore}>
            Afficher la suite
          </Button>
        </div>
      )}
    </div>
  );
}

interface RowProps<T> {
  readonly row: T;
  readonly props: RecordListProps<T>;
  readonly onCheck: (withShift: boolean) => void;
}

function Row<T>({ row, props, onCheck }: RowProps<T>): ReactNode {
  const { columns, idOf, hrefOf, nameOf, selection, onNear, peekOf = idOf } = props;
  const id = idOf(row);
  const peek = usePeek();
  const location = useLocation();
  const navigate = useNavigate();
  const open = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.button !== 0) return;
    event.preventDefault();
    remember(location, id);
    if (event.shiftKey) void navigate(hrefOf(row));
    else peek.open(peekOf(row));
  };
  return (
    <tr
      data-row={id}
      data-open={peek.id === peekOf(row)}
      data-selected={selection?.ids.has(id)}
      onMouseEnter={() => onNear?.(row)}
      onFocus={() => onNear?.(row)}
    >
      {selection === undefined ? null : (
        <td className="pv-list-check">
          <Checkbox
            size="xs"
            aria-label={`Sélectionner ${nameOf(row)}`}
            checked={selection.ids.has(id)}
            onChange={({ nativeEvent }) => {
              onCheck(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey);
            }}
          />
        </td>
      )}
      {columns.map((column, index) => (
        <td key={column.id} data-wide={column.wideOnly} data-label={column.title}>
          {index === 0 ? (
            <Link
              to={hrefOf(row)}
              className="pv-row-link"
              onClick={open}
              aria-current={peek.id === peekOf(row) ? 'true' : undefined}
            >
              {column.cell(row)}
            </Link>
          ) : (
            column.cell(row)
          )}
        </td>
      ))}
    </tr>
  );
}

function useRowKeys<T>(
  { rows, idOf, hrefOf, selection, peekOf = idOf }: RecordListProps<T>,
  range: RangeSelection,
  body: { readonly current: HTMLElement | null },
): void {
  const navigate = useNavigate();
  const location = useLocation();
  const peek = usePeek();
  const links = (): HTMLElement[] => [...(body.current?.querySelectorAll<HTMLElement>('.pv-row-link') ?? [])];
  const currentIndex = (): number => links().findIndex((link) => link === document.activeElement);
  const current = (): T | undefined => rows[currentIndex()];
  const move = (by: number): void => {
    const all = links();
    const next = Math.min(Math.max(currentIndex() + by, 0), all.length - 1);
    all[next]?.focus();
    const row = rows[next];
    if (peek.id !== undefined && row !== undefined) peek.open(peekOf(row));
  };
  const openFull = (): void => {
    const row = current();
    if (row === undefined) return;
    remember(location, idOf(row));
    void navigate(hrefOf(row));
  };
  const select = (): void => {
    const row = current();
    if (row !== undefined) selection?.toggle(idOf(row));
  };
  const extend = (by: number): void => {
    const from = currentIndex();
    const to = Math.min(Math.max(from + by, 0), rows.length - 1);
    if (from === -1) return;
    range.extend(from, to);
    links()[to]?.focus();
  };
  const full = { label: 'Ouvrir en grand', act: openFull };
  useShortcuts('Dans la liste', {
    ...moveKeys(move),
    o: full,
    'shift+enter': full,
    ...(selection === undefined ? {} : { x: { label: 'Sélectionner', act: select }, ...rangeKeys(extend) }),
  });
}

function rangeKeys(extend: (by: number) => void): Shortcuts {
  const label = 'Sélectionner de ligne en ligne';
  return {
    'shift+ArrowDown': {
      label,
      act: () => {
        extend(1);
      },
    },
    'shift+ArrowUp': {
      label,
      act: () => {
        extend(-1);
      },
    },
  };
}

/** Coming back to a list finds the row one left it by. */
function useFocusBack(body: { readonly current: HTMLElement | null }): void {
  const location = useLocation();
  const how = useNavigationType();
  const key = viewKey(location);
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) return;
    first.current = false;
    const id = how === NavigationType.Pop ? sessionStorage.getItem(`parvis.row ${key}`) : null;
    if (id !== null) linkOf(body.current, id)?.focus({ preventScroll: true });
  }, [body, how, key]);
}

function remember(location: { readonly pathname: string; readonly search: string }, id: string): void {
  sessionStorage.setItem(`parvis.row ${viewKey(location)}`, id);
}

function linkOf(within: HTMLElement | null, id: string): HTMLElement | null {
  return within?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"] .pv-row-link`) ?? null;
}

/** Puts the focus back on the row whose content was open beside the list. */
export function focusOpenRow(): void {
  document.querySelector<HTMLElement>('[data-open="true"] .pv-row-link')?.focus();
}
