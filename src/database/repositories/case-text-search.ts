import type { Sql } from '../database.js';
import type { Bind } from '../bound-parameters.js';

/** What was typed. Words are looked for in what citizens wrote, in their names and in the streets of places. */
export interface CaseText {
  /** The full numbers that may be meant, one a year for a short one. */
  readonly numbers?: readonly string[];
  readonly words?: string;
  /** The same words, where they may say what it is about and then in what street. */
  readonly inStreet?: { readonly about: string; readonly street: string };
  readonly phone?: string;
}

/** What of a case answers to what was typed. */
export interface FoundRow {
  readonly number: boolean;
  readonly phone: boolean;
  readonly name: boolean;
  readonly words: boolean;
  readonly place: boolean;
  /** The place as it was said. */
  readonly placeText: string | null;
  /** Around the words, each between `MARK_FROM` and `MARK_TO`. */
  readonly excerpt: string | null;
}

/** Around a word that was found: characters that nobody types. */
export const MARK_FROM = '\u0002';
export const MARK_TO = '\u0003';

/** A name that was heard, with a letter wrong: more of the words found than that share of their groups of three letters. */
const NAME_LIKENESS = 0.45;
/** Words that half the town uses must not make a search read every case: the latest that match are enough. */
const WORDS_DEPTH = 2000;

/** How unlike a name may be, and the words of a street, which are taken whole: « gare » is not in « garenne ». */
export async function setNameLikeness(sql: Sql, { words }: CaseText): Promise<void> {
  if (words === undefined) return;
  await sql.query(
    `SELECT set_config('pg_trgm.word_similarity_threshold', $1, true), set_config('pg_trgm.strict_word_similarity_threshold', $1, true)`,
    [String(NAME_LIKENESS)],
  );
}

/** A union of ids, each found by its own index; an `OR` would read every case. */
export function textSql({ numbers, words, phone }: CaseText, bind: Bind): string | undefined {
  const parts: string[] = [];
  if (numbers !== undefined) parts.push(`SELECT case_id FROM case_files WHERE case_number = ANY (${bind(numbers)})`);
  if (phone !== undefined) {
    parts.push(`SELECT r.case_id FROM requests r JOIN citizens z ON z.id = r.citizen_id
      WHERE ${inPhone(bind(phone))}`);
  }
  if (words !== undefined) parts.push(...wordsSql(bind(words)));
  return parts.length === 0 ? undefined : parts.map((part) => `(${part})`).join(' UNION ALL ');
}

function wordsSql(words: string): readonly string[] {
  return [
    `SELECT r.case_id FROM requests r WHERE ${inWords(words)} ORDER BY r.received_at DESC LIMIT ${String(WORDS_DEPTH)}`,
    `SELECT r.case_id FROM citizens z JOIN requests r ON r.citizen_id = z.id WHERE ${inName(words)} LIMIT ${String(WORDS_DEPTH)}`,
    `SELECT r.case_id FROM typed t JOIN requests r ON ${IN_STREET} ORDER BY r.received_at DESC LIMIT ${String(WORDS_DEPTH)}`,
  ];
}

/** What was typed, read as « 12 rue de la Gare »: worked out once, not for each row. */
export function typedStreets({ words, inStreet }: CaseText, bind: Bind): string {
  const whole = `(${bind(words)}::text, NULL::text)`;
  const part = inStreet === undefined ? [] : [`(${bind(inStreet.street)}, ${bind(inStreet.about)})`];
  return `typed AS MATERIALIZED (
    SELECT street_name(w) AS name, street_way(w) AS way, substring(street FROM '${NUMBER}') AS number, about
    FROM (SELECT street, about, street_words(street) AS w FROM (VALUES ${[whole, ...part].join(', ')}) AS v (street, about)) s)`;
}

const NUMBER = String.raw`^\s*(\d{1,4})\M`;

/** The same street, a letter wrong or not; another way only where one of both is not said, and so for the number. */
const IN_STREET = `length(t.name) >= 3 AND t.name <<% r.street_name
  AND coalesce(r.street_way = t.way, true)
  AND coalesce(substring(place_label(r.place, r.answers) FROM '${NUMBER}') = t.number, true)
  AND (t.about IS NULL OR to_tsvector('french', r.words) @@ websearch_to_tsquery('french', t.about))`;

function inWords(words: string): string {
  return `to_tsvector('french', r.words) @@ ${wordsQuery(words)}`;
}

function wordsQuery(words: string): string {
  return `websearch_to_tsquery('french', ${words})`;
}

function inName(words: string): string {
  return `fold_text(${words}) <% fold_text(coalesce(z.last_name, '') || ' ' || coalesce(z.first_name, ''))`;
}

function inPhone(phone: string): string {
  return `fold_phone(z.phone) LIKE fold_phone(${phone}) || '%'`;
}

const NO_PART = { number: undefined, phone: undefined, name: undefined, words: undefined, place: undefined };

/** By what each row of a page was found: the same comparisons, on fifty rows. */
export function foundSql({ numbers, words, phone }: CaseText, bind: Bind): string {
  if (numbers === undefined && words === undefined && phone === undefined) return '';
  const typed = words === undefined ? undefined : bind(words);
  const inTyped =
    typed === undefined
      ? {}
      : { name: inName(typed), words: inWords(typed), place: `(SELECT bool_or(${IN_STREET}) FROM typed t)` };
  const parts: Readonly<Record<string, string | undefined>> = {
    ...NO_PART,
    number: numbers === undefined ? undefined : `c.case_number = ANY (${bind(numbers)})`,
    phone: phone === undefined ? undefined : inPhone(bind(phone)),
    ...inTyped,
  };
  const pairs = Object.entries(parts).map(([key, sql]) => `'${key}', coalesce(${sql ?? 'false'}, false)`);
  const excerpt =
    typed === undefined ? 'NULL' : `ts_headline('french', r.words, ${wordsQuery(typed)}, ${bind(EXCERPT)})`;
  return `, jsonb_build_object(${pairs.join(', ')}, 'excerpt', ${excerpt}, 'placeText', place_label(r.place, r.answers)) AS found`;
}

const EXCERPT = `MaxFragments=1, MinWords=12, MaxWords=24, StartSel=${MARK_FROM}, StopSel=${MARK_TO}`;
