import { PDFDocument } from '@cantoo/pdf-lib';
import { bundleToPrint } from './print-bundle.js';
import { renderLetterList } from './letter-list.js';

const organisation = {
  name: 'Ville de Valmont',
  logoText: 'Valmont',
  addressLines: ['1 place des Halles'],
  place: 'Valmont',
};

/** A list of so many lines: about 40 fill a page. */
function list(lines: number): Uint8Array {
  const letter = {
    reference: 'D-2026-00421',
    object: 'Nid-de-poule',
    recipient: { nameLines: ['Adèle Exemple'], addressLines: ['12 rue des Tilleuls'] },
  };
  return renderLetterList({
    organisation,
    date: '2026-11-26',
    letters: Array.from({ length: lines }, () => letter),
  });
}

async function pagesOf(pdf: Uint8Array): Promise<number> {
  return (await PDFDocument.load(pdf)).getPageCount();
}

describe('bundleToPrint', () => {
  it('holds every page of every letter, in order', async () => {
    const [one, long] = [list(1), list(120)];
    const pages = await pagesOf(long);
    expect([await pagesOf(one), pages > 1]).toEqual([1, true]);
    expect(await pagesOf(await bundleToPrint([one, long, one], { doubleSided: false }))).toBe(pages + 2);
  });

  it('begins each letter on a sheet of its own where both sides are printed', async () => {
    const one = list(1);
    expect(await pagesOf(await bundleToPrint([one, one, one], { doubleSided: true }))).toBe(6);
    const two = await bundleToPrint([one, one], { doubleSided: false });
    expect(await pagesOf(await bundleToPrint([two, one], { doubleSided: true }))).toBe(4);
  });
});
