import type { PDFDocument } from '@cantoo/pdf-lib';

export interface BundleOptions {
  /** Each letter begins on a sheet of its own, also where both sides of the paper are printed. */
  readonly doubleSided: boolean;
}

/**
 * One file to print: the pages of all of them, in their order, each as it is. For paper only: what is read on a screen, or
 * kept as a proof, are the letters themselves, with their tags and their hashes.
 */
export async function bundleToPrint(pdfs: readonly Uint8Array[], { doubleSided }: BundleOptions): Promise<Uint8Array> {
  // Loaded where it is needed: few print, and it is large.
  const { PDFDocument: Document } = await import('@cantoo/pdf-lib');
  const bundle = await Document.create();
  for (const pdf of pdfs) {
    const pages = await appendPages(bundle, await Document.load(pdf, { updateMetadata: false }));
    if (doubleSided && pages % 2 === 1) bundle.addPage(A4);
  }
  bundle.setLanguage('fr-FR');
  return bundle.save();
}

const A4: [number, number] = [595.28, 841.89];

async function appendPages(bundle: PDFDocument, source: PDFDocument): Promise<number> {
  const pages = await bundle.copyPages(source, source.getPageIndices());
  for (const page of pages) bundle.addPage(page);
  return pages.length;
}
