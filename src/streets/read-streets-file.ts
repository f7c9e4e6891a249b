import { MOST_STREET_LINES, STREET_COLUMNS, type StreetColumnName } from '../../domain/place/street-columns.js';
import { readCsvCells, type CsvCells, type CsvFault, type CsvFile, type CsvFileRefused } from '../csv/csv-cells.js';

export type StreetFault = CsvFault<StreetColumnName>;
export type StreetLine = CsvCells<StreetColumnName>;
export type StreetsFile = CsvFile<StreetColumnName>;

/** Reads a file of streets, each line of which is a stretch of the street that it names. */
export function readStreetsFile(content: string): Promise<StreetsFile | CsvFileRefused> {
  return readCsvCells(content, {
    all: STREET_COLUMNS.map(({ name }) => name),
    expected: ['rue', 'de', 'à', 'quartier'],
    key: 'rue',
    mostLines: MOST_STREET_LINES,
  });
}
