import { Database } from '../../src/platform/database/database';
import type { DemoOffice } from '../pages/demo-office.fixture';
import type { Visitor } from '../platform/http-app.fixture';

/**
 * Says something, as anybody may, of a sheet that an accountant answers for.
 * @returns the addresses at which it stands
 */
export async function sayOfASheet(
  { app }: DemoOffice,
  accountant: Visitor,
  fields: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const notices = await app
    .get(Database)
    .reader.query<{ collective_id: string; code: string }[]>('SELECT collective_id, code FROM notices');
  for (const { collective_id: id, code } of notices) {
    const office = `/villages/${id}/objections`;
    if ((await accountant.get(office)).statusCode !== 200) continue;
    const said = await app.inject({
      ...{ method: 'POST', url: `/n/${code}/objections` },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    });
    if (said.statusCode === 303) return [`/n/${code}`, `/n/${code}/objections`, office, `/api${office}`];
  }
  throw new Error('nothing was said of any sheet');
}
