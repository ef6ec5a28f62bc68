import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A fresh folder of this test run; it goes with the run. */
export function tempFolder(name = 'folder'): string {
  return mkdtempSync(join(process.env['TEST_FOLDER'] ?? tmpdir(), `${name}-`));
}
