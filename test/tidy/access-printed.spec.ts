import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { printedAccess } from '../../src/features/users/access-printed';
import { ACCESS } from '../../src/features/users/access-table';
import { ROOT } from './project-files';

describe('the printed table of access', () => {
  const printed = readFileSync(join(ROOT, 'docs', 'access.md'), 'utf8');

  it('is what the table says: npm run access-table', () => {
    expect(printed.split('\n')).toEqual(printedAccess(ACCESS).split('\n'));
  });

  it('prints each route once', () => {
    const routes = [...printed.matchAll(/^\| `(\w+ .+?)` \|/gm)].map(([, route]) => route);
    expect([...routes].sort()).toEqual(Object.keys(ACCESS).sort());
  });
});
