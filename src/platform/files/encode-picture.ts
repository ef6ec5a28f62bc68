import type { CleanPicture } from './clean-jpeg';

/** A picture as it is kept: drawn anew, the right way up. */
export interface EncodedPicture extends CleanPicture {
  readonly mediaType: 'image/jpeg' | 'image/png';
}

/**
 * An A4 page of this height has about 200 points to the inch, by which print of five points is read; a
 * telephone's photo of twelve million points loses a little over half its bytes. Ours: no document says any.
 */
const LONG_SIDE = 2400;
/** Red of a seal over black print stays apart only where colour is kept as fine as light. */
const PHOTO = { quality: 85, chromaSubsampling: '4:4:4' } as const;
const DRAWING = { compressionLevel: 9 } as const;
/** So long at most is one picture worked at: a small file may be made to take for ever. */
const SECONDS = 20;

/**
 * Draws a picture anew, so that nothing but its points is kept: no word, no place, no small picture, nothing
 * behind its end and nothing that a viewer could stumble over. It is turned as it is to be seen, made no
 * larger than {@link LONG_SIDE}, in plain colours; what was clear becomes white, as paper is. What came as a
 * PNG stays one while that is the smaller, as a drawing or a screen is; everything else is a JPEG.
 * The same bytes give the same bytes with one version of the encoder, not with the next.
 * @param isDrawing whether the picture came without loss
 * @returns undefined where the picture cannot be drawn
 */
export function encodePicture(bytes: Buffer, isDrawing: boolean): Promise<EncodedPicture | undefined> {
  const work = waiting.then(() => encode(bytes, isDrawing).catch(() => undefined));
  waiting = work;
  return work;
}

/** One after the other: a picture of fifty million points takes 150 MB while it is drawn. */
let waiting: Promise<unknown> = Promise.resolve();

async function encode(bytes: Buffer, isDrawing: boolean): Promise<EncodedPicture> {
  // Loaded with the first picture: the commands of the machine never draw one.
  const { default: sharp } = await import('sharp');
  const picture = sharp(bytes, { failOn: 'error', autoOrient: true })
    .timeout({ seconds: SECONDS })
    .resize({ width: LONG_SIDE, height: LONG_SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: 'white' });
  const photo = await picture.clone().jpeg(PHOTO).toBuffer({ resolveWithObject: true });
  const drawing = isDrawing ? await picture.clone().png(DRAWING).toBuffer() : undefined;
  const { width, height } = photo.info;
  return drawing !== undefined && drawing.length <= photo.data.length
    ? { mediaType: 'image/png', bytes: drawing, width, height }
    : { mediaType: 'image/jpeg', bytes: photo.data, width, height };
}
