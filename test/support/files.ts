import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { strToU8, zipSync } from 'fflate';
import sharp from 'sharp';

/** A photograph of 60 by 40 points, lying: its camera says that it was taken there, held upright. */
export async function photographTakenAt(latitude: number, longitude: number): Promise<Buffer> {
  return sharp({ create: { width: 60, height: 40, channels: 3, background: '#7a8b8a' } })
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD3: {
        GPSLatitudeRef: latitude < 0 ? 'S' : 'N',
        GPSLatitude: sexagesimal(Math.abs(latitude)),
        GPSLongitudeRef: longitude < 0 ? 'W' : 'E',
        GPSLongitude: sexagesimal(Math.abs(longitude)),
      },
    })
    .jpeg()
    .toBuffer();
}

/** A PDF of these pages, one line each. */
export async function pdfOf(pages: readonly string[]): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const line of pages) pdf.addPage([595, 842]).drawText(line, { x: 60, y: 760, size: 18, font });
  return Buffer.from(await pdf.save());
}

/** A text as Word keeps it: a title, a paragraph, a table of one row. */
export function wordFileOf(title: string, paragraph: string, row: readonly string[]): Buffer {
  const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const cells = row.map((text) => `<w:tc><w:p>${run(text)}</w:p></w:tc>`).join('');
  const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
  return archiveOf({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="${relationships}"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>${run(title)}</w:p><w:p>${run(paragraph)}</w:p><w:tbl><w:tr>${cells}</w:tr></w:tbl></w:body></w:document>`,
  });
}

/** A workbook as LibreOffice keeps it: one sheet, rows of words; an empty word is an empty cell. */
export function calcFileOf(sheet: string, rows: readonly (readonly string[])[]): Buffer {
  const urn = 'urn:oasis:names:tc:opendocument:xmlns';
  const cell = (text: string): string =>
    text === '' ? '<table:table-cell/>' : `<table:table-cell><text:p>${text}</text:p></table:table-cell>`;
  const body = rows.map((row) => `<table:table-row>${row.map(cell).join('')}</table:table-row>`).join('');
  return archiveOf({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<office:document-content xmlns:office="${urn}:office:1.0" xmlns:text="${urn}:text:1.0" xmlns:table="${urn}:table:1.0"><office:body><office:spreadsheet><table:table table:name="${sheet}">${body}</table:table></office:spreadsheet></office:body></office:document-content>`,
  });
}

/** In this order, the first entry as it is: OpenDocument files are known by it. */
function archiveOf(entries: Readonly<Record<string, string>>): Buffer {
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(entries).map(([name, text]) => [name, [strToU8(text), { level: 0 }]]))),
  );
}

function sexagesimal(degrees: number): string {
  const minutes = (degrees % 1) * 60;
  return `${String(Math.floor(degrees))}/1 ${String(Math.floor(minutes))}/1 ${String(Math.round((minutes % 1) * 6000))}/100`;
}
