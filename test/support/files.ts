import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
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

function sexagesimal(degrees: number): string {
  const minutes = (degrees % 1) * 60;
  return `${String(Math.floor(degrees))}/1 ${String(Math.floor(minutes))}/1 ${String(Math.round((minutes % 1) * 6000))}/100`;
}
