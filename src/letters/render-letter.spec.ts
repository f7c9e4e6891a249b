import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { LetterInput } from './letter-input.js';
import { renderLetterList } from './letter-list.js';
import { letterWords } from './letter-words.js';
import { renderLetter } from './render-letter.js';

const BODY =
  'La réparation est prévue :\n\n- le **jeudi 3 décembre 2026** ;\n- entre 9 h et 12 h.\n\nVoir [le site](https://valmont.example/suivi).';

const LETTER: LetterInput = {
  organisation: {
    name: 'Ville de Valmont-sur-Marne',
    logoText: 'Valmont-sur-Marne',
    addressLines: ['1 place de l’Hôtel-de-Ville', '51999 Valmont-sur-Marne Cedex'],
    phone: '03 26 00 00 00',
    email: 'mairie@valmont.example',
    place: 'Valmont-sur-Marne',
    primaryColour: '#0b4f8a',
  },
  date: '2026-11-26',
  reference: 'D-2026-00421',
  object: 'Nid-de-poule rue des Tilleuls',
  recipient: {
    nameLines: ['Madame Adèle Exemple', undefined],
    addressLines: ['', '  12 rue des Tilleuls ', '51999 Valmont-sur-Marne'],
  },
  body: BODY,
  author: {
    kind: 'named',
    name: 'Camille Dubreuil',
    capacity: 'technicienne',
    department: 'Voirie',
    phone: '03 26 00 00 12',
  },
  signature: { kind: 'awaited' },
  appealNotice: 'Vous pouvez saisir le tribunal administratif dans un délai de deux mois.',
  enclosures: ['Plan de situation'],
};

const SIGNED: LetterInput = {
  ...LETTER,
  signature: {
    kind: 'signed',
    signedAt: Date.UTC(2026, 10, 26, 15, 50),
    name: 'Dominique Lefort',
    capacity: 'adjointe au maire, déléguée à la voirie',
    formula: 'Pour le Maire et par délégation,',
    delegationReference: 'Arrêté n° 2026-114 du 6 avril 2026',
  },
};

const sourceOf = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1');

