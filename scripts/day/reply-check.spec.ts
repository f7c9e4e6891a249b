import type { CaseDetail, JournalLine } from './api-shapes.js';
import { replyBreaches } from './reply-check.js';

const closed = {
  caseId: 'c1',
  status: 'closed',
  conclusion: 'answered',
  replyChannel: 'email',
  messages: [],
  tasks: [],
} as unknown as CaseDetail;
const sent: JournalLine = { revision: 4, code: 'event.replySent', event: { kind: 'replySent', effect: 'c1.2' } };
const reopened: JournalLine = { revision: 5, code: 'command.reopen' };
const mails = new Map([['<c1.2@parvis.invalid>', 1]]);

describe('the check of the replies of a case', () => {
  it('finds nothing where the reply left once', () => {
    expect(replyBreaches(closed, [sent], mails)).toEqual([]);
    expect(replyBreaches(closed, [sent, reopened, { ...sent, revision: 9 }], mails)).toEqual([]);
  });

  it('finds a reply that left twice', () => {
    expect(replyBreaches(closed, [sent, sent], mails)).toContain('une réponse est partie deux fois');
  });

  it('finds an answered case from which nothing left', () => {
    expect(replyBreaches(closed, [], mails)).toHaveLength(1);
    expect(replyBreaches({ ...closed, replyChannel: 'spoken' }, [], mails)).toEqual([]);
  });

  it('finds a mail that the server got twice or never', () => {
    expect(replyBreaches(closed, [sent], new Map())).toHaveLength(1);
    expect(replyBreaches(closed, [sent], new Map([['<c1.2@parvis.invalid>', 2]]))).toHaveLength(1);
  });

  it('finds a sending that nobody was asked about', () => {
    const stuck = { ...closed, status: 'open', messages: [{ direction: 'out', kind: 'sendReply', state: 'reserved' }] };
    expect(replyBreaches({ ...stuck, replyState: 'toPost' } as CaseDetail, [], mails)).toHaveLength(1);
    expect(replyBreaches({ ...stuck, replyState: 'sending' } as CaseDetail, [], mails)).toEqual([]);
  });
});
