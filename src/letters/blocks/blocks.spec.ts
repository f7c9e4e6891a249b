import fc from 'fast-check';
import { typeset } from '../../../domain/text/french-typography.js';
import { blocksToHtml } from './block-html.js';
import { blocksToText } from './block-text.js';
import { escapeMarkdown, parseMarkdown } from './parse-markdown.js';

describe('parseMarkdown', () => {
  it('reads paragraphs, line breaks, lists, bold, italic and links', () => {
    const source =
      'Bonjour,\\\nMerci de **votre *patience*** .\n\nPièces:\n- la carte ;\n- le plan\n  cadastral.\n\n1. un\n2) deux\n\nVoir [le site](https://ville.example/a_b).';
    expect(parseMarkdown(source)).toEqual([
      {
        kind: 'paragraph',
        spans: [
          { kind: 'text', text: 'Bonjour,' },
          { kind: 'break' },
          { kind: 'text', text: 'Merci de ' },
          {
            kind: 'strong',
            spans: [
              { kind: 'text', text: 'votre ' },
              { kind: 'emphasis', spans: [{ kind: 'text', text: 'patience' }] },
            ],
          },
          { kind: 'text', text: ' .' },
        ],
      },
      { kind: 'paragraph', spans: [{ kind: 'text', text: 'Pièces\u00a0:' }] },
      {
        kind: 'list',
        ordered: false,
        items: [[{ kind: 'text', text: 'la carte\u00a0;' }], [{ kind: 'text', text: 'le plan cadastral.' }]],
      },
      { kind: 'list', ordered: true, items: [[{ kind: 'text', text: 'un' }], [{ kind: 'text', text: 'deux' }]] },
      {
        kind: 'paragraph',
        spans: [
          { kind: 'text', text: 'Voir ' },
          { kind: 'link', href: 'https://ville.example/a_b', text: 'le site' },
          { kind: 'text', text: '.' },
        ],
      },
    ]);
  });

  it('makes no link of a script, a file or a bare address', () => {
    for (const source of [
      '[x](javascript:alert(1))',
      '[x](file:///etc/passwd)',
      'https://ailleurs.example',
      '<b>x</b>',
    ]) {
      expect(parseMarkdown(source)).toEqual([{ kind: 'paragraph', spans: [{ kind: 'text', text: source }] }]);
    }
  });

  it('reads an escaped text as the same words on one line, whatever they are', () => {
    const marks = fc.constantFrom(
      '*',
      '**',
      '[',
      '](https://a.example)',
      '- ',
      '1. ',
      '\n',
      '\n\n',
      '\\',
      '<',
      '&',
      'mot',
      ' ',
      '_',
    );
    fc.assert(
      fc.property(fc.array(marks, { minLength: 1, maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const words = text.replace(/\s+/g, ' ').trim();
        fc.pre(words !== '');
        expect(parseMarkdown(escapeMarkdown(text))).toEqual([
          { kind: 'paragraph', spans: [{ kind: 'text', text: typeset(words) }] },
        ]);
      }),
    );
  });
});

describe('blocksToText', () => {
  it('wraps at 72 columns, hangs list lines and writes addresses out', () => {
    const text = blocksToText(
      parseMarkdown(
        `Voir [la page de suivi](https://ville.example/suivi) ou [mairie@ville.example](mailto:mairie@ville.example).\n\n- ${'mot '.repeat(30)}`,
      ),
    );
    expect(text).toContain('la page de suivi (https://ville.example/suivi)');
    expect(text).not.toContain('mairie@ville.example (');
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(72);
    expect(text).toContain('\n  mot');
  });

  it('never breaks at a no-break space', () => {
    const text = blocksToText(parseMarkdown(`${'x'.repeat(66)} a n° 12 :`));
    expect(text.split('\n')).toEqual([`${'x'.repeat(66)} a`, 'n°\u00a012\u00a0:']);
  });
});

describe('blocksToHtml', () => {
  it('escapes every text and attribute', () => {
    const html = blocksToHtml(parseMarkdown('<script> & "x" **<i>** [<a>](https://a.example/"b)'));
    expect(html).not.toMatch(/<script|<i>|<a>|"b/);
    expect(html).toContain('<strong>&#60;i&#62;</strong>');
  });
});
