// What both parts of the checker need: the folder, its files, and the way a break is told.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export class Break extends Error {}

const words = process.argv.slice(2);

/** What follows an option each time it is given, taken out of the words. */
function option(name) {
  const given = [];
  for (let at = words.indexOf(name); at >= 0; at = words.indexOf(name))
    given.push(words.splice(at, 2)[1] ?? '');
  return given;
}

/** Places of the vouchers' chain, and of the records', as they are printed on papers. */
export const printed = { head: option('--head'), records: option('--records') };
export const folder = words[0] ?? dirname(fileURLToPath(import.meta.url));
export const START = '0'.repeat(64);

export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
export const text = (name) => readFileSync(join(folder, name), 'utf8');
export const say = (line) => process.stdout.write(`${line}\n`);

export function must(holds, place, what) {
  if (!holds) throw new Break(`${place}: ${what}`);
}

/** What papers say of a chain stands in it; a chain that ends before one of them has lost its tail. */
export function mustBear(name, hashes) {
  for (const given of printed[name]) mustHave(name, given, hashes);
}

function mustHave(name, given, hashes) {
  const [, at, starts, ends = ''] = /^(\d+):([0-9a-f]{12,64})(?:(?:…|\.\.\.)([0-9a-f]+))?$/.exec(
    given.replace(/\s/g, '').toLowerCase(),
  ) ?? [undefined, '0', ''];
  must(starts !== '', `--${name}`, 'give POSITION:HASH, at least 12 digits of the hash');
  const found = hashes.get(Number(at));
  must(found !== undefined, `--${name}`, `the chain ends before position ${at}: its tail was cut`);
  must(found.startsWith(starts) && found.endsWith(ends), `--${name}`, `position ${at} has the hash ${found}`);
}

/** Rows of a csv file by the names in its first line; no value holds a comma. */
export function rowsOf(name) {
  const [head, ...rows] = text(name).trimEnd().split('\n');
  const names = head.split(',');
  return rows.map((row) => Object.fromEntries(row.split(',').map((value, at) => [names[at], value])));
}

/** Rows of a file of which each line is JSON. */
export const linesOf = (name) =>
  text(name)
    .split('\n')
    .filter(Boolean)
    .map((row) => JSON.parse(row));

export const add = (sums, key, amount) => sums.set(key, (sums.get(key) ?? 0n) + amount);
