import type { ReactNode } from 'react';
import { count, typeset } from '../text/format.js';
import type { OfficeBlock } from './office-content.js';

/** A workbook may have a million rows; who needs the rest has the original. */
const MOST_ROWS = 500;

/** The blocks of an office file as the page's own paragraphs, lists and tables: nothing of it is taken as markup. */
export function OfficeBlocks({ blocks }: { readonly blocks: readonly OfficeBlock[] }): ReactNode {
  return runsOf(blocks).map(({ first, items }, index) =>
    first.type === 'list' ? (
      <Items key={index} items={items} ordered={isOrdered(first)} />
    ) : (
      <Block key={index} block={first} />
    ),
  );
}

interface Run {
  readonly first: OfficeBlock;
  readonly items: OfficeBlock[];
}

/** The items of one list follow one another in the file, without anything around them. */
function runsOf(blocks: readonly OfficeBlock[]): readonly Run[] {
  const runs: Run[] = [];
  for (const block of blocks) {
    const last = runs.at(-1);
    if (block.type === 'list' && last?.first.type === 'list' && isOrdered(last.first) === isOrdered(block))
      last.items.push(block);
    else runs.push({ first: block, items: [block] });
  }
  return runs;
}

function isOrdered(block: OfficeBlock): boolean {
  return block.type === 'list' && block.metadata?.listType === 'ordered';
}

function Items({ items, ordered }: { readonly items: readonly OfficeBlock[]; readonly ordered: boolean }): ReactNode {
  const all = items.map((item, index) => <li key={index}>{textOf(item)}</li>);
  return ordered ? <ol>{all}</ol> : <ul>{all}</ul>;
}

function Block({ block }: { readonly block: OfficeBlock }): ReactNode {
  switch (block.type) {
    case 'table':
      return <Rows rows={childrenOf(block)} />;
    case 'sheet':
      return <Sheet sheet={block} />;
    case 'image':
    case 'chart':
    case 'drawing':
      return null;
    case 'heading':
      return (
        <p>
          <strong>{textOf(block)}</strong>
        </p>
      );
    default:
      return <p>{textOf(block)}</p>;
  }
}

function Sheet({ sheet }: { readonly sheet: OfficeBlock }): ReactNode {
  const name = sheet.type === 'sheet' ? sheet.metadata?.sheetName : undefined;
  const rows = childrenOf(sheet).filter(({ type }) => type === 'row');
  return (
    <>
      {name === undefined ? null : (
        <p>
          <strong>{name}</strong>
        </p>
      )}
      {rows.length === 0 ? <p>Feuille vide.</p> : <Rows rows={rows} inColumns />}
    </>
  );
}

/** `inColumns`: a sheet leaves out its empty cells, whose place must stay. */
function Rows({
  rows,
  inColumns = false,
}: {
  readonly rows: readonly OfficeBlock[];
  readonly inColumns?: boolean;
}): ReactNode {
  return (
    <>
      <table>
        <tbody>
          {rows.slice(0, MOST_ROWS).map((row, index) => (
            <tr key={index}>{cellsOf(row, inColumns)}</tr>
          ))}
        </tbody>
      </table>
      {rows.length > MOST_ROWS ? (
        <p className="pv-row-sub">
          {typeset(
            `Les ${String(MOST_ROWS)} premières lignes, sur ${count(rows.length, 'ligne')}. La suite est dans l’original.`,
          )}
        </p>
      ) : null}
    </>
  );
}

function cellsOf(row: OfficeBlock, inColumns: boolean): readonly ReactNode[] {
  let column = 0;
  return childrenOf(row).flatMap((cell, index) => {
    const { col = column, colSpan = 1, rowSpan = 1 } = cell.type === 'cell' ? (cell.metadata ?? {}) : {};
    const skipped = inColumns ? Math.max(0, col - column) : 0;
    column += skipped + colSpan;
    const empty = Array.from({ length: skipped }, (_, gap) => <td key={`${String(index)} ${String(gap)}`} />);
    return [
      ...empty,
      <td key={index} colSpan={colSpan} rowSpan={rowSpan}>
        {textOf(cell)}
      </td>,
    ];
  });
}

function childrenOf({ children }: OfficeBlock): readonly OfficeBlock[] {
  return children ?? [];
}

function textOf(block: OfficeBlock): string {
  if (block.text !== undefined && block.text !== '') return block.text;
  return childrenOf(block)
    .map(textOf)
    .filter((text) => text !== '')
    .join('\n');
}
