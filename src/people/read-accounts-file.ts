import { ACCOUNT_COLUMNS, MOST_ACCOUNT_LINES, type AccountColumnName } from '../../domain/people/account-columns.js';
import { readCsvCells, type CsvCells, type CsvFault, type CsvFile, type CsvFileRefused } from '../csv/csv-cells.js';

export type AccountFault = CsvFault<AccountColumnName>;
export type AccountLine = CsvCells<AccountColumnName>;
export type AccountsFile = CsvFile<AccountColumnName>;

/** Reads a file of accounts, each line of which names a login. */
export function readAccountsFile(content: string): Promise<AccountsFile | CsvFileRefused> {
  return readCsvCells(content, {
    all: ACCOUNT_COLUMNS.map(({ name }) => name),
    expected: ['identifiant'],
    key: 'identifiant',
    mostLines: MOST_ACCOUNT_LINES,
  });
}
