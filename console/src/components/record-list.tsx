import { Button, Checkbox } from '@mantine/core';
import { useRef, type MouseEvent, type ReactNode } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { usePeek } from '../shell/peek.js';
import { moveKeys, useShortcuts, type Shortcuts } from '../shell/keyboard.js';
import { ListDisplay, useDisplay } from './list-display.js';
import type { ListGroups } from './list-groups.js';
import { useRangeSelection, type RangeSelection, type Selection } from './range-selection.js';
import { remember, useFocusBack } from './row-focus.js';
import './record-list.css';

export interface Column<T> {
  readonly id: string;
  readonly title: string;
  readonly cell: (row: T) => ReactNode;
  /** CSS width; the rest is shared. */
  readonly width?: string;
  /** Its value says nothing without the head of the column, which a narrow screen does not show: it is put before it. */
  readonly labelled?: boolean;
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
  /** The list can be put together in groups. */
  readonly groupable?: boolean;
  /** Its groups, where it is. */
  readonly groups?: ListGroups<T> | undefined;
}

/** A table whose rows are links: J/K, Enter beside, O in full, X to select. It never moves under the reader. */
export function RecordList<T>(props: RecordListProps<T>): ReactNode {
  const { label, rows, idOf, selection, more, groups, groupable = false } = props;
  const body = useRef<HTMLTableElement>(null);
  const { isCompact, leftOut } = useDisplay();
  const columns = props.columns.filter(({ id }, index) => index === 0 || !leftOut.has(id));
  const range = useRangeSelection(rows.map(idOf), selection);
  useRowKeys(props, range, body);
  useFocusBack(body);
  const width = columns.length + (selection === undefined ? 0 : 1);
  return (
    <div className="pv-card">
      <ListDisplay columns={props.columns} groupable={groupable} />
      <table className="pv-list" ref={body} data-density={isCompact ? 'compact' : undefined}>
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
        {runsOf(rows, groups).map(({ from, run }) => (
          <tbody key={run[0] === undefined ? '' : idOf(run[0])}>
            {groups === undefined || run[0] === undefined ? null : (
              <tr className="pv-list-group">
                <th scope="rowgroup" colSpan={width}>
                  {groups.headingOf(run[0])}
                </th>
              </tr>
            )}
            {run.map((row, index) => (
              <Row
                key={idOf(row)}
                row={row}
                props={{ ...props, columns }}
                onCheck={(withShift) => {
                  range.check(from + index, withShift);
                }}
              />
            ))}
          </tbody>
        ))}
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

interface Run<T> {
  /** Where it begins in the list. */
  readonly from: number;
  readonly run: readonly T[];
}

/** Rows of one group that follow one another: a row that left its group since it was read does not move under the reader. */
function runsOf<T>(rows: readonly T[], groups: ListGroups<T> | undefined): readonly Run<T>[] {
  if (groups === undefined) return [{ from: 0, run: rows }];
  const starts = rows.flatMap((row, at) => {
    const before = rows[at - 1];
    return before !== undefined && groups.idOf(before) === groups.idOf(row) ? [] : [at];
  });
  return starts.map((from, at) => ({ from, run: rows.slice(from, starts[at + 1]) }));
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
        <td
          key={column.id}
          data-wide={column.wideOnly}
          data-label={column.labelled === true ? column.title : undefined}
        >
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
