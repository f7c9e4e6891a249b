import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Street, Stretch } from '../../domain/place/address.js';
import { foldStreetName, STREET_SIDES } from '../../domain/place/address.js';
import { overlap } from '../../domain/place/street-stretches.js';
import type { Position, Quartier } from '../../domain/place/quartier.js';
import type { CsvLine, TownFolder } from './csv-table.js';
import { readTable } from './csv-table.js';

const QUARTIERS_FILE = 'quartiers.geojson';

/** Reads the neighbourhoods: one GeoJSON feature each, a polygon with `id`, `name`, `priority` and `population`. */
export function readQuartiers(source: TownFolder): readonly Quartier[] {
  const full = path.join(source.folder, QUARTIERS_FILE);
  if (!existsSync(full)) {
    source.faults.add({ file: QUARTIERS_FILE, message: 'ce fichier manque dans le dossier de la ville.' });
    return [];
  }
  const features = featuresOf(readFileSync(full, 'utf8'));
  if (features === undefined) {
    const message = 'ce n’est pas une « FeatureCollection » GeoJSON : exportez-la de nouveau depuis le SIG.';
    source.faults.add({ file: QUARTIERS_FILE, message });
    return [];
  }
  const quartiers = features.map((feature, index) => {
    const quartier = quartierOf(feature);
    if (quartier === undefined) {
      const message = `l’objet n° ${String(index + 1)} doit être un polygone avec id, name, priority (true ou false) et population.`;
      source.faults.add({ file: QUARTIERS_FILE, message });
    }
    return quartier;
  });
  return quartiers.filter((quartier) => quartier !== undefined);
}

function featuresOf(text: string): readonly unknown[] | undefined {
  try {
    const collection: unknown = JSON.parse(text);
    return isRecord(collection) && Array.isArray(collection['features']) ? collection['features'] : undefined;
  } catch {
    return undefined;
  }
}

function quartierOf(feature: unknown): Quartier | undefined {
  if (!isRecord(feature) || !isRecord(feature['properties']) || !isRecord(feature['geometry'])) return undefined;
  const { id, name, priority, population } = feature['properties'];
  const ring = ringOf(feature['geometry']);
  if (typeof id !== 'string' || typeof name !== 'string' || ring === undefined) return undefined;
  if (typeof priority !== 'boolean' || typeof population !== 'number') return undefined;
  return { id, name, priority, population, ring };
}

function ringOf({ type, coordinates }: Readonly<Record<string, unknown>>): readonly Position[] | undefined {
  const outer: unknown = type === 'Polygon' && Array.isArray(coordinates) ? coordinates[0] : undefined;
  return Array.isArray(outer) && outer.length >= 4 && outer.every(isPosition) ? outer : undefined;
}

function isPosition(value: unknown): value is Position {
  return Array.isArray(value) && value.length >= 2 && value.every((number) => typeof number === 'number');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads the streets: one line a stretch, so that a street cut between two neighbourhoods has several. */
export function readStreets(source: TownFolder, quartiers: ReadonlySet<string>): readonly Street[] {
  const streets = new Map<string, Street>();
  const folded = new Map<string, string>();
  for (const line of readTable(source, 'streets.csv', ['id', 'name', 'from', 'to', 'side', 'quartier'])) {
    const id = line.text('id');
    const name = line.text('name');
    const stretch = readStretch(line, quartiers);
    const known = streets.get(id);
    if (known !== undefined && known.name !== name) line.fault(`la voie « ${id} » porte un autre nom plus haut.`);
    if (known?.stretches.some((other) => overlap(other, stretch)) === true) {
      line.fault(`les numéros ${String(stretch.from)} à ${String(stretch.to)} sont déjà attribués plus haut.`);
    }
    const homonym = folded.get(foldStreetName(name));
    if (homonym !== undefined && homonym !== id) line.fault(`« ${name} » se confond avec la voie « ${homonym} ».`);
    folded.set(foldStreetName(name), id);
    streets.set(id, { id, name, stretches: [...(known?.stretches ?? []), stretch] });
  }
  return [...streets.values()];
}

function readStretch(line: CsvLine, quartiers: ReadonlySet<string>): Stretch {
  const from = line.integer('from');
  const to = line.integer('to');
  if (to < from) line.fault('le dernier numéro précède le premier.');
  const side = line.optional('side') === undefined ? undefined : line.oneOf('side', STREET_SIDES);
  return { from, to, ...(side === undefined ? {} : { side }), quartier: line.reference('quartier', quartiers) };
}
