// What both parts of the checker need: the folder, its files, and the way a break is told.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export class Break extends Error {}

const words = process.argv.slice(2);
const headAt = words.indexOf('--head');

/** A printed head, as given. */
export const witness = headAt < 0 ? undefined : words.splice(headAt, 2)[1];
export const folder = words[0] ?? dirname(fileURLToPath(import.meta.url));
export const START = '0'.repeat(64);

export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
export const text = (name) => readFileSync(join(folder, name), 'utf8');
export const say = (line) => process.stdout.write(`${line}\n`);

export function must(holds, place, what) {
  if (!holds) throw new Break(`${place}: ${what}`);
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
