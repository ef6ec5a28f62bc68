import { FormProblems } from '../../domain/shared/problem';
import { sha256 } from '../digests/sha256';
import { cleanJpeg, type CleanPicture } from './clean-jpeg';
import { cleanPng } from './clean-png';
import { cleanWebp } from './clean-webp';
import { encodePicture } from './encode-picture';
import { pdfActs } from './pdf-acts';

/**
 * What may be kept beside the books: photos, and papers as PDF. A page or a drawing with scripts never. WebP
 * is taken and kept as one of the others; what was kept before stands as it came.
 */
export type KeptMediaType = 'image/jpeg' | 'image/png' | 'image/webp' | 'application/pdf';

/** A file that was looked at: the bytes that are kept, and what they are. */
export interface ReadFile {
  readonly mediaType: KeptMediaType;
  readonly bytes: Buffer;
  /**
   * By what it is known again: the hash of what came in, of a photo without what its camera wrote. What is
   * kept of one photo differs from one version of the encoder to the next, this does not.
   */
  readonly cameAs: string;
  /** Of a photo its width and height as shown; of a paper neither. */
  readonly size?: { readonly width: number; readonly height: number };
}

const MEGABYTE = 1024 * 1024;
export const KEPT_FILE_LIMITS = { bytes: 5 * MEGABYTE, pixels: 50_000_000 } as const;

const PICTURES: readonly {
  readonly mediaType: KeptMediaType;
  readonly starts: (bytes: Buffer) => boolean;
  readonly clean: (bytes: Buffer) => CleanPicture | undefined;
}[] = [
  {
    mediaType: 'image/jpeg',
    starts: (bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])),
    clean: cleanJpeg,
  },
  {
    mediaType: 'image/png',
    starts: (bytes) => bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex')),
    clean: cleanPng,
  },
  {
    mediaType: 'image/webp',
    starts: (bytes) => /^RIFF.{4}WEBP/s.test(bytes.subarray(0, 12).toString('latin1')),
    clean: cleanWebp,
  },
];

/**
 * Says what a file is by its bytes (its name says nothing). A photo loses what its camera wrote into it and
 * is drawn anew; nothing of a paper is changed.
 * @throws FormProblems `file.empty`, `keptFile.tooLarge`, `keptFile.notTaken`, `keptFile.broken`,
 *   `keptFile.locked` (a paper that wants a password), `keptFile.acts` (one that runs a script or starts a
 *   program when it is opened), `keptFile.packedOtherwise` (nobody can see whether it does),
 *   `keptFile.attaches` (one that carries a file which is no figures), `keptFile.tooManyPixels`
 */
export async function readKeptFile(bytes: Buffer): Promise<ReadFile> {
  if (bytes.length === 0) throw refused('file.empty');
  if (bytes.length > KEPT_FILE_LIMITS.bytes) {
    throw refused('keptFile.tooLarge', { megabytes: KEPT_FILE_LIMITS.bytes / MEGABYTE });
  }
  const picture = PICTURES.find(({ starts }) => starts(bytes));
  if (picture !== undefined) return readPicture(picture.mediaType, picture.clean(bytes));
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return readPaper(bytes);
  throw refused('keptFile.notTaken');
}

async function readPicture(came: KeptMediaType, picture: CleanPicture | undefined): Promise<ReadFile> {
  if (picture === undefined) throw refused('keptFile.broken');
  const { bytes, width, height } = picture;
  // Looked at before anything is unpacked: a few kilobytes may say that they are a picture of a village.
  if (width * height > KEPT_FILE_LIMITS.pixels) throw refused('keptFile.tooManyPixels');
  const drawn = await encodePicture(bytes, came === 'image/png');
  if (drawn === undefined) throw refused('keptFile.broken');
  const size = { width: drawn.width, height: drawn.height };
  return { mediaType: drawn.mediaType, bytes: drawn.bytes, cameAs: sha256(bytes), size };
}

const WHY_NOT = {
  acts: 'keptFile.acts',
  attaches: 'keptFile.attaches',
  locked: 'keptFile.locked',
  torn: 'keptFile.broken',
  packedOtherwise: 'keptFile.packedOtherwise',
} as const;

function readPaper(bytes: Buffer): ReadFile {
  const end = bytes.subarray(-2048).toString('latin1');
  if (!/startxref\s+\d+\s+%%EOF/.test(end)) throw refused('keptFile.broken');
  const acts = pdfActs(bytes);
  if (acts !== 'none') throw refused(WHY_NOT[acts]);
  return { mediaType: 'application/pdf', bytes, cameAs: sha256(bytes) };
}

function refused(code: string, facts?: Readonly<Record<string, number>>): FormProblems {
  return new FormProblems([{ code, field: 'file', ...(facts === undefined ? {} : { facts }) }]);
}
