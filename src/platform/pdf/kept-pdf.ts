import { inflateSync } from 'node:zlib';
import { invariant } from '../../domain/shared/invariant';

/** An object of a PDF: what is told of it, and the bytes of its stream as they lie in the file. */
interface KeptObject {
  readonly told: string;
  readonly stream: Buffer;
}

/** A bookmark of a kept PDF: its title as it is written, the number of its page and the place on it. */
export interface KeptBookmark {
  readonly title: string;
  readonly page: number;
  readonly place: string;
}

/** Where an object lies: from one place to another of the file, or in a pack as one of several. */
type KeptPlace =
  { readonly from: number; readonly to: number } | { readonly pack: number; readonly place: number };

/** A string, so that nothing in it is taken for anything else; a reference; where a stream begins. */
const TOKEN = /\((?:\\[\s\S]|[^\\()])*\)|\b(\d+) 0 R\b|\bstream\r?\n/g;
const ENTRY_BYTES = 20;
/** In a packed table: what kind of place, which, and the how manieth there. */
const PACKED_ENTRY_BYTES = 7;

/**
 * A PDF as a sheet is written, or as pdfkit writes one (sheets printed before `paper/3`): its pages can be
 * taken out one by one.
 */
export class KeptPdf {
  /** The number of its root, and of what it says of itself as a whole. */
  readonly root: number;
  readonly info: number;
  /** The numbers of its pages, in order. */
  readonly pages: readonly number[];
  /** The numbers of the nodes above its pages. */
  readonly nodes: readonly number[];
  /** Its bookmarks, one after the other. */
  readonly bookmarks: readonly KeptBookmark[];
  /**
   * What it tells of its parts: the number of their root, what stands right under it, whose marks are
   * whose.
   */
  readonly parts: { readonly root: number; readonly whole: number; readonly marks: string } | undefined;
  private readonly places: ReadonlyMap<number, KeptPlace>;
  private readonly packs = new Map<number, readonly string[]>();

  /** @throws BrokenInvariant where it is no such file */
  constructor(private readonly bytes: Buffer) {
    const end = bytes.toString('latin1', Math.max(0, bytes.length - 40));
    const table = Number(/startxref\s+(\d+)/.exec(end)?.[1]);
    invariant(table > 0 && table < bytes.length, 'a kept PDF has a table and a root');
    const isPlain = bytes.toString('latin1', table, table + 4) === 'xref';
    const { places, trailer } = isPlain ? plainTable(bytes, table) : packedTable(bytes, table);
    const [root, info] = [named(trailer, 'Root'), named(trailer, 'Info')];
    const isOpen = !trailer.includes('/Encrypt');
    invariant(root !== undefined && info !== undefined && isOpen, 'a kept PDF has a table and a root');
    [this.places, this.root, this.info] = [places, root, info];
    const { told } = this.objectAt(root);
    const found: { pages: number[]; nodes: number[] } = { pages: [], nodes: [] };
    this.walk(named(told, 'Pages') ?? 0, found);
    [this.pages, this.nodes] = [found.pages, found.nodes];
    this.bookmarks = this.bookmarksOf(named(told, 'Outlines'));
    this.parts = this.partsOf(named(told, 'StructTreeRoot'));
  }

  /** Whether an object has a stream. */
  hasStream(number: number): boolean {
    return this.objectAt(number).stream.length > 0;
  }

  /** What is told of an object. */
  toldOf(number: number): string {
    return this.objectAt(number).told;
  }

  /** An object with other numbers for those that it names; its stream is the same bytes. */
  renumbered(number: number, numberOf: (named: number) => number): Buffer {
    const { told, stream } = this.objectAt(number);
    return Buffer.concat([Buffer.from(renumbered(told, numberOf), 'latin1'), stream]);
  }

  private objectAt(number: number): KeptObject {
    const place = this.places.get(number);
    invariant(place !== undefined, 'a kept PDF has every object that it names');
    if ('pack' in place) return { told: this.packAt(place.pack)[place.place] ?? '', stream: Buffer.alloc(0) };
    return objectWithin(this.bytes, place);
  }

  private packAt(number: number): readonly string[] {
    const known = this.packs.get(number) ?? unpacked(this.objectAt(number));
    this.packs.set(number, known);
    return known;
  }

