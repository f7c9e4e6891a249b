import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { compileDueDateCommand } from './compile-command.js';

interface Vector {
  readonly id: string;
  readonly counted_from: string;
  readonly expected_date: string;
  readonly expected_close_17h_utc: string;
  readonly expected_end_of_day_excl_utc: string;
}

interface Answer {
  readonly date: string;
  readonly endsAt: string;
  readonly closesAt: string;
  readonly days: readonly { readonly date: string }[];
}

const csv = readFileSync('test/vectors/deadline-vectors.csv', 'utf8');
const vectors: Vector[] = parse(csv, { columns: true });

describe('The due-date command, run as a process of its own', () => {
  const command = compileDueDateCommand();
  const run = (input: string, zone: string): { status: number | null; lines: unknown[]; stderr: string } => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [command], {
      input,
      encoding: 'utf8',
      env: { ...process.env, TZ: zone },
    });
    return {
      status,
      stderr,
      lines: stdout
        .split('\n')
        .slice(0, -1)
        .map((line): unknown => JSON.parse(line)),
    };
  };

  afterAll(() => {
    rmSync(path.resolve(path.dirname(command), '../..'), { recursive: true });
  });

  it('has vectors to answer', () => {
    expect(vectors.length).toBeGreaterThanOrEqual(38);
  });

  it.each(['UTC', 'America/New_York', 'Europe/Paris', 'Pacific/Kiritimati'])(
    'gives the day, its end, its closing and day 0 of every vector on a machine in %s',
    (zone) => {
      const { status, lines, stderr } = run(csv, zone);
      expect(
        (lines as Answer[]).map(({ date, endsAt, closesAt, days }, i) => [
          vectors[i]?.id,
          days[0]?.date,
          date,
          endsAt,
          closesAt,
        ]),
      ).toEqual(
        vectors.map((vector) => [
          vector.id,
          vector.counted_from,
          vector.expected_date,
          vector.expected_end_of_day_excl_utc,
          vector.expected_close_17h_utc,
        ]),
      );
      expect([status, stderr]).toEqual([0, '']);
    },
  );

  it('ends with 1 when a line failed, and has answered the others', () => {
    const [header, first] = csv.split('\n');
    const { status, lines } = run([header, first, first?.replace('ouvres', 'ouvert'), first].join('\n'), 'UTC');
    expect(status).toBe(1);
    expect(lines).toHaveLength(3);
    expect(lines[1]).toMatchObject({ line: 3, error: { column: 'kind', code: 'unknownKind' } });
  });
});
