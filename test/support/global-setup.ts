import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { everythingIsRequired, missingPrograms } from './machine';
import { findPostgres, startCluster } from './postgres';

/**
 * Before the first test: says what this machine cannot show, makes the run's folder, starts a PostgreSQL of
 * its own.
 */
export default function globalSetup(): void {
  const missing = missingPrograms();
  if (missing.length > 0 && everythingIsRequired()) throw new Error(missing.join('\n'));
  for (const sentence of missing) process.stdout.write(`\nleft out: ${sentence}\n`);

  if (hasRoomInMemory()) process.env['TMPDIR'] = MEMORY;
  const folder = mkdtempSync(join(tmpdir(), 'village-ledger-tests-'));
  process.env['TEST_RUN'] = randomBytes(4).toString('hex');
  process.env['TEST_FOLDER'] = folder;
  if (process.env['TEST_POSTGRES_URL'] !== undefined || findPostgres() === undefined) return;
  startPostgres(`${folder}-postgres`);
}

/** Where Linux keeps files in memory: a test's rows need not outlive a power cut, and no COMMIT waits. */
const MEMORY = '/dev/shm';

/** Whether a run's rows find room there many times over; a container often gives 64 MB. */
function hasRoomInMemory(): boolean {
  if (process.env['TMPDIR'] !== undefined) return false;
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize > 4 * 1024 ** 3;
  } catch {
    return false;
  }
}

function startPostgres(folder: string): void {
  mkdirSync(folder);
  process.env['TEST_POSTGRES_FOLDER'] = folder;
  try {
    process.env['TEST_POSTGRES_URL'] = startCluster(folder);
  } catch (error) {
    if (everythingIsRequired()) throw error;
    process.stdout.write(
      '\nleft out: PostgreSQL did not start, every test on both engines runs on SQLite only\n',
    );
  }
}
