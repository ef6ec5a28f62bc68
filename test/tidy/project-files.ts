import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A file of the project: its path from the root with `/`, and its text. */
export interface ProjectFile {
  readonly path: string;
  readonly text: string;
}

export const ROOT = join(__dirname, '../..');

const ROOMS = ['src', 'test', 'templates', 'seeds', 'docs', '.ci'];
const TEXT = /\.(ts|tsx|js|cjs|mjs|json|yaml|yml|md|css|sh|html|svg)$|^\.ci\/run$/;

/**
 * Every text file that people wrote: the rooms and the files at the root; no lock file, nothing that was
 * built.
 */
export function projectFiles(): ProjectFile[] {
  const atRoot = readdirSync(ROOT).filter((name) => statSync(join(ROOT, name)).isFile());
  const inRooms = ROOMS.filter((room) => existsSync(join(ROOT, room))).flatMap((room) =>
    readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' }).map((name) => `${room}/${name}`),
  );
  return [...atRoot, ...inRooms]
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => TEXT.test(path) && path !== 'package-lock.json' && statSync(join(ROOT, path)).isFile())
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}
