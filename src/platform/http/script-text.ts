import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const SCRIPTS = join(__dirname, '..', '..', '..', 'templates', 'scripts');
const kept = new Map<string, string>();

/** Where a script of the pages lies: one of ours by its name, or the one that takes sha-256. */
export function scriptFile(name: string): string {
  return name === 'sha256.js' ? require.resolve('js-sha256/build/sha256.min.js') : join(SCRIPTS, name);
}

/** The text of a script, for a page that has to stand by itself. Each is read once. */
export function scriptText(name: string): string {
  const text = kept.get(name) ?? readFileSync(scriptFile(name), 'utf8');
  kept.set(name, text);
  return text;
}
