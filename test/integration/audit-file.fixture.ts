import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { type Entry, fromBuffer } from 'yauzl';
import type { Database } from '../../src/platform/database/database';
import { run } from '../../src/platform/database/statements';

/** A line of `rows.jsonl`. */
interface Told {
  readonly table: string;
  readonly says: Readonly<Record<string, string>>;
  readonly salts: Readonly<Record<string, string>>;
  readonly withheld: Readonly<Record<string, string>>;
}

/** The columns of a table as the database has them today, after every migration. */
export async function columnsIn({ reader, engine }: Database, table: string): Promise<string[]> {
  const sql =
    engine === 'sqlite'
      ? 'SELECT name FROM pragma_table_info(?)'
      : 'SELECT column_name AS name FROM information_schema.columns WHERE table_name = ?';
  return (await run<{ name: string }>(reader, sql, [table])).map(({ name }) => name);
}

/** Runs the checker as an auditor does, in a folder of its own. */
export function runChecker(folder: string, ...words: string[]): { code: number | null; says: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'check.mjs'), ...words], {
    encoding: 'utf8',
  });
  return { code: status, says: stdout + stderr };
}

export function unzip(bytes: Buffer): Promise<Map<string, Buffer>> {
  return new Promise((resolve, reject) => {
    const files = new Map<string, Buffer>();
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      zip.on('end', () => resolve(files));
      zip.on('entry', (entry: Entry) => {
        zip.openReadStream(entry, (failed, stream) => {
          if (failed) return reject(failed);
          void buffer(stream).then((content) => {
            files.set(entry.fileName, content);
            zip.readEntry();
          });
        });
      });
      zip.readEntry();
    });
  });
}

/** What an archive says of the rows of a table. */
export function rowsOf(files: ReadonlyMap<string, Buffer>, table: string): Partial<Told>[] {
  const lines = (files.get('rows.jsonl')?.toString() ?? '').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as Told).filter((row) => row.table === table);
}
