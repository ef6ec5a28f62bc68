import { inflateSync } from 'node:zlib';

/** What opens a program or runs a script when a paper is opened: names of a PDF, however they are written. */
const ACTS = /\/(?:JavaScript|JS|Launch)(?![A-Za-z0-9])/;

/** What the packed objects of a paper come to at most. */
const UNPACKED_BYTES = 32 * 1024 * 1024;

/**
 * Whether a PDF holds a script or starts a program. Its objects are looked at where they stand open and where
 * they are packed together; the drawn pages and pictures are data and say nothing of it. What is attached
 * (an invoice carries its figures so) is no act.
 * @returns undefined where packed objects cannot be read: nobody knows
 */
export function pdfActs(bytes: Buffer): boolean | undefined {
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
    if (!plain(before.slice(before.lastIndexOf(' obj'))).includes('/ObjStm')) continue;
    const unpacked = unpack(bytes.subarray(begin, from), left);
    if (unpacked === undefined) return undefined;
    left -= unpacked.length;
    open.push(unpacked.toString('latin1'));
  }
  open.push(text.slice(from));
  return open.some((part) => ACTS.test(plain(part)));
}

function unpack(packed: Buffer, most: number): Buffer | undefined {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(most, 1) });
  } catch {
    return undefined;
  }
}

/** Any letter of a name may be written by its number: `/J#53` is `/JS`. */
function plain(text: string): string {
  return text.replace(/#([0-9a-f]{2})/gi, (_all, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
}
