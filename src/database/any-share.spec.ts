import { anyShare } from './any-share.js';
import { boundParameters } from './bound-parameters.js';

describe('the condition of shares', () => {
  it('compares the process of those alone that are replaced in part', () => {
    const { params, bind } = boundParameters();
    const sql = anyShare([{ persons: ['p-1', 'p-2'] }, { persons: ['p-3'], processes: ['a.b'] }], bind, {
      of: (list) => `x = ANY (${list}) OR y = ANY (${list})`,
      processId: 'z',
    });
    expect(sql).toBe('((x = ANY ($1) OR y = ANY ($1)) OR ((x = ANY ($2) OR y = ANY ($2)) AND z = ANY ($3)))');
    expect(params).toEqual([['p-1', 'p-2'], ['p-3'], ['a.b']]);
  });
});
