import { inflateSync } from 'node:zlib';
import { type PdfObject, type PdfRead, type PdfValue, plain, readPacked, readPdf } from './pdf-objects';
import { isXmlFigures } from './xml-figures';

/** Behind a name of a PDF stands no letter and no digit. */
const END = '(?![A-Za-z0-9])';

/**
 * What runs a script, opens a program or another file, plays something or sends a form away: names of a PDF,
 * however they are written. A link to a page is none: programs that scan leave one.
 */
const ACTS = new RegExp(
  '/(?:JavaScript|JS|Launch|GoToR|GoToE|SubmitForm|ImportData|XFA|RichMedia|Rendition|Movie|Sound' +
    `|Thread|Ref|URL|AA)${END}`,
);
const LOCKED = new RegExp(`/Encrypt${END}`);

/** How an archive ends: its directory may stand anywhere in a file, and programs look for it from behind. */
const ARCHIVE_END = 'PK\u0005\u0006';

/** What a paper may do of itself when it is opened: turn to one of its pages, or what a menu does. */
const MAY_OPEN = ['GoTo', 'Named'];

/** How a file is called that holds figures for programs. */
const FIGURES_NAME = /\.(?:xml|xbrl)$/i;

/** What the packed objects of a paper come to at most. */
const UNPACKED_BYTES = 32 * 1024 * 1024;

/**
 * What is known of a paper: nothing acts, something does, something is attached that is no figures, it wants
 * a password, it is torn, or its objects are packed in a way that is not read here, so that nobody knows.
 */
export type PdfActs = 'none' | 'acts' | 'attaches' | 'locked' | 'torn' | 'packedOtherwise';

/**
 * Whether a PDF holds a script or starts a program, or carries another file. It is read as a whole: its
 * objects where they stand open and where they are packed together; the drawn pages and pictures are data and
 * say nothing of it. An invoice carries its figures so: what is attached may be XML, and nothing else.
 */
export function pdfActs(bytes: Buffer): PdfActs {
  const text = bytes.toString('latin1');
  const paper = readPdf(text);
  if (paper === undefined) return namedIn([text]) ?? 'torn';
  const named = namedIn(paper.open);
  if (named !== undefined) return named;
  if (text.includes(ARCHIVE_END) || !/%%EOF[\0\t\n\f\r ]*$/.test(text.slice(-MOST_BEHIND))) return 'attaches';
  const whole = withPacked(bytes, paper);
  if (typeof whole === 'string') return whole;
  return namedIn(whole.open) ?? structureOf(whole) ?? attachmentsOf(bytes, whole);
}

/** So many blanks may stand behind the end. */
const MOST_BEHIND = 2048;

function namedIn(parts: readonly string[]): 'acts' | 'locked' | undefined {
  const open = parts.map(plain);
  if (open.some((part) => LOCKED.test(part))) return 'locked';
  return open.some((part) => ACTS.test(part)) ? 'acts' : undefined;
}

/** The paper with the objects that are packed together in it. */
function withPacked(bytes: Buffer, { objects, dictionaries, open }: PdfRead): PdfRead | PdfActs {
  const all = { objects: [...objects], dictionaries: [...dictionaries], open: [...open] };
  let left = UNPACKED_BYTES;
  for (const object of objects) {
    const first = entryOf(object.value, 'First');
    if (object.data === undefined || (first === undefined && !isTyped(object, 'ObjStm'))) continue;
    const unpacked = unpack(bytes, object, left);
    if (typeof unpacked === 'string') return unpacked;
    left -= unpacked.length;
    const text = unpacked.toString('latin1');
    all.open.push(text);
    if (first === undefined) continue;
    const packed = first.kind === 'word' ? readPacked(text, Number(first.text)) : undefined;
    if (packed === undefined) return namedIn([text]) ?? 'torn';
    all.objects.push(...packed.objects);
    all.dictionaries.push(...packed.dictionaries);
  }
  return all;
}

/** What happens of itself when it is opened, and data that stand in another file. */
function structureOf({ objects, dictionaries }: PdfRead): 'acts' | undefined {
  if (objects.some(({ value, data }) => data !== undefined && entryOf(value, 'F') !== undefined))
    return 'acts';
  const opening = dictionaries.flatMap((each) => resolved(entryOf(each, 'OpenAction'), objects));
  return opening.every(isQuiet) ? undefined : 'acts';
}

