import type { Readable } from 'node:stream';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { FormProblems } from '../../domain/shared/problem';
import { refusedFile, type TableLimits } from './table';

/** The parts of a packed file by name, each as it was asked for. */
export interface PackedParts {
  readonly names: readonly string[];
  /** A part unpacked; undefined where there is none. @throws FormProblems `file.bomb`, `file.damaged` */
  read(name: string): Promise<Buffer | undefined>;
}

const MOST_PARTS = 2_000;
/** A part smaller than this may be packed as tightly as it likes. */
const SMALL_PART = 1024 * 1024;

/**
 * Opens a packed file without unpacking anything: what its directory says of sizes is held against the
 * limits first, and what comes out while a part is read is counted again.
 * @throws FormProblems `file.damaged`, `file.bomb`, `file.encrypted`
 */
export async function openPacked(bytes: Buffer, limits: TableLimits): Promise<PackedParts> {
  const { file, entries } = await directoryOf(bytes, limits);
  let left = limits.unpackedBytes;
  return {
    names: [...entries.keys()],
    async read(name) {
      const entry = entries.get(name);
      if (entry === undefined) return undefined;
      const part = await orDamaged(async () => gather(await file.openReadStreamPromise(entry), left));
      left -= part.length;
      return part;
    },
  };
}

async function directoryOf(
  bytes: Buffer,
  limits: TableLimits,
): Promise<{ file: ZipFile; entries: Map<string, Entry> }> {
  return orDamaged(async () => {
    const file = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false });
    const entries = new Map<string, Entry>();
    let unpacked = 0;
    for await (const entry of file.eachEntry()) {
      unpacked += entry.uncompressedSize;
      if (entry.isEncrypted()) throw refusedFile('file.encrypted');
      if (entries.size >= MOST_PARTS || unpacked > limits.unpackedBytes || swells(entry, limits))
        throw refusedFile('file.bomb');
      entries.set(entry.fileName, entry);
    }
    return { file, entries };
  });
}

function swells({ uncompressedSize, compressedSize }: Entry, limits: TableLimits): boolean {
  return uncompressedSize > SMALL_PART && uncompressedSize > compressedSize * limits.unpackedTimes;
}

async function gather(stream: Readable, most: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of stream) {
    if (!Buffer.isBuffer(piece)) continue;
    size += piece.length;
    if (size > most) throw refusedFile('file.bomb');
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** Whatever the unpacking stumbles over, the file is broken; our own refusals pass. */
async function orDamaged<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FormProblems) throw error;
    throw refusedFile('file.damaged');
  }
}
