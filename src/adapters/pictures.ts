/** Where a photograph says that it was taken (WGS 84). */
export interface PicturePoint {
  readonly longitude: number;
  readonly latitude: number;
}

/** Pixels, on the longer side: twice what the lists show, for fine screens. */
const THUMBNAIL = 160;
/** A small file may unfold to a picture that fills the memory. */
const MOST_PIXELS = 100_000_000;

/** A picture in small, upright, without what the camera wrote into it. @returns undefined where it cannot be read */
export async function thumbnailOf(content: Uint8Array): Promise<Uint8Array | undefined> {
  // Loaded with the first picture: it holds some thirty megabytes, and many days bring none.
  const { default: sharp } = await import('sharp');
  const small = sharp(content, { limitInputPixels: MOST_PIXELS })
    .autoOrient()
    .resize({ width: THUMBNAIL, height: THUMBNAIL, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 70 });
  // What telephones of one maker write (HEVC) is no format that may be given away: nothing here reads it.
  return small.toBuffer().catch(() => undefined);
}

/** What the camera wrote of the place; undefined where it wrote nothing, or nothing that is on the globe. */
export async function pointOf(content: Uint8Array): Promise<PicturePoint | undefined> {
  const { default: exifr } = await import('exifr');
  const found = (await exifr.gps(content).catch(() => undefined)) as Partial<PicturePoint> | undefined;
  const { longitude = NaN, latitude = NaN } = found ?? {};
  const isSomewhere = Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 && (longitude !== 0 || latitude !== 0);
  return isSomewhere ? { longitude, latitude } : undefined;
}
