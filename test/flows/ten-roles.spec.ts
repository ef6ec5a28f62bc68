import { UsersService } from '../../src/features/users/users.service';
import type { RoleName } from '../../src/platform/http/actor';
import { csrfTokenIn, Visitor } from '../platform/http-app.fixture';
import { addVillage, openWith, PASSWORD, startVillageApp, type VillageApp } from './api-village.fixture';

describe('the roles beside accountant, cashier, township and county', () => {
  let village: VillageApp;
  let id: string;
  let other: string;
  const people = new Map<RoleName, Visitor>();

  beforeAll(async () => {
    village = await startVillageApp('sqlite', { LOG_INS_PER_MINUTE: '100' });
    village.clock.moveTo('2025-07-10');
    ({ id } = await addVillage(village, { name: 'Roles' }));
    ({ id: other } = await addVillage(village, { name: 'Others' }));
    await openWith(village.app, id, 900n, '2025-01-01');
    for (const role of ['reporter', 'bookkeeper', 'leader', 'supervisor'] as const) await letIn(role, id);
    for (const role of ['reviewer', 'approver', 'auditor'] as const) await letIn(role, village.townshipId);
  }, 120_000);
  afterAll(() => village.close());

  async function letIn(role: RoleName, collectiveId: string): Promise<void> {
    const person = { username: role, displayName: role, password: PASSWORD, officeId: collectiveId };
    await village.app.get(UsersService).createUser({ ...person, roles: [{ role, collectiveId }] });
    const visitor = new Visitor(village.app);
    await visitor.logIn({ username: role, password: PASSWORD });
    people.set(role, visitor);
  }
  const statusOf = async (role: RoleName, path: string): Promise<number | undefined> =>
    (await people.get(role)?.get(path))?.statusCode;
  const all = (roles: readonly RoleName[], path: string) =>
    Promise.all(roles.map((role) => statusOf(role, path)));

  const READERS = ['leader', 'supervisor', 'auditor'] as const;
  const PAGES = ['months/2025-07', 'plans', 'books', 'vouchers', 'members', 'check', 'bank', 'objections'];
  it.each([...PAGES, 'audit-file?year=2025'])(
    'lets those who look read %s of their village',
    async (page) => {
      const answers = await all(READERS, `/villages/${id}/${page}`);
      expect(answers).toEqual([200, 200, 200]);
    },
  );

  it('lets a leader and a supervisor into no other village, a township’s auditor into each', async () => {
    expect(await all(READERS, `/villages/${other}/months/2025-07`)).toEqual([403, 403, 200]);
    expect(await all(['reviewer', 'approver'], `/villages/${other}/months/2025-07`)).toEqual([200, 200]);
    expect(await all(['reviewer', 'approver', 'auditor'], `/township/${village.townshipId}`)).toEqual([
      ...[200, 200, 200],
    ]);
  });

  it('draws no form that they could not post, and takes none', async () => {
    for (const role of READERS) {
      const visitor = people.get(role);
      const shown = (await visitor?.get(`/villages/${id}/check`))?.body ?? '';
      expect(shown).not.toContain(`action="/villages/${id}/check"`);
      const form = { _csrf: csrfTokenIn(shown) };
      expect((await visitor?.post(`/villages/${id}/check`, form))?.statusCode).toBe(403);
    }
    const checked = (await people.get('reviewer')?.get(`/villages/${id}/check`))?.body;
    expect(checked).toContain(`action="/villages/${id}/check"`);
  });

  it('lets a reporter look at attendance and send papers in, and opens no books to him', async () => {
    const paths = ['books', 'vouchers', 'plans', 'settlements/new', 'members'];
    for (const path of paths) expect(await statusOf('reporter', `/villages/${id}/${path}`)).toBe(403);
    for (const path of ['months/2025-07', 'attendance/2025-07', 'settlements/import', 'assets'])
      expect([path, await statusOf('reporter', `/villages/${id}/${path}`)]).toEqual([path, 200]);
    expect(await statusOf('reporter', `/villages/${other}/months/2025-07`)).toBe(403);
  });

  it('lets an agency’s bookkeeper keep the books of the village', async () => {
    const entry = (await people.get('bookkeeper')?.get(`/villages/${id}/vouchers/new`))?.body;
    expect(entry).toContain('name="commandKey"');
    expect(await statusOf('bookkeeper', `/villages/${other}/vouchers/new`)).toBe(403);
  });

  it('lets who approves give posts, and who reviews not', async () => {
    const path = `/township/${village.townshipId}/people`;
    expect(await all(['approver', 'reviewer', 'auditor'], path)).toEqual([200, 403, 403]);
  });

  it('leads everybody to where his work begins', async () => {
    for (const [role, visitor] of people) {
      const { headers } = await visitor.get('/');
      const home = await visitor.get(headers.location ?? '');
      const next = home.headers.location === undefined ? home : await visitor.get(home.headers.location);
      expect([role, next.statusCode]).toEqual([role, 200]);
    }
  });
});
