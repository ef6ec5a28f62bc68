import { rmSync } from 'node:fs';
import { stopCluster } from './postgres';
import { dropTestDatabases } from './postgres-databases';

/** After the last test: nothing of the run is left on the machine. */
export default async function globalTeardown(): Promise<void> {
  const cluster = process.env['TEST_POSTGRES_FOLDER'];
  if (cluster !== undefined) stopCluster(cluster);
  else if (process.env['TEST_POSTGRES_URL'] !== undefined) await dropTestDatabases();
  const folder = process.env['TEST_FOLDER'];
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
}
