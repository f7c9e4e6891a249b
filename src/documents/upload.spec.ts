import { tidyName } from './upload.js';

describe('the name of a file', () => {
  it('keeps its accents and loses its folders', () => {
    expect(tidyName('C:\\Documents\\Été à l’école.pdf')).toBe('Été à l’école.pdf');
    expect(tidyName('../../etc/passwd')).toBe('passwd');
  });

  it('loses what could break a header, and is never empty', () => {
    expect(tidyName('a\r\nb.pdf')).toBe('ab.pdf');
    expect(tidyName('   ')).toBe('document');
  });

  it('keeps the end of a very long one, which tells the kind of file', () => {
    expect(tidyName(`${'x'.repeat(400)}.pdf`)).toMatch(/^x{196}\.pdf$/);
  });
});
