import { crc32, deflateSync } from 'node:zlib';
import { readLogo, type LogoFault } from './logo.js';
import type { Logo } from '../town/town.js';

const HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">';

function svg(inner: string, before = ''): Logo | LogoFault {
  return readLogo(Buffer.from(`${before}${HEAD}${inner}</svg>`));
}

function written(logo: Logo | LogoFault): string {
  return typeof logo === 'string' ? logo : Buffer.from(logo.content, 'base64').toString('utf8');
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function png(width: number, extra: readonly Buffer[] = []): Buffer {
  const header = Buffer.from([0, 0, width >> 8, width & 255, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const pixels = deflateSync(Buffer.alloc(width + 1));
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    ...extra,
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('the logo of an organisation', () => {
  it('keeps the drawing of an SVG, and leaves out what draws nothing', () => {
    const kept = written(
      svg(
        '<!-- maker --><metadata><x:y/>secret</metadata><sodipodi:view a="1"><g/></sodipodi:view><style>.a{fill:#123}</style><g class="a"><path d="M0 0L1 1" inkscape:label="x"/><use xlink:href="#a"/></g><text>Ville &amp; Cie</text>',
        '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">',
      ),
    );
    expect(kept).toContain('<path d="M0 0L1 1"/>');
    expect(kept).toContain('Ville &amp; Cie');
    expect(kept).toContain('.a{fill:#123}');
    expect(kept).not.toMatch(/secret|sodipodi|inkscape|DOCTYPE|maker/);
  });

  it.each([
    '<script>alert(1)</script>',
    '<g onload="alert(1)"/>',
    '<image href="https://example.org/a.png"/>',
    '<foreignObject><p/></foreignObject>',
    '<a href="https://example.org"><path/></a>',
    '<use href="https://example.org/a.svg#b"/>',
    '<style>@import url(https://example.org/a.css)</style>',
    '<path style="fill:url(https://example.org)"/>',
    '<set attributeName="href" to="javascript:alert(1)"/>',
    '<g><path></g></path>',
    '<g>',
  ])('refuses %s', (inner) => {
    expect(svg(inner)).toBe('unsafe');
  });

  it('refuses entities, other files, and what is too heavy for a letter', () => {
    expect(readLogo(Buffer.from(`<!DOCTYPE svg [<!ENTITY a "b">]>${HEAD}</svg>`))).toBe('unsafe');
    expect(readLogo(Buffer.from('<html></html>'))).toBe('type');
    expect(svg(`<path d="${'M0 0'.repeat(20_000)}"/>`)).toBe('size');
  });

  it('keeps the pixels of a PNG without what a camera or a program wrote beside them', () => {
    const logo = readLogo(png(4, [chunk('tEXt', Buffer.from('Author\0Camille'))]));
    expect(logo).toEqual({ type: 'png', content: png(4).toString('base64') });
    expect(readLogo(png(2001))).toBe('unsafe');
    const broken = png(4);
    broken[20] = 99;
    expect(readLogo(broken)).toBe('unsafe');
    expect(readLogo(png(4).subarray(0, 40))).toBe('unsafe');
  });
});
