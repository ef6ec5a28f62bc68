import { invariant } from '../../domain/shared/invariant';

/** An object of a PDF: what is told of it, and the bytes of its stream as they lie in the file. */
interface KeptObject {
  readonly told: string;
  readonly stream: Buffer;
}

/** A string, so that nothing in it is taken for anything else; a reference; where a stream begins. */
const TOKEN = /\((?:\\[\s\S]|[^\\()])*\)|\b(\d+) 0 R\b|\bstream\r?\n/g;
const ENTRY_BYTES = 20;

/** A PDF as pdfkit writes it, with one table of plain objects: its pages can be taken out one by one. */
export class KeptPdf {
  /** The numbers of its pages, in order. */
  readonly pages: readonly number[];
  /** The numbers of the nodes above its pages. */
  readonly nodes: readonly number[];
  private readonly stretches: ReadonlyMap<number, readonly [from: number, to: number]>;

  /** @throws BrokenInvariant where it is no such file */
  constructor(private readonly bytes: Buffer) {
    const end = bytes.toString('latin1', bytes.lastIndexOf('trailer'));
    const table = Number(/startxref\s+(\d+)/.exec(end)?.[1]);
    const root = Number(/\/Root (\d+) 0 R/.exec(end)?.[1]);
    invariant(table > 0 && root > 0 && !end.includes('/Encrypt'), 'a kept PDF has a table and a root');
    this.stretches = stretchesOf(bytes, table);
    const top = Number(/\/Pages (\d+) 0 R/.exec(this.objectAt(root).told)?.[1]);
    const found: { pages: number[]; nodes: number[] } = { pages: [], nodes: [] };
    this.walk(top, found);
    [this.pages, this.nodes] = [found.pages, found.nodes];
  }

  /** The numbers of the objects that one names, in order, a number as often as it is named. */
  namedBy(number: number): number[] {
    const { told } = this.objectAt(number);
    return [...told.matchAll(TOKEN)].flatMap(([, named]) => (named === undefined ? [] : [Number(named)]));
  }

  /** An object with other numbers for those that it names; its stream is the same bytes. */
  renumbered(number: number, numberOf: (named: number) => number): Buffer {
    const { told, stream } = this.objectAt(number);
    const renamed = told.replace(TOKEN, (token, named?: string) =>
      named === undefined ? token : `${String(numberOf(Number(named)))} 0 R`,
    );
    return Buffer.concat([Buffer.from(renamed, 'latin1'), stream]);
  }

  private objectAt(number: number): KeptObject {
    const stretch = this.stretches.get(number);
    invariant(stretch !== undefined, 'a kept PDF has every object that it names');
    const [from, to] = stretch;
    const text = this.bytes.toString('latin1', from, to);
    const start = text.indexOf('obj') + 3;
    for (const { 0: token, index } of text.matchAll(TOKEN)) {
      if (!token.startsWith('stream')) continue;
      return { told: text.slice(start, index), stream: this.bytes.subarray(from + index, to) };
    }
    return { told: text.slice(start), stream: Buffer.alloc(0) };
  }

  private walk(node: number, found: { readonly pages: number[]; readonly nodes: number[] }): void {
    const { told } = this.objectAt(node);
    const kids = /\/Kids \[([^\]]*)\]/.exec(told)?.[1];
    if (kids === undefined) found.pages.push(node);
    else {
      found.nodes.push(node);
      for (const [, kid] of kids.matchAll(/(\d+) 0 R/g)) this.walk(Number(kid), found);
    }
  }
}

/** Where each object lies, from its number to the next object. */
function stretchesOf(bytes: Buffer, table: number): Map<number, readonly [from: number, to: number]> {
  const [head = '', count] = /^xref\s+0 (\d+)\s+/.exec(bytes.toString('latin1', table, table + 40)) ?? [];
  const starts = Array.from({ length: Number(count ?? 0) }, (_, number) => {
    const at = table + head.length + number * ENTRY_BYTES;
    const entry = bytes.toString('latin1', at, at + ENTRY_BYTES);
    return { number, from: Number(entry.slice(0, 10)), isThere: entry.charAt(17) === 'n' };
  }).filter(({ isThere }) => isThere);
  invariant(starts.length > 0, 'a kept PDF has one table of its objects');
  const inOrder = starts.sort((one, other) => one.from - other.from);
  return new Map(
    inOrder.map(({ number, from }, place) => [number, [from, inOrder[place + 1]?.from ?? table]]),
  );
}
