import { receivedAt, weekdaysBefore } from './received-at.js';

const WEDNESDAY_NOON = Date.parse('2026-11-25T12:00:00+01:00');

describe('the moment a request reached the town hall', () => {
  it('is today at its hour, or the day before where that hour is still to come', () => {
    expect(receivedAt(WEDNESDAY_NOON, '09:05', 0)).toBe('2026-11-25T09:05:00+01:00');
    expect(receivedAt(WEDNESDAY_NOON, '21:50', 0)).toBe('2026-11-24T21:50:00+01:00');
  });

  it('carries the offset of its own day', () => {
    expect(receivedAt(WEDNESDAY_NOON, '09:05', 40)).toBe('2026-09-30T09:05:00+02:00');
  });

  it('leaves weekends out', () => {
    expect(weekdaysBefore('2026-11-25' as never, 3)).toBe('2026-11-20');
  });
});
