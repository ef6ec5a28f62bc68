import { execFileSync, spawnSync } from 'node:child_process';

/** A page in greys, so coarse that only where ink stands is seen. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Row by row; 0 black, 255 white. */
  readonly points: Buffer;
}

/** Points to the inch of a kept picture: 3 mm are four of them. */
const DPI = 36;
/** The side of a window in points: 11 mm. */
const WINDOW = 16;
/** How much ink a window must have in one of the pictures to be judged: some letters, half a rule. */
const LEAST_INK = 8 * 255;

/**
 * What part of the ink of a window may stand elsewhere. Another poppler smooths edges otherwise, which moves
 * up to a fifth of it; what moved by 3 mm shares next to nothing.
 */
export const MOST_MOVED = 0.4;

/** Whether poppler's pdftoppm is there; where skipping is forbidden (REQUIRE_ALL=1) its absence fails. */
export function hasPdfToPpm(): boolean {
  const found = spawnSync('pdftoppm', ['-v']).error === undefined;
  if (!found && process.env['REQUIRE_ALL'] === '1') throw new Error('pdftoppm (poppler-utils) is missing');
  return found;
}

/**
 * The first page of a PDF as a picture. It is drawn finer and averaged: thin rules stand on whole points, and
 * would jump by one where a page is drawn at another scale or by another program.
 */
export function pictureOf(
  pdf: Buffer,
  { scale = 1, finer = 4 }: { readonly scale?: number; readonly finer?: number } = {},
): Picture {
  const args = ['-r', String((DPI * finer) / scale), '-gray', '-f', '1', '-l', '1', '-'];
  const whole = execFileSync('pdftoppm', args, { input: pdf, maxBuffer: 1 << 26 });
  return averaged(readPicture(whole), finer);
}

/** A picture as coarse as so many of its points together. */
function averaged(picture: Picture, by: number): Picture {
  const [width, height] = [Math.ceil(picture.width / by), Math.ceil(picture.height / by)];
  const points = Buffer.alloc(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let sum = 0;
      for (let at = 0; at < by * by; at += 1) {
        const [dx, dy] = [x * by + (at % by), y * by + Math.floor(at / by)];
        const isThere = dx < picture.width && dy < picture.height;
        sum += isThere ? (picture.points[dy * picture.width + dx] ?? 255) : 255;
      }
      points[y * width + x] = Math.round(sum / (by * by));
    }
  }
  return { width, height, points };
}

/** Reads a picture as pdftoppm writes it. */
export function readPicture(pgm: Buffer): Picture {
  const [head = '', width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.toString('latin1', 0, 40)) ?? [];
  return { width: Number(width), height: Number(height), points: pgm.subarray(head.length) };
}

/** As pdftoppm writes it. */
export function writtenPicture({ width, height, points }: Picture): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${String(width)} ${String(height)}\n255\n`), points]);
}

/** The largest part of a window's ink that stands elsewhere in the other picture; 1 of other sizes. */
export function mostMoved(one: Picture, other: Picture): number {
  if (one.width !== other.width || one.height !== other.height) return 1;
  let most = 0;
  for (let top = 0; top < one.height; top += WINDOW / 2)
    for (let left = 0; left < one.width; left += WINDOW / 2)
      most = Math.max(most, movedIn(one, other, { top, left }));
  return most;
}

function movedIn(
  one: Picture,
  other: Picture,
  { top, left }: { readonly top: number; readonly left: number },
): number {
  let [ink, otherInk, apart] = [0, 0, 0];
  for (let y = top; y < Math.min(top + WINDOW, one.height); y += 1) {
    for (let x = left; x < Math.min(left + WINDOW, one.width); x += 1) {
      const at = y * one.width + x;
      const [a, b] = [255 - (one.points[at] ?? 255), 255 - (other.points[at] ?? 255)];
      ink += a;
      otherInk += b;
      apart += Math.abs(a - b);
    }
  }
  return Math.max(ink, otherInk) < LEAST_INK ? 0 : apart / (ink + otherInk);
}

/** The same picture with a part of it moved, what it leaves white: how a column would stand that slipped. */
export function withMoved(
  picture: Picture,
  part: { readonly top: number; readonly left: number; readonly height: number; readonly width: number },
  by: { readonly x: number; readonly y: number },
): Picture {
  const points = Buffer.from(picture.points);
  const each = (act: (x: number, y: number) => void): void => {
    for (let y = part.top; y < part.top + part.height; y += 1)
      for (let x = part.left; x < part.left + part.width; x += 1) act(x, y);
  };
  each((x, y) => points.writeUInt8(255, y * picture.width + x));
  each((x, y) => {
    const at = (y + by.y) * picture.width + x + by.x;
    const from = picture.points[y * picture.width + x] ?? 255;
    if (x + by.x < picture.width && y + by.y < picture.height)
      points.writeUInt8(Math.min(from, points[at] ?? 255), at);
  });
  return { ...picture, points };
}
