import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { smallPack } from '../domain/policy/small-pack';
import { tempFolder } from './temp-folder';

/** The seeds that come along. */
export const SEEDS = join(__dirname, '..', '..', 'seeds');

/** A folder of seeds with these files in it, by their place. */
export function seedsWith(files: Readonly<Record<string, string>>): string {
  const seeds = tempFolder('seeds');
  mkdirSync(join(seeds, 'policies'));
  for (const [place, text] of Object.entries(files)) {
    mkdirSync(dirname(join(seeds, 'policies', place)), { recursive: true });
    writeFileSync(join(seeds, 'policies', place), text);
  }
  return seeds;
}

/** The paper of the small pack: each of its clauses in a line of its own. */
export const TEXT = [
  '样例办法',
  ...Object.values(smallPack().clauses).map((clause) => (clause as { text: string }).text),
].join('\n');

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** The small pack as a file, written from {@link TEXT}, after a change. */
export function packFile(change: (pack: ReturnType<typeof smallPack>) => void = () => undefined): string {
  const pack = smallPack();
  pack.source['text_sha256'] = sha256(TEXT);
  change(pack);
  return stringify(pack);
}

/** Where the small pack lies among policies. */
export const PLACE = '990100/2024-01-01.yaml';
