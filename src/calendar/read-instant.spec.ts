import fc from 'fast-check';
import { printInstant, readInstant } from './read-instant.js';

describe('An instant', () => {
  it.each([
    ['2025-03-10T10:00:00+01:00', '2025-03-10T09:00:00Z'],
    ['2025-07-03T22:30:00Z', '2025-07-03T22:30:00Z'],
    ['2025-03-10T10:00-04:30', '2025-03-10T14:30:00Z'],
    ['2025-03-10t10:00:00.250+0100', '2025-03-10T09:00:00.250Z'],
    ['2028-02-29T00:00:00z', '2028-02-29T00:00:00Z'],
  ])('is read from %s', (text, utc) => {
    const instant = readInstant(text);
    expect(typeof instant === 'number' ? printInstant(instant) : instant).toBe(utc);
  });

  it.each([
    ['', 'invalidInstant'],
    ['10/03/2025', 'invalidInstant'],
    ['2025-03-10 10:00:00+01:00', 'invalidInstant'],
    ['2025-03-10', 'missingOffset'],
    ['2025-03-10T10:00:00', 'missingOffset'],
    ['2026-02-29T10:00:00Z', 'impossibleDate'],
    ['2025-13-01T10:00:00Z', 'impossibleDate'],
    ['2025-03-10T24:00:00Z', 'impossibleTime'],
    ['2025-03-10T10:60:00Z', 'impossibleTime'],
    ['2025-03-10T10:00:60Z', 'impossibleTime'],
    ['2025-03-10T10:00:00+15:00', 'impossibleTime'],
  ])('is not read from %j: %s', (text, fault) => {
    expect(readInstant(text)).toBe(fault);
  });

  it('is read as the platform reads it', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date('2150-12-31'), noInvalidDate: true }), (platform) => {
        expect(readInstant(platform.toISOString())).toBe(platform.getTime());
      }),
    );
  });
});
