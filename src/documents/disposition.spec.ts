import { dispositionOf } from './disposition.js';

describe('the way a document is offered', () => {
  it('gives its name in both spellings', () => {
    expect(dispositionOf({ name: 'Été d’ici.pdf', type: 'application/pdf' }, 'attachment')).toBe(
      `attachment; filename="Ete d_ici.pdf"; filename*=UTF-8''%C3%89t%C3%A9%20d%E2%80%99ici.pdf`,
    );
  });

  it('never lets a name leave its quotes', () => {
    expect(dispositionOf({ name: 'a"; b=\\c.txt', type: 'text/plain' }, 'inline')).toBe(
      `inline; filename="a_; b=_c.txt"; filename*=UTF-8''a%22%3B%20b%3D%5Cc.txt`,
    );
  });

  it('shows in the page only what a browser shows safely', () => {
    expect(
      dispositionOf(
        { name: 'a.docx', type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
        'inline',
      ),
    ).toMatch(/^attachment;/);
  });
});
