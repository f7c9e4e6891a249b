import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { ORGANISATION_KINDS } from '../../domain/people/directory.js';
import { isLocalDate } from '../../domain/time/local-date.js';
import type { HolidayCorrections } from '../adapters/french-holidays.js';
import { OBSERVED_DAYS } from '../adapters/french-holidays.js';
import { frenchSubdivision } from '../calendar/french-subdivision.js';
import { readableOnWhite } from '../letters/layout/readable-on-white.js';
import type { TownFolder } from './csv-table.js';
import type { CalendarSettings, LetterSettings, OrganisationSheet, TownIdentity } from './town.js';
import { YamlNode } from './yaml-node.js';

const FILE = 'organisations.yaml';

export interface Organisations {
  readonly identity: TownIdentity;
  readonly sheets: readonly OrganisationSheet[];
}

/** Reads the town's identity and its organisations. A file that cannot be read gives no organisation. */
export function readOrganisations({ folder, faults }: TownFolder): Organisations {
  const full = path.join(folder, FILE);
  if (!existsSync(full)) {
    faults.add({ file: FILE, message: 'ce fichier manque dans le dossier de la ville.' });
    return { identity: NOWHERE, sheets: [] };
  }
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(full, 'utf8'), { lineCounter: lines });
  for (const error of document.errors) {
    const message = `ce n’est pas du YAML à cet endroit : ${error.code}.`;
    faults.add({ file: FILE, line: lines.linePos(error.pos[0]).line, message });
  }
  if (document.errors.length > 0) return { identity: NOWHERE, sheets: [] };
  const root = new YamlNode({ file: FILE, document, lines, faults });
  return { identity: identityOf(root.at('town')), sheets: root.list('organisations').map(sheetOf) };
}

const NOWHERE: TownIdentity = { name: '', inseeCode: '', postalCode: '', fictitious: false };

function identityOf(node: YamlNode): TownIdentity {
  const inseeCode = node.text('inseeCode');
  if (!/^(\d{2}|2[AB])\d{3}$/.test(inseeCode)) node.fault('inseeCode', 'le code INSEE a cinq caractères : « 51999 ».');
  return {
    name: node.text('name'),
    inseeCode,
    postalCode: node.text('postalCode'),
    fictitious: node.value('fictitious') === true,
  };
}

function sheetOf(node: YamlNode): OrganisationSheet {
  const id = node.text('id');
  if (!/^[a-z][a-z0-9-]*$/.test(id)) node.fault('id', `l’identifiant « ${id} » s’écrit en minuscules sans accent.`);
  return {
    id,
    kind: node.oneOf('kind', ORGANISATION_KINDS),
    name: node.text('name'),
    shortName: node.text('shortName'),
    legalName: node.text('legalName'),
    authority: node.text('authority'),
    authorityTitle: node.text('authorityTitle'),
    address: {
      lines: node.at('address').texts('lines'),
      postalCode: node.at('address').text('postalCode'),
      city: node.at('address').text('city'),
    },
    phone: node.text('phone'),
    email: node.text('email'),
    website: node.text('website'),
    calendar: calendarOf(node.at('calendar')),
    letters: lettersOf(node.at('letters')),
    tribunal: textsOf(node.at('tribunal'), ['city', 'name', 'website']),
    dataProtection: textsOf(node.at('dataProtection'), ['title', 'email', 'phone']),
  };
}

function lettersOf(node: YamlNode): LetterSettings {
  const texts = textsOf(node, ['place', 'graciousAppealTo', 'footer']);
  if (node.value('colour') === undefined) return texts;
  const colour = node.text('colour');
  if (readableOnWhite(colour) === colour) return { ...texts, colour };
  node.fault('colour', `« ${colour} » ne se lit pas sur du blanc ; écrivez une couleur foncée, par exemple "#0b4f8a".`);
  return texts;
}

function calendarOf(node: YamlNode): CalendarSettings {
  const code = node.text('subdivision');
  const subdivision = frenchSubdivision(code);
  if (subdivision === undefined) node.fault('subdivision', `« ${code} » n’existe pas ; écrivez par exemple FR-51.`);
  const opensAt = node.time('opensAt');
  const closesAt = node.time('closesAt');
  if (closesAt <= opensAt) node.fault('closesAt', 'la fermeture doit venir après l’ouverture.');
  return {
    subdivision: subdivision ?? { code, suffix: code.slice(3), zone: 'Europe/Paris' },
    corrections: correctionsOf(node),
    receptionRule: node.oneOf('receptionRule', ['A', 'B']),
    opensAt,
    closesAt,
    hoursText: node.text('hoursText'),
  };
}

function correctionsOf(node: YamlNode): HolidayCorrections {
  const observed = node.texts('observed').flatMap((day) => {
    const known = OBSERVED_DAYS.find((observedDay) => observedDay === day);
    if (known === undefined) node.fault('observed', `« ${day} » n’est pas connu ; écrivez ${OBSERVED_DAYS.join(', ')}.`);
    return known === undefined ? [] : [known];
  });
  const additional = node.list('additional').flatMap((entry) => {
    const date = entry.text('date');
    if (isLocalDate(date)) return [{ date, label: entry.text('label') }];
    entry.fault('date', `« ${date} » n’est pas une date ; écrivez "2026-03-20" entre guillemets.`);
    return [];
  });
  const abolition = node.value('saintMartinAbolition') === undefined ? [] : [node.oneOf('saintMartinAbolition', ABOLITION)];
  const [saintMartinAbolition] = abolition;
  return { observed, additional, ...(saintMartinAbolition === undefined ? {} : { saintMartinAbolition }) };
}

const ABOLITION = ['05-27', '05-28'] as const;

function textsOf<K extends string>(node: YamlNode, keys: readonly K[]): Readonly<Record<K, string>> {
  return Object.fromEntries(keys.map((key) => [key, node.text(key)])) as Record<K, string>;
}
