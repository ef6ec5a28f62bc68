import { AssetsService } from '../../src/features/assets/assets.service';
import { csrfTokenIn, Visitor } from '../platform/http-app.fixture';
import { STATION } from '../support/village';
import { letIn, openWith, PASSWORD, startVillageApp, type VillageApp } from './api-village.fixture';

/** What a person reads: the text without its marks. */
const textOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

/** A year proposed by who keeps a joint station, and how each owner takes it over or not. */
describe('the pages of a year proposed to the owners of a joint station', () => {
  let app: VillageApp;
  let keeper: Visitor;
  let owner: Visitor;
  let station: string;

  const loggedIn = async (username: string): Promise<Visitor> => {
    const visitor = new Visitor(app.app);
    await visitor.logIn({ username, password: PASSWORD });
    return visitor;
  };
  const post = async (visitor: Visitor, page: string, fields: Record<string, string>) => {
    const { body } = await visitor.get(page);
    const commandKey = /name="commandKey" value="([^"]*)"/.exec(body)?.[1] ?? '';
    return visitor.post(page.replace(/\?.*/, ''), { _csrf: csrfTokenIn(body), commandKey, ...fields });
  };
  const home = (): string => `/villages/${app.townshipId}/owner-plans`;
  const shown = async (visitor: Visitor, path: string) => textOf((await visitor.get(path)).body);

  beforeAll(async () => {
    app = await startVillageApp();
    const { townshipId, villageId } = app;
    await openWith(app.app, villageId, 5_000_000n);
    await letIn(app.app, { name: 'keeper', role: 'accountant', collectiveId: townshipId });
    await letIn(app.app, { name: 'drafter', role: 'accountant', collectiveId: villageId });
    [keeper, owner] = [await loggedIn('keeper'), await loggedIn('drafter')];
    const rows = [
      { key: '01', label: 'Old one', share: '70%', owner: 'Donghe' },
      { key: '02', label: 'Old two', share: '30%', owner: 'Beyond the river' },
    ];
    const shareTable = { validFrom: '2024-12-01', rows };
    const form = { ...STATION, kind: 'keptPvStation', name: 'Joint', acquiredOn: '2025-01-01', shareTable };
    ({ id: station } = await app.app.get(AssetsService).addAsset(townshipId, form, { by: 'keeper' }));
  }, 120_000);
  afterAll(() => app.close());

  it('begin with nothing, and refuse a form with nothing in it', async () => {
    expect(await shown(keeper, home())).toContain('还没有给各村拟过年度计划');
    expect((await keeper.get(`/villages/${app.townshipId}/kept`)).body).toContain(`href="${home()}"`);
    const refused = await post(keeper, `${home()}/new`, { assetId: station, year: '2025' });
    expect([refused.statusCode, textOf(refused.body).includes('一项用途也没有填')]).toEqual([422, true]);
    expect((await owner.get(home())).statusCode).toBe(403);
  });

  it('tell the keeper whose part is how much, and that nobody has drafted', async () => {
    const uses = {
      ...{ 'uses[0][bucket]': 'posts', 'uses[0][forWhat]': '保洁', 'uses[0][amount]': '1000.03' },
      ...{ 'uses[1][bucket]': 'reward', 'uses[1][forWhat]': '', 'uses[1][amount]': '' },
    };
    const sent = await post(keeper, `${home()}/new`, { assetId: station, year: '2025', ...uses });
    expect([sent.statusCode, sent.headers.location]).toEqual([303, home()]);
    // 100,003 fen: 70 % 70,002.1, 30 % 30,000.9 → the odd fen to who was cut most.
    const page = await shown(keeper, home());
    expect(page).toMatch(/Donghe 70% 700\.02 还没起草/);
    expect(page).toMatch(/Beyond the river 30% 300\.01 账不在这里/);
    const again = (await keeper.get(`${home()}/new?asset=${station}&year=2025`)).body;
    expect(again).toContain('value="1000.03"');
  });

  it('offer it to the owner, whose draft begins with it and is his own', async () => {
    const plans = (await owner.get(`/villages/${app.villageId}/plans`)).body;
    expect(textOf(plans)).toContain('2025年 Joint');
    const href = /href="([^"]*proposal=[^"]*)"/.exec(plans)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const draft = await owner.get(href);
    expect(draft.statusCode).toBe(200);
    expect(textOf(draft.body)).toMatch(/给Joint各村拟的2025年计划起草，那里分到本村 700\.02 元/);
    expect(draft.body).toContain('value="700.02"');
    const proposal = /name="proposal" value="([^"]+)"/.exec(draft.body)?.[1] ?? '';
    // He takes less, and says so in his own plan.
    const typed = { 'uses[0][bucket]': 'posts', 'uses[0][forWhat]': '保洁', 'uses[0][amount]': '600.00' };
    const saved = await post(owner, `/villages/${app.villageId}/year-plans/new`, {
      ...{ pool: 'pv', year: '2025', proposal, ...typed },
    });
    expect(saved.statusCode).toBe(303);
    expect(await shown(owner, String(saved.headers.location))).toContain('那里分到本村 700.02 元');
    expect(await shown(owner, `/villages/${app.villageId}/plans`)).toContain('照它起草的计划');
    expect(await shown(keeper, home())).toMatch(/Donghe 70% 700\.02 草案/);
  });

  it('answer a draft from a proposal of nobody as unknown', async () => {
    const { statusCode } = await owner.get(`/villages/${app.villageId}/year-plans/new?proposal=nothing`);
    expect(statusCode).toBe(404);
  });
});
