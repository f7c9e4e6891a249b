import exifr from 'exifr';
import sharp from 'sharp';
import { photographTakenAt } from '../../test/support/files.js';
import { pointOf, thumbnailOf } from './pictures.js';

describe('a photograph', () => {
  it('says where it was taken', async () => {
    const point = await pointOf(await photographTakenAt(48.96, -4.37));
    expect(point?.latitude).toBeCloseTo(48.96, 5);
    expect(point?.longitude).toBeCloseTo(-4.37, 5);
  });

  it.each([
    [
      'a picture without a word of its camera',
      sharp({ create: { width: 4, height: 4, channels: 3, background: 'red' } }).png(),
    ],
    ['a camera that did not know', undefined],
  ])('says nothing: %s', async (_, picture) => {
    const content = picture === undefined ? await photographTakenAt(0, 0) : await picture.toBuffer();
    expect(await pointOf(content)).toBeUndefined();
  });

  it('is small, upright and silent as a thumbnail', async () => {
    const small = await thumbnailOf(await photographTakenAt(48.96, 4.37));
    if (small === undefined) throw new Error('No thumbnail');
    const { width, height, format, orientation } = await sharp(small).metadata();
    expect({ width, height, format, orientation }).toEqual({
      width: 40,
      height: 60,
      format: 'webp',
      orientation: undefined,
    });
    expect(await exifr.parse(Buffer.from(small)).catch(() => undefined)).toBeUndefined();
  });

  it('has no thumbnail where it cannot be read', async () => {
    expect(await thumbnailOf(Buffer.from('no picture'))).toBeUndefined();
  });
});
