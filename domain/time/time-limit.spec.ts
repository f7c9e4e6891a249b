import { DAY_COUNT_KINDS } from './day-count.js';
import { parseTimeLimit, printTimeLimit, timeLimitInFrench } from './time-limit.js';

describe('A time limit', () => {
  it.each(DAY_COUNT_KINDS)('is read and printed alike: %s', (kind) => {
    const limit = { n: 10, kind };
    expect(parseTimeLimit(printTimeLimit(limit))).toEqual(limit);
  });

  it.each([
    '',
    '10',
    'workingDays',
    '0 workingDays',
    '-1 months',
    '1.5 months',
    '10  months',
    '10 weeks',
    '99999 months',
    ' 2 months',
  ])('is not read from %j', (text) => {
    expect(parseTimeLimit(text)).toBeUndefined();
  });

  it('is said in French, singular and plural', () => {
    expect(timeLimitInFrench({ n: 10, kind: 'workingDays' })).toBe('10\u00a0jours ouvrés');
    expect(timeLimitInFrench({ n: 1, kind: 'workingDays' })).toBe('1\u00a0jour ouvré');
    expect(timeLimitInFrench({ n: 1, kind: 'businessDays' })).toBe('1\u00a0jour ouvrable');
    expect(timeLimitInFrench({ n: 15, kind: 'calendarDays' })).toBe('15\u00a0jours');
    expect(timeLimitInFrench({ n: 15, kind: 'calendarDaysRolled' })).toBe('15\u00a0jours');
    expect(timeLimitInFrench({ n: 3, kind: 'clearDaysRolled' })).toBe('3\u00a0jours francs');
    expect(timeLimitInFrench({ n: 2, kind: 'months' })).toBe('2\u00a0mois');
    expect(timeLimitInFrench({ n: 2, kind: 'monthsClearRolled' })).toBe('2\u00a0mois (délai franc)');
  });
});
