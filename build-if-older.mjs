// Builds where there is nothing built yet, or something older than what it is made of: a check of the books
// must not take the files away from under a server that runs from them.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const MADE_OF = ['src', 'package.json', 'tsconfig.json', 'tsconfig.build.json', 'nest-cli.json'];
const BUILT = ['main.js', 'cli/check-books.js', 'cli/audit-file.js'].map((name) => join('dist', name));

/** When a file was last changed; a folder also when one was put into it or taken out. */
function changedAt(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => changedAt(join(path, name))));
}

function builtAt() {
  try {
    return Math.min(...BUILT.map((path) => statSync(path).mtimeMs));
  } catch {
    return 0;
  }
}

if (builtAt() < Math.max(...MADE_OF.map(changedAt))) {
  const { status } = spawnSync('npm', ['run', 'build'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  process.exitCode = status ?? 1;
}
