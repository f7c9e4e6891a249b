import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The street of the place of a request, apart from its way: a search by street finds it, a letter wrong or not. */
export class StreetsOfRequests1764003210000 implements MigrationInterface {
  readonly name = 'StreetsOfRequests1764003210000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [FUNCTIONS, COLUMNS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE requests DROP COLUMN street_name, DROP COLUMN street_way;
      DROP FUNCTION street_name(text), street_way(text), street_words(text), place_label(jsonb, jsonb);`);
  }
}

/** Ways, and how people write them. */
const WAYS: Readonly<Record<string, readonly string[]>> = {
  allee: ['allee', 'al', 'all'],
  avenue: ['avenue', 'av', 'ave', 'aven'],
  boulevard: ['boulevard', 'bd', 'bld', 'blvd', 'boul'],
  chemin: ['chemin', 'ch', 'che', 'chem'],
  cour: ['cour'],
  cours: ['cours'],
  esplanade: ['esplanade'],
  impasse: ['impasse', 'imp'],
  mail: ['mail'],
  passage: ['passage', 'pass'],
  place: ['place', 'pl'],
  promenade: ['promenade', 'prom'],
  quai: ['quai', 'q'],
  route: ['route', 'rte'],
  rue: ['rue', 'r'],
  ruelle: ['ruelle'],
  sente: ['sente'],
  sentier: ['sentier'],
  square: ['square', 'sq'],
  venelle: ['venelle', 'venelles'],
};

const WAY_BY_WORD = JSON.stringify(
  Object.fromEntries(Object.entries(WAYS).flatMap(([way, words]) => words.map((word) => [word, way]))),
);

/** None is strict: Postgres then puts their text in place of the call, and works out once what depends on no row. */
const FUNCTIONS = `
  -- The place of the request itself, or else the first place among its answers.
  CREATE FUNCTION place_label(place jsonb, answers jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT coalesce(place->>'text', jsonb_path_query_first(answers, '$.* ? (exists (@.label))')->>'label') $$;
  -- « 12 bis, av. de l’Église, 3e étage » is « av eglise »: without its number, its articles, and what follows a comma.
  CREATE FUNCTION street_words(input text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT btrim(regexp_replace(regexp_replace(regexp_replace(
      split_part(regexp_replace(public.fold_text(input), '^\\s*(n\\s*[°o]?\\s*)?[0-9]{1,4}\\s*((bis|ter|quater|[a-d])\\M)?[\\s,-]*', ''), ',', 1),
      '[^a-z0-9]+', ' ', 'g'), '\\m(a|au|aux|d|de|des|du|en|et|l|la|le|les|sur)\\M', ' ', 'g'), '\\s+', ' ', 'g')) $$;
  -- « avenue »: how the words of a street begin, in full; null where they begin with no way.
  CREATE FUNCTION street_way(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT '${WAY_BY_WORD}'::jsonb ->> substring(words FROM '^(\\S+) \\S') $$;
  -- « eglise »: the words without the way.
  CREATE FUNCTION street_name(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT regexp_replace(regexp_replace(
      CASE WHEN public.street_way(words) IS NULL THEN words ELSE substr(words, strpos(words, ' ') + 1) END,
      '\\mst\\M', 'saint', 'g'), '\\mste\\M', 'sainte', 'g') $$;
`;

const COLUMNS = `
  ALTER TABLE requests
    ADD COLUMN street_name text GENERATED ALWAYS AS (street_name(street_words(place_label(place, answers)))) STORED,
    ADD COLUMN street_way text GENERATED ALWAYS AS (street_way(street_words(place_label(place, answers)))) STORED;
  CREATE INDEX requests_street ON requests USING gin (street_name gin_trgm_ops);
`;
