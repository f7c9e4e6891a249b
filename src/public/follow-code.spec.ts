import { isCodeOf, tidyNumber } from './follow-code.js';

describe('the number and the code of a case, as they are copied', () => {
  it('are known again without their dashes and capitals', () => {
    expect(tidyNumber(' d 2026 421 ')).toBe('D-2026-00421');
    expect(tidyNumber('D-2026-00421')).toBe('D-2026-00421');
    expect(isCodeOf('abcd efgh jkmn', 'ABCD-EFGH-JKMN')).toBe(true);
  });

  it('are refused alike when the code is wrong and when there is no such case', () => {
    expect(isCodeOf('ABCD-EFGH-JKMP', 'ABCD-EFGH-JKMN')).toBe(false);
    expect(isCodeOf('ABCD-EFGH-JKMN', undefined)).toBe(false);
    expect(isCodeOf('\u0000', undefined)).toBe(false);
    expect(isCodeOf('', '')).toBe(false);
  });
});
