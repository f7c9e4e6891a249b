import type { LocalDate } from '../../domain/time/local-date.js';
import type { KeptCase } from '../database/repositories/erasures.repository.js';
import { keepingOf } from './keeping.js';

const day = (text: string): LocalDate => text as LocalDate;
const TODAY = day('2026-11-25');
const ended: KeptCase = {
  ...{ caseId: '', caseNumber: 'D-2024-00001', title: '', processId: '', processHash: '', limited: false },
  ...{ status: 'ended', closedOn: '2024-11-25', heldUntil: null, heldFor: null },
};
const twoYears = { retention: { n: 2, unit: 'years' }, afterRetention: 'destroy' } as const;

describe('what the law keeps of a case', () => {
  it('goes on the very day its time is over, and not the day before', () => {
    expect(keepingOf(ended, twoYears, TODAY)).toMatchObject({ goes: true, goesOn: '2026-11-25' });
    expect(keepingOf(ended, twoYears, day('2026-11-24'))).toMatchObject({ goes: false, goesOn: '2026-11-25' });
  });

  it('is kept while it is open or may be reopened, frozen, limited, or due to the archives', () => {
    expect(keepingOf({ ...ended, status: 'open', closedOn: null }, twoYears, TODAY)).not.toHaveProperty('goesOn');
    expect(keepingOf({ ...ended, status: 'closed' }, twoYears, TODAY).goes).toBe(false);
    const frozen = keepingOf({ ...ended, heldUntil: '2027-06-30', heldFor: 'recours' }, twoYears, TODAY);
    expect(frozen).toMatchObject({ goes: false, goesOn: '2027-06-30' });
    expect(frozen.why).toMatch(/30\sjuin\s2027\s: recours/);
    expect(keepingOf({ ...ended, limited: true }, twoYears, TODAY).goes).toBe(false);
    expect(keepingOf(ended, { ...twoYears, afterRetention: 'select' }, TODAY).goes).toBe(false);
  });
});
