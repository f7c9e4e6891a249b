import { foldStreetName, type Street, type StreetSide, type Stretch } from '../../domain/place/address.js';
import type { Quartier } from '../../domain/place/quartier.js';
import type { StreetColumnName } from '../../domain/place/street-columns.js';
import {
  HIGHEST_NUMBER,
  numbersInFrench,
  orderedStretches,
  stretchFaults,
} from '../../domain/place/street-stretches.js';
import { foldWords } from '../../domain/text/fold-words.js';
import { typeset } from '../../domain/text/french-typography.js';
import type { ChangedField } from '../database/repositories/settings.repository.js';
import type { StreetFault, StreetLine } from './read-streets-file.js';
import { changedStreetFields } from './street-fields.js';

/** What a file makes of one street. */
export interface PlannedStreet {
  /** The first that names it. */
  readonly line: number;
  readonly name: string;
  readonly outcome: 'added' | 'changed' | 'unchanged' | 'refused';
  readonly fields: readonly ChangedField[];
  readonly faults: readonly StreetFault[];
  readonly before?: Street;
  readonly after: Street;
}

export interface StreetsPlan {
  readonly planned: readonly PlannedStreet[];
  /** Streets of the town that the file does not name. */
  readonly gone: readonly Street[];
}

interface TownPlaces {
  readonly streets: readonly Street[];
  readonly quartiers: readonly Quartier[];
  /** The id of a street that is new, by its folded name. */
  readonly idOf: (folded: string) => string;
}

/** Street by street, what the lines of a file would change; one fault leaves its whole street as it is. */
export function planStreets(lines: readonly StreetLine[], town: TownPlaces): StreetsPlan {
  const known = new Map(town.streets.map((street) => [foldStreetName(street.name), street]));
  const groups = new Map<string, StreetLine[]>();
  for (const line of lines) {
    const folded = foldStreetName(line.cells.rue ?? '');
    groups.set(folded, [...(groups.get(folded) ?? []), line]);
  }
  return {
    planned: [...groups].map(([folded, own]) => planStreet(own, town, { folded, before: known.get(folded) })),
    gone: town.streets.filter(({ name }) => !groups.has(foldStreetName(name))),
  };
}

function planStreet(
  lines: readonly StreetLine[],
  { quartiers, idOf }: TownPlaces,
  { folded, before }: { readonly folded: string; readonly before: Street | undefined },
): PlannedStreet {
  const name = lines[0]?.cells.rue ?? '';
  const read = lines.map((line) => stretchOf(line, quartiers));
  const stretches = read.flatMap((one) => ('stretch' in one ? [one] : []));
  const faults = [
    ...nameFaults(lines, folded),
    ...read.flatMap((one) => ('stretch' in one ? [] : one.faults)),
    ...crossedFaults(stretches, quartiers),
  ];
  const ordered = orderedStretches(stretches.map(({ stretch }) => stretch));
  const after: Street = { id: before?.id ?? idOf(folded), name, stretches: ordered };
  const fields = faults.length === 0 ? changedStreetFields(quartiers, before, after) : [];
  const outcome = outcomeOf({ faults, before, fields });
  const line = lines[0]?.line ?? 1;
  return { line, name, outcome, fields, faults, ...(before === undefined ? {} : { before }), after };
}

function outcomeOf({
  faults,
  before,
  fields,
}: Pick<PlannedStreet, 'faults' | 'fields'> & { readonly before: Street | undefined }): PlannedStreet['outcome'] {
  if (faults.length > 0) return 'refused';
  if (before === undefined) return 'added';
  return fields.length === 0 ? 'unchanged' : 'changed';
}

const NAME_LENGTHS = { min: 3, max: 120 };

function nameFaults(lines: readonly StreetLine[], folded: string): readonly StreetFault[] {
  const name = lines[0]?.cells.rue ?? '';
  const other = lines.find(({ cells }) => cells.rue !== name);
  if (other !== undefined) return [fault(other, 'rue', 'contradiction', `Plus haut, la même rue s’écrit « ${name} ».`)];
  const wrong = folded === '' || name.length < NAME_LENGTHS.min || name.length > NAME_LENGTHS.max;
  return lines[0] !== undefined && wrong
    ? [fault(lines[0], 'rue', 'name', 'Un nom de rue de 3 à 120 caractères est attendu.')]
    : [];
}

interface ReadStretch {
  readonly line: StreetLine;
  readonly stretch: Stretch;
}

/** A line as a stretch, or what is wrong in its cells. */
function stretchOf(
  line: StreetLine,
  quartiers: readonly Quartier[],
): ReadStretch | { readonly faults: readonly StreetFault[] } {
  const [from, to] = [numberIn(line, 'de'), numberIn(line, 'à')];
  const [side, place] = [sideIn(line), quartierIn(line, quartiers)];
  if (isFault(from) || isFault(to) || isFault(side) || isFault(place))
    return { faults: [from, to, side, place].filter(isFault) };
  return { line, stretch: { from, to, ...(side === 'both' ? {} : { side }), quartier: place.id } };
}

function isFault(read: unknown): read is StreetFault {
  return typeof read === 'object' && read !== null && 'code' in read;
}

function quartierIn(line: StreetLine, quartiers: readonly Quartier[]): Quartier | StreetFault {
  const given = line.cells.quartier;
  if (given === undefined) return fault(line, 'quartier', 'missing', 'Un quartier est attendu.');
  const found = quartiers.find(({ id, name }) => [id, name].map(foldWords).includes(foldWords(given)));
  return found ?? fault(line, 'quartier', 'unknown', `« ${given} » n’est pas un quartier de la ville.`);
}

function numberIn(line: StreetLine, column: 'de' | 'à'): number | StreetFault {
  const given = line.cells[column];
  if (given === undefined) return fault(line, column, 'missing', 'Un numéro est attendu.');
  const number = /^\d{1,4}$/.test(given) ? Number(given) : 0;
  if (number >= 1) return number;
  return fault(line, column, 'number', `« ${given} » n’est pas un numéro de 1 à ${String(HIGHEST_NUMBER)}.`);
}

const SIDES: Readonly<Record<string, StreetSide | 'both'>> = {
  '': 'both',
  pair: 'even',
  pairs: 'even',
  impair: 'odd',
  impairs: 'odd',
};

function sideIn(line: StreetLine): StreetSide | 'both' | StreetFault {
  const given = line.cells['côté'] ?? '';
  const side = Object.entries(SIDES).find(([word]) => word === foldWords(given))?.[1];
  return side ?? fault(line, 'côté', 'unknown', `« ${given} » n’est ni pair ni impair.`);
}

/** What is wrong between the stretches of a street. */
function crossedFaults(read: readonly ReadStretch[], quartiers: readonly Quartier[]): readonly StreetFault[] {
  const ids = new Set(quartiers.map(({ id }) => id));
  const found = stretchFaults(
    read.map(({ stretch }) => stretch),
    ids,
  );
  return found.flatMap(({ at, code, other }) => {
    const here = read[at];
    if (here === undefined) return [];
    if (code === 'reversed') return [fault(here.line, 'à', code, 'Le dernier numéro précède le premier.')];
    const above = read[other ?? 0]?.line.line ?? 1;
    const numbers = numbersInFrench(here.stretch);
    return [fault(here.line, 'de', code, `Les numéros ${numbers} chevauchent ceux de la ligne ${String(above)}.`)];
  });
}

function fault({ line }: StreetLine, column: StreetColumnName, code: string, detail: string): StreetFault {
  return { line, column, code, detail: typeset(detail) };
}
