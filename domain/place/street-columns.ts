import type { FileColumn } from '../text/file-column.js';

/** The columns that such a file may have, in the order of the model to download; only the side may be left out. */
export const STREET_COLUMNS = [
  {
    name: 'rue',
    help: 'Son nom officiel, qui reconnaît la rue ; une ligne par tronçon.',
    example: 'Rue des Exemples',
  },
  { name: 'de', help: 'Le premier numéro du tronçon.', example: '1' },
  { name: 'à', help: 'Le dernier numéro du tronçon.', example: '99' },
  { name: 'côté', help: '« pair » ou « impair » ; vide : les deux.', example: '' },
  { name: 'quartier', help: 'Son nom, comme dans la liste des quartiers.', example: '' },
] as const satisfies readonly FileColumn[];

export type StreetColumnName = (typeof STREET_COLUMNS)[number]['name'];

/** Beyond, one looks at nothing any more: the file is to be cut. */
export const MOST_STREET_LINES = 5000;

/** Characters of the longest file read. */
export const LONGEST_STREETS_FILE = 400_000;
