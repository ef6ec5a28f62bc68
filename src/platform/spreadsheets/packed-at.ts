import { buffer } from 'node:stream/consumers';
import type { Workbook } from 'exceljs';
import { fromBufferPromise } from 'yauzl';
import { ZipFile } from 'yazl';

/** The first day that a packed file can name. */
const EARLIEST = new Date(1980, 0, 1);

/**
 * A workbook packed as of one moment: exceljs sets the clock of the machine on every part, so that the same
 * facts written twice would be two files with two digests.
 */
export async function packedAt(workbook: Workbook, at: Date): Promise<Buffer> {
  const loose = await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } });
  const file = await fromBufferPromise(Buffer.from(loose), { lazyEntries: true, autoClose: false });
  const packed = new ZipFile();
  const mtime = at < EARLIEST ? EARLIEST : at;
  for await (const entry of file.eachEntry()) {
    const { fileName } = entry;
    const isFolder = fileName.endsWith('/');
    if (!isFolder)
      packed.addBuffer(await buffer(await file.openReadStreamPromise(entry)), fileName, { mtime });
  }
  packed.end();
  return buffer(packed.outputStream);
}
