import { AssetsService } from '../../src/features/assets/assets.service';
import { CollectivesService } from '../../src/features/collectives/collectives.service';
import { type DemoOffice, startDemoOffice } from '../pages/demo-office.fixture';
import { csrfTokenIn, Visitor } from '../platform/http-app.fixture';
import { STATION } from '../support/station';
import { letIn, PASSWORD } from './api-village.fixture';

const IDENTITY = '341202193602290014';

describe('what a township looks for', () => {
  let office: DemoOffice;
  const visitors = new Map<string, Visitor>();

  beforeAll(async () => {
    office = await startDemoOffice({ REQUESTS_PER_MINUTE: '100000', LOG_INS_PER_MINUTE: '100' });
    for (const name of ['sun', 'zhou', 'he', 'qian']) {
      const visitor = new Visitor(office.app);
      await visitor.logIn(office.personOf(name));
      visitors.set(name, visitor);
    }
    const fields = {
      ...{ villageGroup: '', personName: 'Ouyang', identity: IDENTITY, labour: 'able', mobile: '' },
      ...{ officerRelation: 'none', belongs: 'yes', fromDay: '2024-01-01' },
    };
    const entered = await postForm(visitorOf('zhou'), `${await homeOf('zhou')}/members/new`, fields);
    expect(entered.statusCode).toBe(303);
  }, 120_000);
  afterAll(() => office.close());

  function visitorOf(name: string): Visitor {
    const visitor = visitors.get(name);
    if (visitor === undefined) throw new Error(`${name} is logged in`);
    return visitor;
  }

  /** Posts from a page of the asker's own, who may not be let to the other. */
  async function postForm(visitor: Visitor, to: string, fields: Record<string, string>) {
    let page = await visitor.get('/');
    while (page.headers.location !== undefined) page = await visitor.get(page.headers.location);
    const own = page.body;
    const commandKey = /name="commandKey" value="([^"]+)"/.exec(own)?.[1] ?? '';
    return visitor.post(to, { ...fields, commandKey, _csrf: csrfTokenIn(own) });
  }

  /** The address of a person's village or township. */
  async function homeOf(name: string): Promise<string> {
    const { location } = (await visitorOf(name).get('/')).headers;
    return /^\/(?:villages|township)\/[0-9a-f-]{36}/.exec(location ?? '')?.[0] ?? '';
  }

  const find = async (name: string, sought: string) =>
    postForm(visitorOf(name), `${await homeOf('sun')}/search`, { sought });

  it('is found in every village below it, and leads into each', async () => {
    const { body, statusCode } = await find('sun', '记-0001');
    expect(statusCode).toBe(200);
    const links = new Map(
      [...body.matchAll(/\/villages\/([0-9a-f-]{36})\/vouchers\/[0-9a-f-]{36}/g)].map(([to, id]) => [id, to]),
    );
    expect(links.size).toBeGreaterThan(1);
    for (const to of links.values()) expect((await visitorOf('sun').get(to)).statusCode).toBe(200);
    // The box of the township's own page asks there, and by a post.
    const home = await visitorOf('sun').get(await homeOf('sun'));
    expect(home.body).toContain(`action="${await homeOf('sun')}/search"`);
  });

  it('is a person by name or by the whole number, which is not shown, and no part of one', async () => {
    const member = /\/members\/[0-9a-f-]{36}/;
    for (const sought of [IDENTITY, 'ouyang']) {
      const { body } = await find('sun', sought);
      expect([sought, member.test(body), body.includes(IDENTITY)]).toEqual([sought, true, false]);
    }
    expect((await find('sun', IDENTITY.slice(0, 17))).body).not.toMatch(member);
  });

  it('is looked for so by no village, cashier or county', async () => {
    for (const name of ['zhou', 'he', 'qian']) {
      expect([name, (await find(name, 'ouyang')).statusCode]).toEqual([name, 403]);
    }
  });

  it('is found by nobody of another township, who finds what is below his own', async () => {
    const collectives = office.app.get(CollectivesService);
    const add = (kind: 'township' | 'village', name: string, parentId: string | null) =>
      collectives.createCollective({
        ...{ parentId, kind, name, organisationName: name, contacts: [], regionPath: ['341200'] },
        ...{ noticeLabel: name, routeId: null, booksOpenOn: '2025-01-01' },
      });
    const { id: officeId } = await add('township', 'Beyond', null);
    const { id: villageId } = await add('village', '杨树湾那边', officeId);
    await letIn(office.app, { name: 'ning', role: 'township', collectiveId: officeId });
    await letIn(office.app, { name: 'fang', role: 'accountant', collectiveId: villageId });
    for (const name of ['ning', 'fang']) {
      const visitor = new Visitor(office.app);
      await visitor.logIn({ username: name, password: PASSWORD });
      visitors.set(name, visitor);
      expect([name, (await find(name, '记-0001')).statusCode]).toEqual([name, 403]);
    }
    const station = { ...STATION, name: '水泵房' };
    await office.app.get(AssetsService).addAsset(villageId, station, { by: 'fang' });
    const own = (sought: string) => postForm(visitorOf('ning'), `/township/${officeId}/search`, { sought });
    expect((await own('水泵房')).body).toContain(`/villages/${villageId}/assets/`);
    expect((await own('记-0001')).body).not.toContain('/vouchers/');
    expect((await find('sun', '水泵房')).body).not.toContain(villageId);
  });

  it('is looked for in sixty villages, and how many more there are is said', async () => {
    const collectives = office.app.get(CollectivesService);
    const officeId = /[0-9a-f-]{36}/.exec(await homeOf('sun'))?.[0] ?? '';
    const add = async (upTo: number): Promise<void> => {
      const below = await collectives.listVillagesBelow(officeId);
      for (let place = below.length; place < upTo; place++) {
        await collectives.createCollective({
          ...{ parentId: officeId, kind: 'village', name: `Village ${String(place)}`, contacts: [] },
          ...{ organisationName: `Cooperative ${String(place)}`, regionPath: ['341200'] },
          ...{ noticeLabel: `V${String(place)}`, routeId: null, booksOpenOn: '2025-01-01' },
        });
      }
    };
    await add(60);
    expect((await find('sun', '电费')).body).not.toContain('个村没有看');
    expect((await find('sun', 'nobody knows this')).body).toContain('看过的 60 个村');
    await add(61);
    const { body } = await find('sun', 'nobody knows this');
    expect(body).toContain('还有 1 个村没有看');
    expect(body).toContain('看过的 60 个村');
  });

  it('stands in no address that an answer links to', async () => {
    const { body } = await find('sun', '电费');
    expect(body).toContain('name="sought" value="电费"');
    const links = [...body.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, to = '']) =>
      decodeURIComponent(to),
    );
    expect(links.filter((to) => to.includes('电费'))).toEqual([]);
  });
});
