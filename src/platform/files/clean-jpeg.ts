/** A picture without what a camera or a telephone wrote into it: where it was taken, when, with what. */
export interface CleanPicture {
  readonly bytes: Buffer;
  /** As it is shown, after any turn. */
  readonly width: number;
  readonly height: number;
}

const START = Buffer.from([0xff, 0xd8]);
const END = Buffer.from([0xff, 0xd9]);
const SCAN = 0xda;
const CAMERA = 0xe1;

/** What a walk over the parts of a picture has gathered so far. */
interface Walk {
  readonly kept: Buffer[];
  size?: { readonly width: number; readonly height: number } | undefined;
  /** How the picture is turned for the eye, 1 to 8; the one thing of the camera's that is kept. */
  turn: number;
  scans: number;
}

/**
 * Reads a JPEG part by part and keeps what draws it. Place, time, camera, comments, small pictures inside and
 * whatever stands behind the end fall away; only how it is turned stays.
 * @returns undefined where it is broken or cut short
 */
export function cleanJpeg(bytes: Buffer): CleanPicture | undefined {
  if (!bytes.subarray(0, 2).equals(START)) return undefined;
  const walk: Walk = { kept: [], turn: 1, scans: 0 };
  let at = 2;
  for (;;) {
    const marker = bytes[at + 1];
    if (bytes[at] !== 0xff || marker === undefined) return undefined;
    if (marker === 0xd9) break;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const next = takePart(bytes, at, walk);
    if (next === undefined) return undefined;
    at = next;
  }
  if (walk.size === undefined || walk.scans === 0) return undefined;
  const { width, height } = walk.size;
  return {
    bytes: Buffer.concat([START, ...(walk.turn === 1 ? [] : [turnPart(walk.turn)]), ...walk.kept, END]),
    ...(walk.turn >= 5 ? { width: height, height: width } : { width, height }),
  };
}

/** Takes the part at a place, or leaves it. @returns where the next one begins */
function takePart(bytes: Buffer, at: number, walk: Walk): number | undefined {
  const marker = bytes.readUInt8(at + 1);
  if (standsAlone(marker) || at + 4 > bytes.length) return undefined;
  const end = at + 2 + bytes.readUInt16BE(at + 2);
  if (end < at + 4 || end > bytes.length) return undefined;
  const body = bytes.subarray(at + 4, end);
  if (marker === CAMERA) walk.turn = turnOf(body) ?? walk.turn;
  if (isFrame(marker)) {
    walk.size = sizeOf(body);
    if (walk.size === undefined) return undefined;
  }
  if (!draws(marker, body)) return end;
  const next = marker === SCAN ? endOfScan(bytes, end) : end;
  if (marker === SCAN) walk.scans += 1;
  walk.kept.push(bytes.subarray(at, next));
  return next;
}

/** A marker without a length has no place between the parts. */
function standsAlone(marker: number): boolean {
  return marker < 0xc0 || (marker >= 0xd0 && marker <= 0xd8);
}

/** How large a frame says the picture is; undefined where it is nothing. */
function sizeOf(frame: Buffer): Walk['size'] {
  if (frame.length < 6) return undefined;
  const size = { height: frame.readUInt16BE(1), width: frame.readUInt16BE(3) };
  return size.height === 0 || size.width === 0 ? undefined : size;
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** Of the application's own parts the plain header, the colours and the kind of colour space are kept. */
function draws(marker: number, body: Buffer): boolean {
  if (marker === 0xfe) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  if (marker === 0xe0) return body.subarray(0, 5).equals(Buffer.from('JFIF\0', 'latin1'));
  if (marker === 0xe2) return body.subarray(0, 12).equals(Buffer.from('ICC_PROFILE\0', 'latin1'));
  return marker === 0xee;
}

/** The picture itself runs until the next marker that is neither a zero nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next !== undefined && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

const EXIF = Buffer.from('Exif\0\0', 'latin1');
const TURN_TAG = 0x0112;

/** How the camera says the picture is turned; undefined where it says nothing that can be read. */
function turnOf(body: Buffer): number | undefined {
  if (!body.subarray(0, 6).equals(EXIF)) return undefined;
  const tiff = body.subarray(6);
  const order = tiff.subarray(0, 2).toString('latin1');
  if (tiff.length < 8 || (order !== 'II' && order !== 'MM')) return undefined;
  const word = (at: number): number => (order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const table = order === 'II' ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (table + 2 > tiff.length) return undefined;
  for (let entry = 0; entry < word(table); entry += 1) {
    const at = table + 2 + entry * 12;
    if (at + 12 > tiff.length) return undefined;
    if (word(at) === TURN_TAG) return word(at + 8) >= 1 && word(at + 8) <= 8 ? word(at + 8) : undefined;
  }
  return undefined;
}

/** A camera's part that says nothing but the turn. */
function turnPart(turn: number): Buffer {
  const part = Buffer.alloc(36);
  part.set([0xff, CAMERA, 0, 34, ...EXIF, 0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 1, 0]);
  part.writeUInt16LE(TURN_TAG, 20);
  part.writeUInt16LE(3, 22);
  part.writeUInt32LE(1, 24);
  part.writeUInt16LE(turn, 28);
  return part;
}
