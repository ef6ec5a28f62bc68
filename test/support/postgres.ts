import { execFileSync, spawn } from 'node:child_process';
import { resolve } from 'node:path';

const SCRIPT = resolve('test/support/postgres-cluster.sh');

/** The folder of PostgreSQL's programs on this machine, or undefined. */
export function findPostgres(): string | undefined {
  try {
    return execFileSync(SCRIPT, ['where'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}

/**
 * Starts a throw-away cluster in an empty folder; it ends with this process, even a broken-off one.
 * @param asked `limitKb`: it can write no file larger than this; `durable`: it keeps what it acknowledges
 * @returns the address of its administrator
 */
export function startCluster(
  folder: string,
  asked: { readonly limitKb?: number; readonly durable?: boolean } = {},
): string {
  const limit = asked.limitKb === undefined ? [] : [String(asked.limitKb)];
  const env = { ...process.env, DURABLE: asked.durable === true ? '1' : '' };
  const address = execFileSync(SCRIPT, ['start', folder, ...limit], { encoding: 'utf8', env }).trim();
  spawn(SCRIPT, ['watch', String(process.pid), folder], {
    detached: true,
    stdio: 'ignore',
    cwd: '/',
  }).unref();
  return address;
}

/** Stops the cluster and removes its folder. */
export function stopCluster(folder: string): void {
  execFileSync(SCRIPT, ['stop', folder]);
}

/**
 * The role that owns the tables and migrates, and the role that serves and may not change what was posted.
 */
export const OWNER_ROLE = 'village_ledger_owner';
export const SERVING_ROLE = 'village_ledger_app';

/**
 * The same server, another database and another role. The roles' password is known: such a server holds tests
 * only.
 */
export function addressOf(administratorUrl: string, database: string, role?: string): string {
  const url = new URL(administratorUrl);
  url.pathname = `/${database}`;
  if (role !== undefined) {
    url.username = role;
    url.password = ROLE_PASSWORD;
  }
  return url.toString();
}

export const ROLE_PASSWORD = 'village-ledger-tests';
