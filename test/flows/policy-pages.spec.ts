import { CollectivesService } from '../../src/features/collectives/collectives.service';
import { type DemoOffice, startDemoOffice } from '../pages/demo-office.fixture';
import { csrfTokenIn, Visitor } from '../platform/http-app.fixture';

const PACK = 'packs/341200/2023-09-21';
const STANDARD = {
  numberId: 'main_use.floor',
  value: '60%',
  from: '2025-01-01',
  region: '341299',
  paperTitle: '颍禾县收益分配实施细则',
  paperNumber: '',
  paperIssuer: '颍禾县农业农村局',
  paperIssuedOn: '2024-12-20',
};

describe('the pages of the policy register', () => {
  let office: DemoOffice;
  let county: Visitor;
  let accountant: Visitor;
  let officer: Visitor;
  let path = '';
  let villagePath = '';

  beforeAll(async () => {
    office = await startDemoOffice();
    const all = await office.app.get(CollectivesService).listCollectives();
    path = `/offices/${all.find((each) => each.kind === 'county')?.id ?? ''}`;
    villagePath = `/offices/${all.find((each) => each.noticeLabel === '石桥')?.id ?? ''}`;
    const enter = async (name: string): Promise<Visitor> => {
      const visitor = new Visitor(office.app);
      await visitor.logIn(office.personOf(name));
      return visitor;
    };
    [county, accountant, officer] = [await enter('qian'), await enter('zhou'), await enter('sun')];
  }, 120_000);

  afterAll(() => office.close());

  async function post(at: string, fields: Record<string, string>, from: string, who = county) {
    const page = await who.get(from);
    const commandKey = /name="commandKey" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    return who.post(at, { ...fields, _csrf: csrfTokenIn(page.body), commandKey });
  }

  it('lead the county’s officer to his packs, with what asks for him', async () => {
    expect((await county.get('/')).headers.location).toBe(`${path}/packs`);
    const { statusCode, body } = await county.get(`${path}/packs`);
    expect(statusCode).toBe(200);
    expect(body).toContain('《阜阳市促进脱贫人口增收工作方案》');
    expect(body).toContain('现在用这份');
    expect(body).toContain('5 个数县里还没定');
  });

  it('show the text word for word beside each line that rests on it', async () => {
    const { body } = await county.get(`${path}/${PACK}`);
    expect(body).toContain('“优化并严格执行收益分配政策”');
    const [, after = ''] = body.split('“优化并严格执行收益分配政策”');
    expect(after.slice(0, after.indexOf('</article>'))).toContain('发放不超过已通过方案中这一项的余额');
    expect(body).toMatch(/force-block">不许<[^>]*>先扣必要费用再分配/);
    expect(body).toContain('还没定：由县里定');
    // How long something stands idle, and after how many days what is due is late (FY-18a, FY-18b).
    expect(body.split('村里决定：在“资产”的“对照文件”里填').length - 1).toBe(2);
    const guangxi = (await county.get(`${path}/packs/450000/2022-07-19`)).body;
    expect(guangxi).toContain('村里决定：起草方案时填，随方案表决');
    expect(body).toContain('文件给的：5,000元');
  });

  it('never put a paraphrase in quotation marks', async () => {
    const { body } = await county.get(`${path}/packs/340121/2022-01-01`);
    expect(body).toContain('没有见到原文，条文是转述');
    expect(body).not.toContain('<blockquote>');
  });

  it('bring a standard back with everything wrong with it, each at its field', async () => {
    const wrong = { ...STANDARD, value: '60', from: '2025-02-30', region: '341204', paperTitle: '' };
    const refused = await post(`${path}/standards`, wrong, `${path}/standards`);
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('有 4 处要改');
    for (const field of ['value', 'from', 'region', 'paperTitle'])
      expect(refused.body).toContain(`id="field-${field}-wrong"`);
    expect(refused.body).toContain('value="2025-02-30"');
    const looser = { ...STANDARD, numberId: 'aid.growth', value: '4.4%' };
    expect((await post(`${path}/standards`, looser, `${path}/standards`)).body).toContain(
      '比文件松，或者和文件一样：《阜阳市促进脱贫人口增收工作方案》写的是 4.5%，本地只能写得更高',
    );
  });

  it('keep a right one, and show it with its paper beside the rule it fills', async () => {
    const kept = await post(`${path}/standards`, STANDARD, `${path}/standards`);
    expect(kept.statusCode).toBe(303);
    const stricter = { ...STANDARD, numberId: 'aid.growth', value: '5%' };
    expect((await post(`${path}/standards`, stricter, `${path}/standards`)).statusCode).toBe(303);
    const { body } = await county.get(`${path}/${PACK}`);
    expect(body).toContain('县里定：60%，2025年1月1日起，《颍禾县收益分配实施细则》');
    expect(body).toContain('文件给的：4.5%');
    expect(body).toContain('本地更严：5%');
    const list = await county.get(`${path}/standards`);
    expect(list.body).toMatch(/4\.5%<.*<b>5%</s);
  });

  it('withdraw one with a reason', async () => {
    const list = await county.get(`${path}/standards`);
    const withdraw = /href="([^"]+withdraw=[^"]+)"/.exec(list.body)?.[1] ?? '';
    const form = await county.get(withdraw);
    const action = /action="([^"]+\/withdraw)"/.exec(form.body)?.[1] ?? '';
    expect((await post(action, { reason: '错' }, withdraw)).statusCode).toBe(422);
    expect((await post(action, { reason: '百分数抄错了' }, withdraw)).statusCode).toBe(303);
    expect((await county.get(`${path}/standards`)).body).toContain('撤销：百分数抄错了');
  });

  it('confirm a pack until a day, and say who did', async () => {
    const at = `${path}/${PACK}`;
    const past = await post(`${at}/confirmations`, { until: '2025-01-01', reason: '问过' }, at);
    expect(past.statusCode).toBe(422);
    expect(past.body).toContain('已经过去');
    expect(past.body).toMatch(/最晚 2027-\d\d-\d\d（两年）/);
    const far = await post(`${at}/confirmations`, { until: '2099-12-31', reason: '电话问过' }, at);
    expect(far.statusCode).toBe(422);
    expect(far.body).toContain('一次最多确认两年');
    const given = { until: '2027-07-14', paperTitle: '', reason: '又问过市农业农村局' };
    expect((await post(`${at}/confirmations`, given, at)).statusCode).toBe(303);
    expect((await county.get(at)).body).toContain(
      '钱科长2025年7月14日确认到2027年7月14日：又问过市农业农村局',
    );
  });

  it('refuse a choice where there is nothing to choose', async () => {
    const fields = { chosen: '341200/2023-09-21', from: '2025-07-01', reason: '只有这一份' };
    const refused = await post(`${path}/pack-choices`, fields, `${path}/standards`);
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('没有两份同级的政策同时生效');
  });

  it('set two packs side by side', async () => {
    const query = 'left=341200/2023-09-21&right=530113/2022-09-19';
    const { body } = await county.get(`${path}/pack-comparison?${query}`);
    expect(body).toContain('公益性岗位工资');
    expect(body).toContain('村组干部创收绩效奖励');
    expect(body).toContain('15%（以工代赈劳务报酬占项目投资的比例不低于15%）');
  });

  it('are looked at by accountants and townships, who enter nothing', async () => {
    for (const who of [accountant, officer]) {
      for (const page of ['packs', PACK, 'standards', 'pack-comparison']) {
        const { statusCode, body } = await who.get(`${villagePath}/${page}`);
        expect(`${page} ${String(statusCode)}`).toBe(`${page} 200`);
        expect(body).not.toMatch(
          /action="\/offices[^"]*" [^>]*method="post"|method="post" action="\/offices/,
        );
      }
      expect((await who.get(`${path}/packs`)).statusCode).toBe(403);
      const sent = await post(`${villagePath}/standards`, STANDARD, `${villagePath}/packs`, who);
      expect(sent.statusCode).toBe(403);
    }
  });

  describe('and the same for programs', () => {
    let token = '';
    const api = (): string => `/api${path}`;

    beforeAll(async () => {
      const payload = office.personOf('qian');
      const answer = await office.app.inject({ method: 'POST', url: '/api/sessions', payload });
      token = answer.json<{ token: string }>().token;
    });

    async function ask(url: string, payload?: object) {
      const headers = {
        authorization: `Bearer ${token}`,
        'idempotency-key': `key-of-${url.slice(-14)}`.replaceAll('/', '-'),
      };
      const method = payload === undefined ? 'GET' : 'POST';
      const answer = await office.app.inject({
        ...{ method, url, headers },
        ...(payload === undefined ? {} : { payload }),
      });
      return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
    }

    it('tell the packs, one with its clauses, and what differs between two', async () => {
      const { body: list } = await ask(`${api()}/packs`);
      expect(list).toMatchObject({
        items: [{ id: '341200/2023-09-21', isUsed: true, isInForce: true, standing: { kind: 'confirmed' } }],
      });
      const { body: pack } = await ask(`${api()}/${PACK}`);
      const [first] = pack['clauses'] as { text: string; isParaphrase: boolean; lines: object[] }[];
      expect(first).toMatchObject({ isParaphrase: false, lines: [{ part: 'list', id: 'target' }] });
      const two = 'left=341200/2023-09-21&right=530113/2022-09-19&size=200';
      const { body: compared } = await ask(`${api()}/pack-comparison?${two}`);
      expect(compared['items']).toContainEqual(expect.objectContaining({ part: 'limit', id: 'DC-11b' }));
      expect((await ask(`${api()}/pack-comparison?left=341200/2023-09-21`)).status).toBe(422);
    });

    it('enter a standard once, and refuse a wrong one with every problem', async () => {
      const standard = { ...STANDARD, numberId: 'travel.once', value: '500' };
      const first = await ask(`${api()}/standards`, standard);
      expect(first.status).toBe(201);
      expect((await ask(`${api()}/standards`, standard)).body).toEqual(first.body);
      const { body } = await ask(`${api()}/standards?size=200`);
      expect(body['items']).toContainEqual(
        expect.objectContaining({ id: first.body['id'], numberId: 'travel.once', value: '500.00' }),
      );
      const refused = await ask(`${api()}/pack-choices`, {});
      expect(refused.status).toBe(422);
      expect(JSON.stringify(refused.body)).toContain('form.missing');
    });
  });

  it('answer an unknown pack with a sentence', async () => {
    const { statusCode, body } = await county.get(`${path}/packs/999999/2020-01-01`);
    expect(statusCode).toBe(404);
    expect(body).toContain('没有编号为“999999/2020-01-01”的政策');
  });
});
