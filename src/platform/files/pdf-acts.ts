import { inflateSync } from 'node:zlib';

/** What opens a program or runs a script when a paper is opened: names of a PDF, however they are written. */
const ACTS = /\/(?:JavaScript|JS|Launch)(?![A-Za-z0-9])/;

/** The one way of packing that is read. */
const FLATE_ALONE = /\/Filter\s*(?:\/FlateDecode(?![A-Za-z0-9])|\[\s*\/FlateDecode\s*\])/;

/** What the packed objects of a paper come to at most. */
const UNPACKED_BYTES = 32 * 1024 * 1024;

/**
 * What is known of a paper: nothing acts, something does, its packed objects are torn, or they are packed in
 * a way that is not read here, so that nobody knows.
 */
export type PdfActs = 'none' | 'acts' | 'torn' | 'packedOtherwise';

/**
 * Whether a PDF holds a script or starts a program. Its objects are looked at where they stand open and where
 * they are packed together; the drawn pages and pictures are data and say nothing of it. What is attached
 * (an invoice carries its figures so) is no act.
 */
export function pdfActs(bytes: Buffer): PdfActs {
  const text = bytes.toString('latin1');
  const open: string[] = [];
  let from = 0;
  let left = UNPACKED_BYTES;
  for (const { index } of text.matchAll(/(?<!end)stream(?=\r?\n)/g)) {
    if (index < from) continue;
    const before = text.slice(from, index);
    open.push(before);
    const begin = index + (text[index + 6] === '\r' ? 8 : 7);
    const end = text.indexOf('endstream', begin);
    from = end === -1 ? text.length : end;
    // The dictionary of a stream stands right before it.
    const dictionary = plain(before.slice(before.lastIndexOf(' obj')));
    if (!dictionary.includes('/ObjStm')) continue;
    const unpacked = unpack(bytes.subarray(begin, from), dictionary, left);
    if (typeof unpacked === 'string') return unpacked;
    left -= unpacked.length;
    open.push(unpacked.toString('latin1'));
  }
  open.push(text.slice(from));
  return open.some((part) => ACTS.test(plain(part))) ? 'acts' : 'none';
}

/** Packed objects as nearly every program writes them: by Flate, without a predictor, or not packed. */
function unpack(packed: Buffer, dictionary: string, most: number): Buffer | 'torn' | 'packedOtherwise' {
  if (!dictionary.includes('/Filter')) return packed;
  if (!FLATE_ALONE.test(dictionary) || /\/Predictor\s*(?!1\b)\d/.test(dictionary)) return 'packedOtherwise';
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(most, 1) });
  } catch {
    return 'torn';
  }
}

/** Any letter of a name may be written by its number: `/J#53` is `/JS`. */
function plain(text: string): string {
  return text.replace(/#([0-9a-f]{2})/gi, (_all, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
}