describe('renderLetter', () => {
  it('writes a tagged PDF/UA-1 in French, with its title and its structure, in the fonts of the repository only', () => {
    const source = sourceOf(renderLetter(SIGNED).pdf);
    expect(source.slice(0, 5)).toBe('%PDF-');
    expect(source).toContain('/Lang (fr-FR)');
    expect(source).toContain('<pdfuaid:part>1<');
    expect(source).toContain('D-2026-00421');
    for (const tag of ['H1', 'H2', 'P', 'L', 'LI', 'Link', 'Strong']) expect(source).toContain(`/S /${tag}\n`);
    const fonts = [...source.matchAll(/\/FontName \/\w+\+([\w-]+)/g)].map(([, name]) => name);
    expect(new Set(fonts)).toEqual(new Set(['SourceSans3-Regular', 'SourceSans3-Bold']));
  });

  it('carries the logo of its organisation, drawn and told to whoever does not see it', () => {
    const drawing =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7v7z" fill="#123456"/></svg>';
    const logo = { type: 'svg' as const, content: Buffer.from(drawing).toString('base64') };
    const { pdf } = renderLetter({ ...LETTER, organisation: { ...LETTER.organisation, logo } });
    const source = sourceOf(pdf);
    expect(source).not.toBe(sourceOf(renderLetter(LETTER).pdf));
    expect(source).toContain('/Figure');
  });

  it('gives the same bytes for the same letter, dated by the letter, and their hash', () => {
    const first = renderLetter(LETTER);
    renderLetter({ ...LETTER, object: 'Autre' });
    const second = renderLetter(structuredClone(LETTER));
    expect(Buffer.compare(first.pdf, second.pdf)).toBe(0);
    expect(first.sha256).toBe(createHash('sha256').update(first.pdf).digest('hex'));
    expect(second.sha256).toBe(first.sha256);
    expect(sourceOf(first.pdf)).toContain('D:20261126120000');
  });

  it('changes with any word, and keeps the hash of its content when only the signature comes', () => {
    const [awaited, signed] = [renderLetter(LETTER), renderLetter(SIGNED)];
    expect(signed.sha256).not.toBe(awaited.sha256);
    expect(signed.contentSha256).toBe(awaited.contentSha256);
    const changed = renderLetter({ ...LETTER, body: BODY.replace('12 h', '11 h') });
    expect(changed.sha256).not.toBe(awaited.sha256);
    expect(changed.contentSha256).not.toBe(awaited.contentSha256);
  });

  it('moves nothing when the signature comes', () => {
    const places = [LETTER, SIGNED].map(placesOf);
    expect(places[0]).toHaveLength(3);
    expect(places[1]).toEqual(places[0]);
    expect(placesOf({ ...SIGNED, body: `${BODY}\n\nUn paragraphe de plus.` })).not.toEqual(places[0]);
  });

  it('draws a square for what the fonts cannot write, instead of failing or borrowing the machine’s fonts', () => {
    const { pdf } = renderLetter({
      ...LETTER,
      object: 'Merci 😀👩‍👩‍👧 漢字 سلام \u0007Ελλάδα',
      body: '*漢* **漢** e\u0301té',
    });
    expect(sourceOf(pdf)).toContain('<pdfuaid:part>1<');
    expect(sourceOf(pdf)).not.toMatch(/FontName \/\w+\+(?!SourceSans3)/);
  });

  it('never reads data as markup of the page', () => {
    const hostile = '#panic("x") $x$ = Titre @ref <etiquette> \\ `code` "guillemets" //';
    expect(renderLetter({ ...LETTER, object: hostile, body: hostile, enclosures: [hostile] }).mailText).toContain(
      '#panic("x")',
    );
  });

  it('says the same in plain text, wrapped', () => {
    const { mailText, mailSubject } = renderLetter(SIGNED);
    expect(mailSubject).toBe('Votre demande n°\u00a0D-2026-00421\u00a0: Nid-de-poule rue des Tilleuls');
    for (const sentence of [
      'Madame Adèle Exemple\n12 rue des Tilleuls\n51999 Valmont-sur-Marne\n\n',
      'Valmont-sur-Marne, le 26\u00a0novembre 2026',
      'Affaire suivie par\u00a0: Camille Dubreuil, technicienne',
      'La réparation est prévue\u00a0:\n\n- le jeudi 3\u00a0décembre 2026\u00a0;\n- entre 9\u00a0h et 12\u00a0h.',
      'le site (https://valmont.example/suivi)',
      'Pour le Maire et par délégation,\nAdjointe au maire, déléguée à la voirie\nDominique Lefort',
      'Signé électroniquement le 26\u00a0novembre 2026 à 16\u00a0h\u00a050\npar Dominique Lefort, adjointe au maire, déléguée à la voirie\nArrêté n°\u00a02026-114',
      'PIÈCE JOINTE\n\n- Plan de situation',
      'VOIES ET DÉLAIS DE RECOURS\n\nVous pouvez saisir',
    ]) {
      expect(mailText).toContain(sentence);
    }
    expect(mailText).not.toMatch(/ {2}\S|\n{3}|undefined/);
    expect(Math.max(...mailText.split('\n').map((line) => line.length))).toBeLessThanOrEqual(72);
  });

  it('prints nothing for what is not there', () => {
    const { organisation, date, reference, object, body } = LETTER;
    const { mailText } = renderLetter({
      organisation,
      date,
      reference,
      object,
      body,
      author: { kind: 'anonymous', department: 'Police municipale' },
      signature: { kind: 'notRequired' },
    });
    expect(mailText).toContain('Affaire suivie par\u00a0: le service\u00a0; le nom de l’agent n’est pas');
    expect(mailText.replaceAll(/\s/g, ' ')).toContain('pour sa sécurité (article L. 111-2 du code');
    expect(mailText).toContain('\nService\u00a0: Police municipale\n\nObjet');
    expect(mailText).not.toMatch(/Adèle|Tél\.|Courriel|PIÈCE|RECOURS|\n{3}/);
  });

  it('names the author where nobody signs', () => {
    const words = letterWords({ ...LETTER, signature: { kind: 'notRequired' } });
    expect(words.signature).toEqual({
      lines: ['Camille Dubreuil', 'Technicienne', 'Voirie'],
      note: [],
      isSignedHere: false,
    });
  });

  it('never leaves a signature alone on a sheet', () => {
    const pages = Array.from({ length: 12 }, (_, more): readonly number[] => {
      const body = Array.from({ length: 10 + more }, () => 'Une ligne de plus.').join('\n\n');
      const [words, signature] = placesOf({ ...LETTER, body, appealNotice: '' }) as { page: number }[];
      return [words?.page ?? 0, signature?.page ?? 0];
    });
    expect(pages).toContainEqual([2, 2]);
    expect(pages.filter(([words, signature]) => words !== signature)).toEqual([]);
  });

  it('names the department, and why, where nobody signs and the agent’s safety asks for it', () => {
    const author = { kind: 'anonymous', department: 'Police municipale' } as const;
    const { lines, note } = letterWords({ ...LETTER, author, signature: { kind: 'notRequired' } }).signature;
    expect(lines).toEqual(['Service Police municipale']);
    expect(note.join(' ')).toMatch(/^Le nom de l’agent n’est pas communiqué, pour sa sécurité/);
  });

  it('ends each page with the organisation’s own words where it has some', () => {
    const footer = 'Ville de Valmont – 1 place des Halles';
    const words = letterWords({ ...LETTER, organisation: { ...LETTER.organisation, footer } });
    expect(words.footer).toEqual([footer, 'mairie@valmont.example']);
  });

  it('writes the hour of the signature in the organisation’s own time', () => {
    const note = (timeZone: string): string =>
      letterWords({ ...SIGNED, organisation: { ...LETTER.organisation, timeZone } }).signature.note[0] ?? '';
    expect(note('Europe/Paris')).toContain('16\u00a0h\u00a050');
    expect(note('Indian/Reunion')).toContain('19\u00a0h\u00a050');
  });

  it('does not print in a colour that cannot be read', () => {
    const primary = (primaryColour: string): string =>
      letterWords({ ...LETTER, organisation: { ...LETTER.organisation, primaryColour } }).organisation.primary;
    expect(primary('#0b4f8a')).toBe('#0b4f8a');
    expect(primary('#ffcc00')).toBe('#1b1b1b');
    expect(primary('url(x)')).toBe('#1b1b1b');
  });

  it('refuses a date that does not exist', () => {
    expect(() => renderLetter({ ...LETTER, date: '2026-02-30' })).toThrow(RangeError);
  });
});

