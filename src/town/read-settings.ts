import type { CsvLine, TownFolder } from './csv-table.js';
import { idsOf, readTable } from './csv-table.js';
import type { Authority, PhoneNumber, Tariff, TownClosure, TownLink } from './town.js';
import { CLOSURE_KINDS } from './town.js';

/** Reads closures, half-days and exceptional openings; two entries for one organisation and day are a fault. */
export function readClosures(source: TownFolder, organisations: ReadonlySet<string>): readonly TownClosure[] {
  const columns = ['organisation', 'date', 'kind', 'closesAt', 'label', 'decidedAt', 'decidedBy'];
  const seen = new Set<string>();
  return readTable(source, 'closures.csv', columns).map((line) => {
    const closure = readClosure(line, organisations);
    const key = `${closure.organisation} ${closure.date}`;
    if (seen.has(key)) line.fault(`le ${closure.date} est déjà dit plus haut pour cet organisme.`);
    seen.add(key);
    return closure;
  });
}

function readClosure(line: CsvLine, organisations: ReadonlySet<string>): TownClosure {
  const kind = line.oneOf('kind', CLOSURE_KINDS);
  if (kind !== 'earlyClosing' && line.optional('closesAt') !== undefined) {
    line.fault('closesAt ne se remplit que pour earlyClosing.');
  }
  return {
    organisation: line.reference('organisation', organisations),
    date: line.date('date'),
    kind,
    ...(kind === 'earlyClosing' ? { closesAt: line.time('closesAt') } : {}),
    label: line.text('label'),
    decidedAt: line.date('decidedAt'),
    decidedBy: line.text('decidedBy'),
  };
}

/** Reads the prices voted by the town. */
export function readTariffs(source: TownFolder): readonly Tariff[] {
  const columns = ['key', 'label', 'amount', 'unit', 'decidedAt', 'deliberation'];
  const lines = readTable(source, 'tariffs.csv', columns);
  idsOf(lines, 'key');
  return lines.map((line) => ({
    key: line.text('key'),
    label: line.text('label'),
    cents: line.cents('amount'),
    unit: line.text('unit'),
    decidedAt: line.date('decidedAt'),
    deliberation: line.text('deliberation'),
  }));
}

/** Reads the telephone numbers that scripts name by key. */
export function readPhoneNumbers(source: TownFolder): readonly PhoneNumber[] {
  const lines = readTable(source, 'phone-numbers.csv', ['key', 'label', 'number', 'hours']);
  idsOf(lines, 'key');
  return lines.map((line) => ({
    key: line.text('key'),
    label: line.text('label'),
    number: line.text('number'),
    hours: line.text('hours'),
  }));
}

/** Reads the web addresses that téléservices name by key. */
export function readLinks(source: TownFolder): readonly TownLink[] {
  const lines = readTable(source, 'links.csv', ['key', 'label', 'url']);
  idsOf(lines, 'key');
  return lines.map((line) => {
    const url = line.text('url');
    if (!url.startsWith('https://')) line.fault('une adresse commence par https://.');
    return { key: line.text('key'), label: line.text('label'), url };
  });
}

/** Reads the other authorities to which requests are passed on. */
export function readAuthorities(source: TownFolder): readonly Authority[] {
  const columns = ['id', 'name', 'email', 'phone', 'address', 'postalCode', 'city'];
  const lines = readTable(source, 'authorities.csv', columns);
  idsOf(lines);
  return lines.map((line) => {
    const [email, phone] = [line.optional('email'), line.optional('phone')];
    if (email !== undefined && !email.includes('@')) line.fault('email doit être une adresse électronique.');
    return {
      id: line.text('id'),
      name: line.text('name'),
      ...(email === undefined ? {} : { email }),
      ...(phone === undefined ? {} : { phone }),
      address: { lines: line.text('address').split(' / '), postalCode: line.text('postalCode'), city: line.text('city') },
    };
  });
}
