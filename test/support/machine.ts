import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findPostgres } from './postgres';

/** Where the machine keeps a browser that tests can drive; undefined where there is none. */
export function findChromium(): string | undefined {
  return process.env['TEST_CHROMIUM'] ?? findProgram('chromium', 'chromium-browser', 'google-chrome');
}

/** Where the machine keeps poppler's `pdftotext` or `pdftoppm`; undefined where there is none. */
export function findPoppler(program: 'pdftotext' | 'pdftoppm'): string | undefined {
  return findProgram(program);
}

/** Flags under which chromium starts as any user, offline, from a fresh profile. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where `.ci/run` asks for it, nothing may be left out: a missing program is a failure. */
export function everythingIsRequired(): boolean {
  return process.env['REQUIRE_ALL'] === '1';
}

/** What the suite leaves out on this machine, one sentence for each missing program. */
export function missingPrograms(): string[] {
  const postgres = process.env['TEST_POSTGRES_URL'] ?? findPostgres();
  return [
    ...(postgres === undefined
      ? ['PostgreSQL not found: every test on both engines runs on SQLite only']
      : []),
    ...(findChromium() === undefined ? ['chromium not found: no page is opened in a browser'] : []),
    ...(findPoppler('pdftotext') === undefined
      ? ['poppler-utils not found: no printed sheet is read back']
      : []),
  ];
}

function findProgram(...names: string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
}
