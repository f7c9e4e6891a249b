import type { LocalDate } from '../../domain/time/local-date.js';
import { icalendarOf } from './icalendar.js';

const NOW = new Date('2026-03-30T08:15:42.123Z');
const day = {
  uid: 't1@parvis.example',
  on: '2026-12-31' as LocalDate,
  summary: 'D-2026-00001 : trou, rue des Teinturières ; suite\\fin',
  url: 'https://parvis.example/taches/t1',
};

describe('a calendar feed', () => {
  it('gives each thing a whole day, which ends the next one, and a text without a bare sign', () => {
    const lines = icalendarOf('Mes échéances', [day], NOW).split('\r\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'DTSTAMP:20260330T081542Z',
        'DTSTART;VALUE=DATE:20261231',
        'DTEND;VALUE=DATE:20270101',
        'SUMMARY:D-2026-00001 : trou\\, rue des Teinturières \\; suite\\\\fin',
      ]),
    );
    expect([lines[0], lines.at(-2), lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR', '']);
  });

  it('folds what is longer than 75 bytes, and nothing is lost', () => {
    const summary = 'é'.repeat(200);
    const text = icalendarOf('x', [{ ...day, summary }], NOW);
    expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${summary}\r\n`);
  });

  it('without anything is a calendar all the same', () => {
    expect(icalendarOf('x', [], NOW)).not.toContain('VEVENT');
  });
});