function isQuiet(value: PdfValue): boolean {
  if (value.kind === 'ref') return false;
  if (value.kind !== 'dictionary') return true;
  const act = value.entries.get('S');
  return act?.kind === 'name' && MAY_OPEN.includes(act.text) && !value.entries.has('Next');
}

/** Whatever goes with a paper is figures: what says it is a file, and what is said to be one. */
function attachmentsOf(bytes: Buffer, { objects, dictionaries }: PdfRead): PdfActs {
  const files = new Set(objects.filter((each) => isTyped(each, 'EmbeddedFile')));
  for (const each of dictionaries) {
    if (each.entries.has('RF') || !hasFiguresName(each, objects)) return 'attaches';
    for (const list of resolved(each.entries.get('EF'), objects)) {
      if (list.kind !== 'dictionary') return 'attaches';
      const found = [...list.entries.values()].map((value) => objectsOf(value, objects));
      if (found.some((some) => some.length === 0)) return 'attaches';
      found.flat().forEach((object) => files.add(object));
    }
  }
  let left = UNPACKED_BYTES;
  for (const object of files) {
    const unpacked = object.data === undefined ? Buffer.alloc(0) : unpack(bytes, object, left);
    if (typeof unpacked === 'string') return unpacked;
    left -= unpacked.length;
    if (!isXmlFigures(unpacked.toString('latin1'))) return 'attaches';
  }
  return 'none';
}

/** Whether what goes with a paper is called as figures are, where it is called at all. */
function hasFiguresName(file: PdfValue, objects: readonly PdfObject[]): boolean {
  if (entryOf(file, 'EF') === undefined) return true;
  const names = ['F', 'UF'].flatMap((key) => resolved(entryOf(file, key), objects));
  return names.every((name) => name.kind === 'text' && FIGURES_NAME.test(name.text.replaceAll('\0', '')));
}

/** A value, or every one that was ever written under the number it names; of none nothing. */
function resolved(value: PdfValue | undefined, objects: readonly PdfObject[]): PdfValue[] {
  if (value === undefined) return [];
  if (value.kind !== 'ref') return [value];
  return objects.filter(({ number }) => number === value.number).map((each) => each.value);
}

function objectsOf(value: PdfValue, objects: readonly PdfObject[]): readonly PdfObject[] {
  return value.kind === 'ref' ? objects.filter(({ number }) => number === value.number) : [];
}

function entryOf(value: PdfValue, name: string): PdfValue | undefined {
  return value.kind === 'dictionary' ? value.entries.get(name) : undefined;
}

function isTyped({ value }: PdfObject, type: string): boolean {
  return isNameOf(entryOf(value, 'Type'), type);
}

function isNameOf(value: PdfValue | undefined, name: string): boolean {
  return value?.kind === 'name' && value.text === name;
}

/** Data as nearly every program writes them: by Flate, without a predictor, or not packed. */
function unpack(
  bytes: Buffer,
  { value, data }: PdfObject,
  most: number,
): Buffer | 'torn' | 'packedOtherwise' {
  const packed = bytes.subarray(data?.from, data?.to);
  const filter = entryOf(value, 'Filter');
  if (filter === undefined) return packed;
  const isFlate =
    isNameOf(filter, 'FlateDecode') ||
    (filter.kind === 'list' && filter.items.length === 1 && isNameOf(filter.items[0], 'FlateDecode'));
  if (!isFlate || isPredicted(entryOf(value, 'DecodeParms'))) return 'packedOtherwise';
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(most, 1) });
  } catch {
    return 'torn';
  }
}

function isPredicted(parms: PdfValue | undefined): boolean {
  if (parms === undefined) return false;
  if (parms.kind === 'list') return parms.items.some(isPredicted);
  if (parms.kind !== 'dictionary') return !(parms.kind === 'word' && parms.text === 'null');
  const predictor = parms.entries.get('Predictor');
  return predictor !== undefined && !(predictor.kind === 'word' && predictor.text === '1');
}
