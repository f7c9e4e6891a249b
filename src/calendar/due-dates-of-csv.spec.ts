import type { DueDateAnswer, DueDateError, DueDateLine } from './due-dates-of-csv.js';
import { dueDatesOfCsv } from './due-dates-of-csv.js';

const HEADER = 'start,kind,n,calendar,closures,reception_rule';
const GOOD = '2025-03-10T10:00:00+01:00,ouvres,2,FR-51,,A';

async function* pieces(parts: readonly (string | Uint8Array)[]): AsyncGenerator<string | Uint8Array> {
  for (const part of parts) yield await Promise.resolve(part);
}

async function ask(...parts: readonly (string | Uint8Array)[]): Promise<DueDateLine[]> {
  const lines: DueDateLine[] = [];
  for await (const line of dueDatesOfCsv(pieces(parts))) lines.push(line);
  return lines;
}

const dates = (lines: readonly DueDateLine[]): (string | number)[] =>
  lines.map((line) => ('date' in line ? line.date : line.line));
const faults = (lines: readonly DueDateLine[]): (string | null)[][] =>
  lines.filter((line): line is DueDateError => 'error' in line).map(({ error }) => [error.column, error.code]);

describe('The due dates of a CSV', () => {
  it('are one answer a record, with the end of the day, the closing and each day’s reason', async () => {
    const [answer] = (await ask(`${HEADER}\n2026-07-10T16:50:00+02:00,ouvres,2,FR-51,,A\n`)) as [DueDateAnswer];
    expect(answer).toEqual({
      date: '2026-07-15',
      endsAt: '2026-07-15T22:00:00Z',
      closesAt: '2026-07-15T15:00:00Z',
      days: [
        { date: '2026-07-10', counted: false, reason: 'startDay' },
        { date: '2026-07-11', counted: false, reason: 'weekend' },
        { date: '2026-07-12', counted: false, reason: 'weekend' },
        { date: '2026-07-13', counted: true, number: 1 },
        { date: '2026-07-14', counted: false, reason: 'publicHoliday', label: 'Fête nationale' },
        { date: '2026-07-15', counted: true, number: 2 },
      ],
    });
  });

  it('do not mind the order of columns, others, a byte order mark, line ends, quotes and blank lines', async () => {
    const head = 'note,N,"kind",closures,start,calendar,reception_rule';
    const row = '"deux, ou ""trois""",2,ouvres,"2025-03-11 2025-03-12",2025-03-10T10:00:00+01:00,FR-51,A';
    expect(dates(await ask(`\uFEFF${head}\r\n${row}\r\n\r\n  \r\n${row}`))).toEqual(['2025-03-14', '2025-03-14']);
    expect(dates(await ask(new TextEncoder().encode(`\uFEFF${HEADER}\r${GOOD}\r`)))).toEqual(['2025-03-12']);
    expect(dates(await ask(`${HEADER};note\n${GOOD};é`.replaceAll(',', ';')))).toEqual(['2025-03-12']);
    expect(dates(await ask(`${HEADER}\n${GOOD}`.replaceAll(',', '\t')))).toEqual(['2025-03-12']);
  });

  it('are the same however the bytes are cut', async () => {
    const text = `\uFEFFnote,${HEADER}\r\n"é\r\nà, ""…""",${GOOD}\r\nx,${GOOD.replace('ouvres', 'hier')}\r\n`;
    const bytes = new TextEncoder().encode(text);
    const whole = await ask(bytes);
    expect(dates(whole)).toEqual(['2025-03-12', 4]);
    for (const size of [1, 2, 3, 7]) {
      const cut = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
        bytes.slice(i * size, (i + 1) * size),
      );
      expect(await ask(...cut)).toEqual(whole);
    }
  });

  it('name the physical line of a fault, and go on after it', async () => {
    const lines = await ask(
      `${HEADER}\n\n"x${GOOD}\n${GOOD}\n${GOOD},extra\n${GOOD},,\n${'9'.repeat(100_001)}\n${GOOD}\n`,
    );
    expect(dates(lines)).toEqual([3, '2025-03-12', 5, '2025-03-12', 7, '2025-03-12']);
    expect(faults(lines)).toEqual([
      [null, 'brokenQuotes'],
      [null, 'tooManyCells'],
      [null, 'lineTooLong'],
    ]);
  });

  it.each([
    ['start', 'missing', ',ouvres,2,FR-51,,A'],
    ['start', 'invalidInstant', 'hier,ouvres,2,FR-51,,A'],
    ['start', 'missingOffset', '2025-03-10T10:00:00,ouvres,2,FR-51,,A'],
    ['start', 'impossibleDate', '2025-02-29T10:00:00Z,ouvres,2,FR-51,,A'],
    ['start', 'impossibleTime', '2025-02-28T25:00:00Z,ouvres,2,FR-51,,A'],
    ['start', 'outOfRange', '1982-12-31T10:00:00Z,ouvres,2,FR-51,,A'],
    ['start', 'outOfRange', '2151-01-01T10:00:00Z,ouvres,2,FR-51,,A'],
    ['kind', 'missing', '2025-03-10T10:00:00Z,,2,FR-51,,A'],
    ['kind', 'unknownKind', '2025-03-10T10:00:00Z,jours,2,FR-51,,A'],
    ['n', 'missing', '2025-03-10T10:00:00Z,ouvres,,FR-51,,A'],
    ['n', 'notAnInteger', '2025-03-10T10:00:00Z,ouvres,deux,FR-51,,A'],
    ['n', 'notAnInteger', '2025-03-10T10:00:00Z,ouvres,1.5,FR-51,,A'],
    ['n', 'tooSmall', '2025-03-10T10:00:00Z,ouvres,0,FR-51,,A'],
    ['n', 'tooSmall', '2025-03-10T10:00:00Z,ouvres,-2,FR-51,,A'],
    ['n', 'tooLarge', '2025-03-10T10:00:00Z,ouvres,99999999999999999999,FR-51,,A'],
    ['n', 'outOfRange', '2025-03-10T10:00:00Z,mois,9999,FR-51,,A'],
    ['n', 'outOfRange', '2150-12-31T10:00:00Z,ouvres,1,FR-51,,A'],
    ['calendar', 'missing', '2025-03-10T10:00:00Z,ouvres,2,,,A'],
    ['calendar', 'unknownCalendar', '2025-03-10T10:00:00Z,ouvres,2,FR-00,,A'],
    ['closures', 'invalidDate', '2025-03-10T10:00:00Z,ouvres,2,FR-51,2025-04-31,A'],
    ['reception_rule', 'missing', '2025-03-10T10:00:00Z,ouvres,2,FR-51'],
    ['reception_rule', 'unknownRule', '2025-03-10T10:00:00Z,ouvres,2,FR-51,,C'],
  ])('refuse %s as %s in %s', async (column, code, row) => {
    const lines = await ask(`${HEADER}\n${GOOD}\n${row}\n`);
    expect(dates(lines)).toEqual(['2025-03-12', 3]);
    expect(faults(lines)).toEqual([[column, code]]);
    expect((lines[1] as DueDateError).error.message).toMatch(/^[A-ZÀ-Ý].*\.$/);
  });

  it('are refused at once when the header says too little, too much or nothing', async () => {
    expect(faults(await ask())).toEqual([[null, 'emptyInput']]);
    expect(faults(await ask('\n \n'))).toEqual([[null, 'emptyInput']]);
    expect(faults(await ask(`start,kind,calendar,closures,reception_rule\n${GOOD}`))).toEqual([['n', 'missingColumn']]);
    expect(faults(await ask(`${HEADER},kind\n${GOOD},x`))).toEqual([['kind', 'doubledColumn']]);
    expect(await ask(HEADER)).toEqual([]);
  });

  it('reach far, on a calendar made for it', async () => {
    const rows = ['1983-01-01T00:00:00+01:00,ouvres,2,FR-51,,A', '2025-03-10T10:00:00Z,ouvres,9999,FR-51,,A'];
    expect(dates(await ask([HEADER, ...rows].join('\n')))).toEqual(['1983-01-04', '2064-11-03']);
  });

  it('tell apart the two passages of the hour that comes twice', async () => {
    const rows = ['+02:00', '+01:00'].map((offset) => `2025-10-26T02:30:00${offset},ouvres,2,FR-51,,A`);
    expect(dates(await ask([HEADER, ...rows].join('\n')))).toEqual(['2025-10-28', '2025-10-28']);
  });
});
