import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

/** So many objects are packed together: a reader unpacks all of them to read one. */
const PACKED_TOGETHER = 500;

/**
 * A PDF as it is written: bytes that are data one after the other, everything that is told in words packed
 * together behind them. What a sheet tells of its parts (one object to a cell) would else be half of it.
 * Source: PDF 1.7 (ISO 32000-1), 7.5.7 object streams, 7.5.8 cross-reference streams.
 */
export class PdfFile {
  private readonly chunks: Buffer[] = [Buffer.from('%PDF-1.7\n%\xff\xff\xff\xff\n', 'latin1')];
  private readonly told = new Map<number, string>();
  /** Of each object how it is found: `[1, place]` in the file, `[2, pack, place]` in a pack. */
  private readonly places: (readonly [kind: number, at: number, within: number])[] = [[0, 0, 0xffff]];
  private readonly hash = createHash('sha256');
  private written = this.chunks[0]?.length ?? 0;

  /** The number of an object that is told later. */
  reserve(): number {
    return this.places.push([0, 0, 0]) - 1;
  }

  /** Tells an object. @returns its number */
  tell(words: string, number = this.reserve()): number {
    this.told.set(number, words);
    return number;
  }

  /**
   * Writes an object with data.
   * @param words what is told of it, without the braces, its filter and its length
   * @param isPlain left as it is, so that it is read by whoever knows no PDF
   */
  data(words: string, bytes: Buffer, isPlain = false): number {
    return this.write(
      this.reserve(),
      words,
      isPlain ? { bytes } : { bytes: deflateSync(bytes), packed: true },
    );
  }

  /** Writes an object with data as it was written before, from behind its number to its end. */
  again(number: number, written: Buffer): void {
    this.push(number, [Buffer.from(`${String(number)} 0 obj`), written]);
  }

  /** What was written and told since it was last asked, so that no more of a long file lies in memory. */
  flush(): Buffer {
    const told = [...this.told];
    this.told.clear();
    for (let from = 0; from < told.length; from += PACKED_TOGETHER)
      this.pack(told.slice(from, from + PACKED_TOGETHER));
    const bytes = Buffer.concat(this.chunks);
    this.chunks.length = 0;
    this.hash.update(bytes);
    return bytes;
  }

  /** Ends the file with where everything is. @returns what of it was not asked for yet */
  end({ root, info }: { readonly root: number; readonly info: number }): Buffer {
    const bytes = this.flush();
    const id = `<${this.hash.digest('hex').slice(0, 32)}>`;
    const [number, start] = [this.reserve(), this.written];
    this.places[number] = [1, start, 0];
    const table = Buffer.alloc(this.places.length * 7);
    this.places.forEach(([kind, at, within], place) => {
      table.writeUInt8(kind, place * 7);
      table.writeUInt32BE(at, place * 7 + 1);
      table.writeUInt16BE(within, place * 7 + 5);
    });
    const size = `/Size ${String(this.places.length)}/W[1 4 2]`;
    const words = `/Type/XRef${size}/Root ${reference(root)}/Info ${reference(info)}/ID[${id}${id}]`;
    this.write(number, words, { bytes: deflateSync(table), packed: true });
    this.chunks.push(Buffer.from(`startxref\n${String(start)}\n%%EOF\n`));
    return Buffer.concat([bytes, ...this.chunks]);
  }

  private pack(objects: readonly (readonly [number: number, words: string])[]): void {
    const pack = this.reserve();
    let at = 0;
    const heads = objects.map(([number, words], place) => {
      this.places[number] = [2, pack, place];
      const head = `${String(number)} ${String(at)}`;
      at += words.length + 1;
      return head;
    });
    const head = `${heads.join(' ')}\n`;
    const bytes = Buffer.from(`${head}${objects.map(([, words]) => words).join('\n')}\n`, 'latin1');
    const words = `/Type/ObjStm/N ${String(objects.length)}/First ${String(head.length)}`;
    this.write(pack, words, { bytes: deflateSync(bytes), packed: true });
  }

  private write(
    number: number,
    words: string,
    { bytes, packed = false }: { readonly bytes: Buffer; readonly packed?: boolean },
  ): number {
    const filter = packed ? '/Filter/FlateDecode' : '';
    const begin = `${String(number)} 0 obj\n<<${words}${filter}/Length ${String(bytes.length)}>>\nstream\n`;
    this.push(number, [Buffer.from(begin, 'latin1'), bytes, Buffer.from('\nendstream\nendobj\n')]);
    return number;
  }

  private push(number: number, chunks: readonly Buffer[]): void {
    this.places[number] = [1, this.written, 0];
    this.chunks.push(...chunks);
    this.written += chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  }
}

/** How one object names another. */
export function reference(number: number): string {
  return `${String(number)} 0 R`;
}

/** A text of any script, in hexadecimal digits of UTF-16. */
export function textOf(words: string): string {
  return `<FEFF${Buffer.from(words, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
}

/** A moment as a PDF tells it. */
export function momentOf(at: Date): string {
  return `(D:${at.toISOString().replace(/\D/g, '').slice(0, 14)}Z)`;
}
