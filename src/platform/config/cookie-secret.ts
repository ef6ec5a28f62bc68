import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Configuration } from './configuration';

/**
 * The secret that signs cookies: the one given or, where none is, one made at the first start and kept in
 * `keys/cookie-secret` of the data folder, readable by its owner only.
 */
export function requireCookieSecret({ cookieSecret, dataFolder }: Configuration): string {
  if (cookieSecret !== undefined) return cookieSecret;
  const folder = join(dataFolder, 'keys');
  const file = join(folder, 'cookie-secret');
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8').trim();
}
