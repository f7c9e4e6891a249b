import { frenchSubdivision } from './french-subdivision.js';

describe('A French subdivision', () => {
  it.each([
    ['FR-01', 'Europe/Paris'],
    ['FR-2A', 'Europe/Paris'],
    ['FR-51', 'Europe/Paris'],
    ['FR-95', 'Europe/Paris'],
    ['FR-GP', 'America/Guadeloupe'],
    ['FR-YT', 'Indian/Mayotte'],
    ['FR-PM', 'America/Miquelon'],
  ])('%s lives in %s', (code, zone) => {
    expect(frenchSubdivision(code)).toEqual({ code, suffix: code.slice(3), zone });
  });

  it.each([
    '',
    'FR',
    'FR-',
    'FR-20',
    'FR-00',
    'FR-96',
    'FR-971',
    'FR-GES',
    'FR-NC',
    'FR-51 ',
    'fr-51',
    'DE-51',
    'FR-toString',
  ])('is not %j', (code) => {
    expect(frenchSubdivision(code)).toBeUndefined();
  });
});
