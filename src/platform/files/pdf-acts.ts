import { inflateSync } from 'node:zlib';

/** Behind a name of a PDF stands no letter and no digit. */
const END = '(?![A-Za-z0-9])';

/**
 * What runs a script, opens a program or another file, plays something or sends a form away: names of a PDF,
 * however they are written. A link to a page is none: programs that scan leave one.
 */
const ACTS = new RegExp(
  `/(?:JavaScript|JS|Launch|GoToR|GoToE|SubmitForm|ImportData|XFA|RichMedia|Rendition|Movie|Sound)${END}`,
);

/** Where a paper says that a file goes with it, and the file itself. */
const ATTACHES = new RegExp(`/EF${END}`);
const ATTACHED = new RegExp(`/EmbeddedFile${END}`);
/** How figures begin that are written for programs: XML, XBRL among it, behind a mark of its encoding. */
const FIGURES = /^(?:\u00ef\u00bb\u00bf)?\s*</;

/** The one way of packing that is read. */
const FLATE_ALONE = /\/Filter\s*(?:\/FlateDecode(?![A-Za-z0-9])|\[\s*\/FlateDecode\s*\])/;

/** So much of an attached file tells what it is. */
const HEAD = 64;

/** What the packed objects of a paper come to at most. */
const UNPACKED_BYTES = 32 * 1024 * 1024;

/**
 * What is known of a paper: nothing acts, something does, something is attached that is no figures, its
 * packed objects are torn, or they are packed in a way that is not read here, so that nobody knows.
 */
export type PdfActs = 'none' | 'acts' | 'attaches' | 'torn' | 'packedOtherwise';

/**
 * Whether a PDF holds a script or starts a program, or carries another file. Its objects are looked at where
 * they stand open and where they are packed together; the drawn pages and pictures are data and say nothing
 * of it. An invoice carries its figures so: what is attached may be XML, and nothing else.
 */
export function pdfActs(bytes: Buffer): PdfActs {
  const text = bytes.toString('latin1');
  const open: string[] = [];
  let from = 0;
  let left = UNPACKED_BYTES;
  let attached = 0;
  for (const { index } of text.matchAll(/(?<!end)stream(?=\r?\n)/g)) {
    if (index < from) continue;
    const before = text.slice(from, index);
    open.push(before);
    const begin = index + (text[index + 6] === '\r' ? 8 : 7);
    const end = text.indexOf('endstream', begin);
    from = end === -1 ? text.length : end;
    // The dictionary of a stream stands right before it.
    const dictionary = plain(before.slice(before.lastIndexOf(' obj')));
    const isAttached = ATTACHED.test(dictionary);
    if (!isAttached && !dictionary.includes('/ObjStm')) continue;
    const unpacked = unpack(bytes.subarray(begin, from), dictionary, left);
    if (typeof unpacked === 'string') return unpacked;
    left -= unpacked.length;
    if (!isAttached) open.push(unpacked.toString('latin1'));
    else if (FIGURES.test(unpacked.toString('latin1', 0, HEAD))) attached += 1;
    else return 'attaches';
  }
  open.push(text.slice(from));
  const objects = open.map(plain);
  if (objects.some((part) => ACTS.test(part))) return 'acts';
  return attached === 0 && objects.some((part) => ATTACHES.test(part)) ? 'attaches' : 'none';
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
