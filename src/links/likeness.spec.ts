import type { ReportRow } from '../database/repositories/duplicates.repository.js';
import { likeness } from './likeness.js';

const LAMP: ReportRow = {
  caseId: 'one',
  processId: 'eclairage.lampadaire-eteint',
  theme: 'eclairage',
  citizenId: null,
  quartier: 'centre',
  street: 'rue des lilas',
  placeText: '3 rue des lilas',
  latitude: null,
  longitude: null,
  receivedAt: new Date('2026-11-12T09:00:00Z'),
};

const other = (changes: Partial<ReportRow>): ReportRow => ({ ...LAMP, caseId: 'two', ...changes });

describe('two reports', () => {
  it('are alike in the same street where the process has a radius, and only at the same written place elsewhere', () => {
    const next = other({ placeText: '5 rue des lilas' });
    expect(likeness(LAMP, next, 30)?.reasons[0]).toBe('même rue');
    expect(likeness(LAMP, next, undefined)).toBeUndefined();
    expect(likeness(LAMP, other({}), undefined)?.reasons[0]).toBe('même lieu');
  });

  it('are measured where both were pointed at on a map: the radius decides, not the name of the street', () => {
    const here = { ...LAMP, latitude: 48.95, longitude: 4.36 };
    const near = other({ latitude: 48.9501, longitude: 4.36 });
    const far = other({ latitude: 48.96, longitude: 4.36 });
    expect(likeness(here, near, 30)?.reasons[0]).toBe('à 11\u00a0m');
    expect(likeness(here, far, 30)).toBeUndefined();
  });

  it('are not alike in two neighbourhoods of one long street', () => {
    expect(likeness(LAMP, other({ placeText: '300 rue des lilas', quartier: 'gare' }), 30)).toBeUndefined();
  });

  it('are alike from one citizen wherever they are, less than at one place', () => {
    const mine = { ...LAMP, citizenId: 'ali' };
    const elsewhere = other({ citizenId: 'ali', street: 'rue du port', placeText: '1 rue du port', quartier: 'port' });
    const same = likeness(mine, other({ citizenId: 'ali' }), 30);
    const less = likeness(mine, elsewhere, 30);
    expect(less?.reasons[0]).toBe('même usager');
    expect(same!.score).toBeGreaterThan(less!.score);
  });

  it('say how far apart in time they are, on which side', () => {
    const reasons = (at: string): string | undefined =>
      likeness(LAMP, other({ receivedAt: new Date(at) }), 30)?.reasons.at(-1);
    expect(reasons('2026-11-12T10:00:00Z')).toBe('à moins d’un jour');
    expect(reasons('2026-11-11T09:00:00Z')).toBe('1\u00a0jour avant');
    expect(reasons('2026-11-15T09:00:00Z')).toBe('3\u00a0jours après');
  });
});
