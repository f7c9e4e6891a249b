import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { FileColumn } from '../../../domain/text/file-column.js';
import { typeset } from '../text/format.js';

/** What each column of a file holds. */
export function CsvColumns({ columns }: { readonly columns: readonly FileColumn[] }): ReactNode {
  return (
    <details>
      <summary>Colonnes du fichier</summary>
      <dl className="pv-facts">
        {columns.map(({ name, help }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{typeset(help)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** A file to fill in: its columns, and a line as an example. The mark at its head is for spreadsheets. */
export function CsvModel({
  columns,
  fileName,
}: {
  readonly columns: readonly FileColumn[];
  readonly fileName: string;
}): ReactNode {
  const lines = [columns.map(({ name }) => name), columns.map(({ example }) => example)];
  const text = `\uFEFF${lines.map((cells) => cells.join(';')).join('\r\n')}\r\n`;
  return (
    <Button
      component="a"
      variant="subtle"
      href={`data:text/csv;charset=utf-8,${encodeURIComponent(text)}`}
      download={fileName}
    >
      Télécharger le modèle
    </Button>
  );
}

interface FileFault {
  readonly line: number;
  readonly column?: string;
  readonly code: string;
  readonly detail: string;
}

/** What is wrong in a file, line by line. */
export function FileFaults({ faults }: { readonly faults: readonly FileFault[] }): ReactNode {
  return faults.map(({ line, column, code, detail }) => (
    <div key={`${String(line)} ${column ?? ''} ${code}`}>
      {typeset(`Ligne ${String(line)}${column === undefined ? '' : `, colonne « ${column} »`} : ${detail}`)}
    </div>
  ));
}

interface FileChange {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** What a file would change, field by field. */
export function FileChanges({ fields }: { readonly fields: readonly FileChange[] }): ReactNode {
  return fields.map(({ label, before, after }) => (
    <div key={label}>{typeset(`${label} : ${before === '' ? '' : `${before} → `}${after}`)}</div>
  ));
}
