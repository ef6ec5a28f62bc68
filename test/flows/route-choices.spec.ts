import { csrfTokenIn, Visitor } from '../platform/http-app.fixture';
import { enginesHere } from '../support/engines';
import { draftOf, letIn, openWith, PASSWORD, startVillageApp, type VillageApp } from './api-village.fixture';
import { addCounty } from './county-office.fixture';
import { done } from './guantao-plan.fixture';

const ROUTE = 'representatives-assembly-then-township';
const CHOICE = {
  ...{ routedKind: 'plan', chosenRoute: ROUTE, routeFrom: '2025-07-05' },
  ...{ routePaper: '县农字〔2025〕8号', routeWhy: '全县照一个样子办' },
};

describe.each(enginesHere())('the routes that a county chooses (%s)', (engine) => {
  let village: VillageApp;
  let countyId: string;
  const visitors = new Map<string, Visitor>();

  beforeAll(async () => {
    village = await startVillageApp(engine);
    countyId = await addCounty(village);
    await letIn(village.app, { name: 'qian', role: 'county', collectiveId: countyId });
    await openWith(village.app, village.villageId, 500_000n);
  }, 120_000);
  afterAll(() => village.close());

  const visitorOf = async (name: string): Promise<Visitor> => {
    const visitor = visitors.get(name) ?? new Visitor(village.app);
    if (!visitors.has(name)) await visitor.logIn({ username: name, password: PASSWORD });
    visitors.set(name, visitor);
    return visitor;
  };
  const seen = async (name: string, at = path()): Promise<string> =>
    (await (await visitorOf(name)).get(at)).body;
  const path = (id = countyId): string => `/offices/${id}/routes`;
  const choose = async (wish: Partial<typeof CHOICE & { routePlace: string }> = {}) => {
    const visitor = await visitorOf('qian');
    const { body } = await visitor.get(path());
    const commandKey = /name="commandKey" value="([^"]+)"/.exec(body)?.[1] ?? '';
    const form = { routePlace: countyId, ...CHOICE, ...wish, _csrf: csrfTokenIn(body), commandKey };
    return visitor.post(path(), form);
  };

  it('stand with every step, what it rests on, and what nobody has confirmed', async () => {
    const page = await seen('qian');
    expect(page).toContain('县里还没有定过，各村照原来的走。');
    expect(page).toContain('村里原来的');
    expect(page).toContain('照农村集体经济组织法表决');
    expect(page).toContain('（未经确认）');
    expect(page).toContain('（看过全文）');
    expect(page).toContain('Liuhe各村');
    expect(await seen('qian', `/offices/${countyId}/packs`)).toContain(`href="${path()}"`);
  });

  it('come back with all that is wrong, and what was typed', async () => {
    const refused = await choose({ routeFrom: '2025-07-04', routePaper: '', routeWhy: '好' });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('有 3 处要改');
    expect(refused.body).toContain('2025-07-04 已经过了');
  });

  it('hold from their day in every village, which sees by what', async () => {
    expect((await choose()).statusCode).toBe(303);
    const page = await seen('qian');
    expect(page).toContain('Funan全县定的，2025年7月5日起');
    expect(page).toContain('县农字〔2025〕8号');
    const own = await seen('wang', path(village.villageId));
    expect(own).toContain('成员代表大会表决、镇政府审核');
    expect(own).toContain('Funan全县定的');
    expect(own).not.toContain('Xihe');
    expect(own).not.toContain('name="chosenRoute"');
    expect(await seen('li', path(village.townshipId))).toContain('Xihe');
    const plans = `/api/villages/${village.villageId}/plans`;
    const { id } = await done(village.accountant.post(plans, draftOf('2000.00')));
    expect((await village.accountant.get(`${plans}/${String(id)}`)).body).toMatchObject({ routeId: ROUTE });
    const told = await village.accountant.get(`/api/offices/${village.villageId}/route-choices`);
    expect(told.body).toMatchObject({ total: 1, items: [{ number: 1, routeId: ROUTE, placeId: countyId }] });
  });

  it('are given up by another choice alone, and by the county alone', async () => {
    expect((await choose()).body).toContain('这里到那天走的已经是这一种');
    expect((await choose({ chosenRoute: 'open' })).statusCode).toBe(303);
    expect(await seen('wang', path(village.villageId))).toContain('村里原来的');
    const given = { routePlace: village.townshipId, ...CHOICE };
    const ownOffice = `/api/offices/${village.townshipId}/route-choices`;
    expect((await village.officer.post(ownOffice, given)).status).toBe(403);
  });
});