  private walk(node: number, found: { readonly pages: number[]; readonly nodes: number[] }): void {
    const { told } = this.objectAt(node);
    const kids = /\/Kids ?\[([^\]]*)\]/.exec(told)?.[1];
    if (kids === undefined) found.pages.push(node);
    else {
      found.nodes.push(node);
      for (const [, kid] of kids.matchAll(/(\d+) 0 R/g)) this.walk(Number(kid), found);
    }
  }

  private bookmarksOf(outlines: number | undefined): KeptBookmark[] {
    const marks: KeptBookmark[] = [];
    let next = outlines === undefined ? undefined : named(this.objectAt(outlines).told, 'First');
    while (next !== undefined) {
      const { told } = this.objectAt(next);
      const [, title, page, place] = /\/Title (<\w+>).*\/Dest\[(\d+) 0 R([^\]]*)\]/.exec(told) ?? [];
      if (title !== undefined && place !== undefined) marks.push({ title, page: Number(page), place });
      next = named(told, 'Next');
    }
    return marks;
  }

  private partsOf(root: number | undefined): KeptPdf['parts'] {
    if (root === undefined) return undefined;
    const { told } = this.objectAt(root);
    const [whole, parents] = [named(told, 'K'), named(told, 'ParentTree')];
    invariant(whole !== undefined && parents !== undefined, 'a kept PDF tells its parts from one whole on');
    return { root, whole, marks: /\/Nums\[([\s\S]*)\]/.exec(this.objectAt(parents).told)?.[1] ?? '' };
  }
}

/** Words with other numbers for the objects that they name. */
export function renumbered(told: string, numberOf: (named: number) => number): string {
  return told.replace(TOKEN, (token, name?: string) =>
    name === undefined ? token : `${String(numberOf(Number(name)))} 0 R`,
  );
}

function named(told: string, name: string): number | undefined {
  const number = new RegExp(`/${name} (\\d+) 0 R`).exec(told)?.[1];
  return number === undefined ? undefined : Number(number);
}

function objectWithin(
  bytes: Buffer,
  { from, to }: { readonly from: number; readonly to: number },
): KeptObject {
  const text = bytes.toString('latin1', from, to);
  const start = text.indexOf('obj') + 3;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (!token.startsWith('stream')) continue;
    return { told: text.slice(start, index), stream: bytes.subarray(from + index, to) };
  }
  return { told: text.slice(start).replace(/\s*endobj\s*$/, ''), stream: Buffer.alloc(0) };
}

/** The data of an object's stream. */
function dataOf({ told, stream }: KeptObject): Buffer {
  const start = stream.indexOf('\n') + 1;
  const length = Number(/\/Length (\d+)/.exec(told)?.[1]);
  return inflateSync(stream.subarray(start, start + length));
}

function unpacked(pack: KeptObject): string[] {
  const text = dataOf(pack).toString('latin1');
  const first = Number(/\/First (\d+)/.exec(pack.told)?.[1]);
  const numbers = text.slice(0, first).trim().split(/\s+/).map(Number);
  const places = numbers.filter((_, index) => index % 2 === 1);
  return places.map((at, index) => text.slice(first + at, first + (places[index + 1] ?? text.length)).trim());
}

interface KeptTable {
  readonly places: ReadonlyMap<number, KeptPlace>;
  readonly trailer: string;
}

/** Where each object lies, from its number to the next object. */
function plainTable(bytes: Buffer, table: number): KeptTable {
  const [head = '', count] = /^xref\s+0 (\d+)\s+/.exec(bytes.toString('latin1', table, table + 40)) ?? [];
  const starts = Array.from({ length: Number(count ?? 0) }, (_, number) => {
    const at = table + head.length + number * ENTRY_BYTES;
    const entry = bytes.toString('latin1', at, at + ENTRY_BYTES);
    return { number, from: Number(entry.slice(0, 10)), isThere: entry.charAt(17) === 'n' };
  }).filter(({ isThere }) => isThere);
  invariant(starts.length > 0, 'a kept PDF has one table of its objects');
  const trailer = bytes.toString('latin1', bytes.lastIndexOf('trailer'));
  return { places: new Map(stretches(starts, table)), trailer };
}

function packedTable(bytes: Buffer, table: number): KeptTable {
  const object = objectWithin(bytes, { from: table, to: bytes.length });
  invariant(object.told.includes('/W[1 4 2]'), 'a kept PDF has a table and a root');
  const entries = dataOf(object);
  const packed: [number, KeptPlace][] = [];
  const starts: { number: number; from: number }[] = [];
  for (let number = 0; number * PACKED_ENTRY_BYTES < entries.length; number += 1) {
    const at = number * PACKED_ENTRY_BYTES;
    const [kind, where] = [entries.readUInt8(at), entries.readUInt32BE(at + 1)];
    if (kind === 1) starts.push({ number, from: where });
    if (kind === 2) packed.push([number, { pack: where, place: entries.readUInt16BE(at + 5) }]);
  }
  return { places: new Map([...stretches(starts, bytes.length), ...packed]), trailer: object.told };
}

function stretches(
  starts: readonly { readonly number: number; readonly from: number }[],
  end: number,
): [number, KeptPlace][] {
  const inOrder = [...starts].sort((one, other) => one.from - other.from);
  return inOrder.map(({ number, from }, place) => [number, { from, to: inOrder[place + 1]?.from ?? end }]);
}