describe('renderLetterList', () => {
  it('writes a tagged table of the letters to post, over as many pages as needed', () => {
    const letter = {
      reference: LETTER.reference,
      object: LETTER.object,
      recipient: LETTER.recipient ?? { nameLines: [], addressLines: [] },
    };
    const pdf = renderLetterList({
      organisation: LETTER.organisation,
      date: LETTER.date,
      letters: Array(40).fill(letter) as (typeof letter)[],
    });
    const source = sourceOf(pdf);
    for (const tag of ['Table', 'THead', 'TH', 'TD']) expect(source).toContain(`/S /${tag}\n`);
    expect(source.match(/\/Type \/Page\n/g)?.length).toBeGreaterThan(1);
  });
});

/** Where the layout stands after the last words, after the place of the signature, and at its end. */
function placesOf(input: LetterInput): unknown[] {
  const fonts = path.join(import.meta.dirname, 'fonts');
  const fontBlobs = readdirSync(fonts)
    .filter((name) => name.endsWith('.ttf'))
    .map((name) => readFileSync(path.join(fonts, name)));
  const compiler = NodeCompiler.create({
    workspace: path.join(import.meta.dirname, 'layout'),
    fontArgs: [{ fontBlobs }],
  });
  const mainFileContent = readFileSync(path.join(import.meta.dirname, 'layout/letter.typ'), 'utf8');
  const document = compiler.compile({ mainFileContent, inputs: { data: JSON.stringify(letterWords(input)) } }).result;
  if (document === null) throw new Error('The layout failed');
  return ['<last-words>', '<after-signature>', '<end>'].flatMap(
    (selector) => compiler.query(document, { selector, field: 'value' }) as unknown[],
  );
}
