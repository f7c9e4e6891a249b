/** A street of the town, cut where it leaves one neighbourhood for another. */
export interface Street {
  readonly id: string;
  /** Official name: « Avenue du Pont-Canal ». */
  readonly name: string;
  readonly stretches: readonly Stretch[];
}

/** House numbers `from` to `to`, both included. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** Which side; absent: both. */
  readonly side?: StreetSide;
  readonly quartier: string;
}

export const STREET_SIDES = ['even', 'odd'] as const;

export type StreetSide = (typeof STREET_SIDES)[number];

/** What a citizen wrote or said, taken apart: « 12 bis av. du Pont Canal ». */
export interface WrittenAddress {
  readonly number?: number;
  readonly suffix?: string;
  readonly street: string;
}

/** Where an address lies. */
export type Location =
  | { readonly kind: 'found'; readonly street: Street; readonly quartier: string }
  /** The street runs through several neighbourhoods and the number does not say which: a person chooses. */
  | { readonly kind: 'undecided'; readonly street: Street; readonly quartiers: readonly string[] }
  /** No street of that name in the town: outside the commune, or misspelt beyond what we fold. */
  | { readonly kind: 'unknown' };

const NUMBER_FIRST = /^\s*(?:n\s*[°o]?\s*)?(\d{1,4})\s*(?:(bis|ter|quater|[a-d])\b)?\s*[,-]?\s*(\S.*)$/i;

/** « Rue du Falot, face au 9 », « rue du Falot 9 bis »; the 8 of « rue du 8-Mai-1945 » is of its name. */
const NUMBER_LAST =
  /^([^,\d]*[^,\d\s])(?:\s*,\D*|\s+)(\d{1,4})(?![\s-]*(?:janv|f[ée]vr|mars|avr|mai|juin|juil|ao[ûu]t|sept|oct|nov|d[ée]c))\s*(bis|ter|quater|[a-d])?\b/i;

/** Takes an address apart; what has no number is a street alone, up to the first comma. */
export function parseAddress(text: string): WrittenAddress {
  const [, number, suffix, street] = NUMBER_FIRST.exec(text) ?? reordered(NUMBER_LAST.exec(text)) ?? [];
  if (number === undefined || street === undefined) return { street: text.split(',')[0]?.trim() ?? '' };
  return {
    number: Number(number),
    ...(suffix === undefined ? {} : { suffix: suffix.toLowerCase() }),
    street: street.trim(),
  };
}

function reordered(found: RegExpExecArray | null): readonly (string | undefined)[] | undefined {
  return found === null ? undefined : [found[0], found[2], found[3], found[1]];
}

/** Finds the street and the neighbourhood of an address. */
export function locate(streets: readonly Street[], address: WrittenAddress): Location {
  const street = findStreet(streets, address.street);
  if (street === undefined) return { kind: 'unknown' };
  const everywhere = quartiersOf(street.stretches);
  const here = address.number === undefined ? everywhere : quartiersOf(stretchesAt(street, address.number));
  // A number the town never gave (a new building, a slip) still lies in the street.
  const quartiers = here.length === 0 ? everywhere : here;
  const [only, ...others] = quartiers;
  return only !== undefined && others.length === 0
    ? { kind: 'found', street, quartier: only }
    : { kind: 'undecided', street, quartiers };
}

/** The street whose folded name is the folded text; without the type of way too, when only one street remains. */
export function findStreet(streets: readonly Street[], text: string): Street | undefined {
  const asked = foldStreetName(text);
  if (asked === '') return undefined;
  const exact = streets.find(({ name }) => foldStreetName(name) === asked);
  if (exact !== undefined) return exact;
  const bare = streets.filter(({ name }) => withoutWay(foldStreetName(name)) === withoutWay(asked));
  const sameWay = bare.length === 1 && withoutWay(asked) === asked;
  return sameWay ? bare[0] : undefined;
}

/** Streets whose name holds every word begun in the text, for a list that narrows as one types. */
export function suggestStreets(streets: readonly Street[], text: string, limit: number): readonly Street[] {
  const words = foldStreetName(parseAddress(text).street).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  return streets
    .filter(({ name }) => {
      const own = foldStreetName(name).split(' ');
      return words.every((word) => own.some((ownWord) => ownWord.startsWith(word)));
    })
    .slice(0, limit);
}

/**
 * One spelling for all the ways of writing a street: no accents, case, hyphens or apostrophes; abbreviations of the way
 * spelt out (« av. », « bd », « r. »); « saint » for « st »; articles dropped, since people forget them.
 */
export function foldStreetName(text: string): string {
  const words = text
    .replaceAll('œ', 'oe')
    .replaceAll('Œ', 'OE')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  // Articles go first: « la r. » begins with its way as « r. » does.
  const kept = words.filter((word) => !ARTICLES.has(word));
  const [way, ...rest] = kept.length > 0 ? kept : words;
  if (way === undefined) return '';
  return [WAYS[way] ?? WORDS[way] ?? way, ...rest.map((word) => WORDS[word] ?? word)].join(' ');
}

/** Way types that begin a name, by what people write. */
const WAYS: Readonly<Record<string, string | undefined>> = {
  al: 'allee',
  all: 'allee',
  av: 'avenue',
  ave: 'avenue',
  aven: 'avenue',
  bd: 'boulevard',
  bld: 'boulevard',
  blvd: 'boulevard',
  boul: 'boulevard',
  ch: 'chemin',
  che: 'chemin',
  chem: 'chemin',
  imp: 'impasse',
  pass: 'passage',
  pl: 'place',
  prom: 'promenade',
  q: 'quai',
  r: 'rue',
  rte: 'route',
  sq: 'square',
  venelles: 'venelle',
};

const WORDS: Readonly<Record<string, string | undefined>> = { st: 'saint', ste: 'sainte', gd: 'grand', gde: 'grande' };

const ARTICLES = new Set(['a', 'au', 'aux', 'd', 'de', 'des', 'du', 'en', 'et', 'l', 'la', 'le', 'les', 'sur']);

const FULL_WAYS = new Set([
  'allee',
  'avenue',
  'boulevard',
  'chemin',
  'cour',
  'cours',
  'esplanade',
  'impasse',
  'mail',
  'passage',
  'place',
  'promenade',
  'quai',
  'route',
  'rue',
  'ruelle',
  'sente',
  'sentier',
  'square',
  'venelle',
]);

function withoutWay(folded: string): string {
  const [way, ...rest] = folded.split(' ');
  return way !== undefined && FULL_WAYS.has(way) && rest.length > 0 ? rest.join(' ') : folded;
}

function stretchesAt(street: Street, number: number): readonly Stretch[] {
  const side: StreetSide = number % 2 === 0 ? 'even' : 'odd';
  return street.stretches.filter(
    (stretch) => stretch.from <= number && number <= stretch.to && (stretch.side ?? side) === side,
  );
}

function quartiersOf(stretches: readonly Stretch[]): readonly string[] {
  return [...new Set(stretches.map(({ quartier }) => quartier))];
}
