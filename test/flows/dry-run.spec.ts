import { CollectivesService } from '../../src/features/collectives/collectives.service';
import { type DemoOffice, startDemoOffice } from '../pages/demo-office.fixture';
import { Visitor } from '../platform/http-app.fixture';

describe('dry runs over what a village decided', () => {
  let office: DemoOffice;
  let county: Visitor;
  let accountant: Visitor;
  let officer: Visitor;
  let path = '';
  /** The dry run of the village whose plan is decided. */
  let run = '';

  beforeAll(async () => {
    office = await startDemoOffice();
    const all = await office.app.get(CollectivesService).listCollectives();
    path = `/offices/${all.find((each) => each.kind === 'county')?.id ?? ''}`;
    run = `/offices/${all.find((each) => each.noticeLabel === '杨树湾')?.id ?? ''}/dry-run`;
    const enter = async (name: string): Promise<Visitor> => {
      const visitor = new Visitor(office.app);
      await visitor.logIn(office.personOf(name));
      return visitor;
    };
    [county, accountant, officer] = [await enter('qian'), await enter('zhou'), await enter('sun')];
  }, 120_000);

  afterAll(() => office.close());

  async function ask(url: string) {
    const payload = office.personOf('qian');
    const session = await office.app.inject({ method: 'POST', url: '/api/sessions', payload });
    const headers = { authorization: `Bearer ${session.json<{ token: string }>().token}` };
    const answer = await office.app.inject({ method: 'GET', url, headers });
    return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
  }

  it('run another county’s pack over what a village decided, without a change', async () => {
    expect((await county.get(`${path}/dry-run`)).body).toContain(`href="${run}">杨树湾村`);
    const { body } = await county.get(`${run}?pack=150430/2020-01-01&pool=pv&year=2025`);
    expect(body).toContain('2025年1月1日至6月30日');
    const row = (name: string): string =>
      new RegExp(`<tr>(?:(?!</tr>).)*${name}.*?</tr>`, 's').exec(body)?.[0] ?? '';
    expect(row('奖励补助').match(/value="[-\d.]+"/g)).toEqual([
      'value="7300.00"',
      'value="0.00"',
      'value="-7300.00"',
    ]);
    expect(row('>留到下期').match(/value="[-\d.]+"/g)).toEqual([
      'value="2508.01"',
      'value="21808.01"',
      'value="19300.00"',
    ]);
    expect(body).toContain('80%用于公益岗位、劳务和困难救助：差 5,563.95');
    expect(body).not.toContain('原来的方案');
    const costs = (await county.get(`${run}?pack=450000/2022-07-19&pool=pv&year=2025`)).body;
    expect(costs).toContain('逆变器维修：衔接资金补助了的管护经费不再从收益里扣：定不了');
    const whole = (await county.get(`${run}?pack=620822/2019-06-01&pool=pv&year=2025`)).body;
    for (const [use, fen, text] of [
      ['按劳动分给农户', '44671.15', '44,671.15'],
      ['村集体', '36549.13', '36,549.13'],
    ]) {
      expect(whole).toContain(`value="${fen ?? ''}"`);
      expect(whole).toContain(`${use ?? ''}照文件分 ${text ?? ''}：差`);
    }
    expect(/>留到下期.*?<\/tr>/s.exec(whole)?.[0]).toContain('value="0.00"');
    expect((await officer.get(run)).statusCode).toBe(200);
    expect((await accountant.get(`${run}?pack=341200/2023-09-21`)).body).toContain('原来的方案');
    expect((await accountant.get(`${run}?pack=no/pack`)).statusCode).toBe(404);
    expect(costs).toContain('还没写清别的资金有没有补助过这笔费用。');
    expect(costs).not.toContain('提交');
  });

  it('keep what an office chose in the address, from one village to the next', async () => {
    const chosen = 'pack=150430%2F2020-01-01&amp;other=341200%2F2023-09-21&amp;pool=pv&amp;year=2025';
    const asked = `?${chosen.replaceAll('&amp;', '&')}`;
    const offered = (await county.get(`${path}/dry-run${asked}`)).body;
    expect(offered).toContain(`href="${run}?${chosen}">杨树湾村`);
    expect(offered).toMatch(/<option value="150430\/2020-01-01" selected/);
    const { body } = await county.get(`${run}${asked}`);
    expect(body).toContain('两份条文对照');
    expect(body).toContain(`href="${path}/dry-run?${chosen}">换一个村`);
    // A year without a plan stands where it was chosen, beside what is said of it.
    const before = (await county.get(`${run}?pack=150430/2020-01-01&pool=pv&year=2019`)).body;
    expect(before).toMatch(/<option value="2019" selected.*这一年还没有定下来的方案/s);
    for (const unknown of ['pack=no/pack', 'pack=150430/2020-01-01&other=no/pack', 'other=no/pack'])
      for (const place of [`${path}/dry-run`, run])
        expect([unknown, (await county.get(`${place}?${unknown}`)).statusCode]).toEqual([unknown, 404]);
  });

  it('run two packs over the same plan: what differs, by how much, by which clause of each', async () => {
    const two = (one: string, other: string): string => `${run}?pack=${one}&other=${other}&pool=pv&year=2025`;
    const { body } = await county.get(two('341200/2023-09-21', '620822/2019-06-01'));
    const rowIn = (page: string, name: string): string =>
      new RegExp(`<tr>(?:(?!</tr>).)*>${name}<.*?</tr>`, 's').exec(page)?.[0] ?? '';
    const amounts = (row: string): string[] =>
      [...row.matchAll(/value="([-\d.]+)"/g)].map(([, amount = '']) => amount);
    const labour = rowIn(body, '小型公益事业劳务');
    expect(amounts(labour)).toEqual(['11200.00', '11200.00', '44671.15', '33471.15']);
    expect(labour).toMatch(/甲.村里原来定的.*三（二）7.*乙.叫“按劳动分给农户”，文件定的.*转述/s);
    expect(amounts(rowIn(body, '留到下期'))).toEqual(['2508.01', '2508.01', '0.00', '-2508.01']);
    expect(amounts(rowIn(body, '公益性岗位工资'))).toEqual(['48212.27', '48212.27', '0.00', '-48212.27']);
    const total = /<tfoot>.*?<\/tfoot>/s.exec(body)?.[0] ?? '';
    expect(amounts(total)).toEqual(['81220.28', '81220.28', '81220.28', '0.00']);
    expect(body).toContain('只有甲查的，乙没有这样的规定');
    expect(body).toContain('只有甲有的用途，这次没有钱：其他用途。');
    const open = (await county.get(two('530113/2022-09-19', '450000/2022-07-19'))).body;
    const dues = rowIn(open, '按协议分配到户的分红');
    expect(dues.match(/定不了/g)).toHaveLength(2);
    expect(dues).toContain('还没写清按协议应付的分红有多少');
    const editions = (await county.get(two('620822/2018-01-01', '620822/2019-06-01'))).body;
    expect(editions).toContain('两份都查的');
    const collective = /<td>(?:(?!<td>).)*村集体照文件分.*?<\/tr>/s.exec(editions)?.[0] ?? '';
    expect(collective.match(/村集体照文件分 [\d,.]+：差/g)).toHaveLength(2);
    expect((await county.get(two('341200/2023-09-21', 'no/pack'))).statusCode).toBe(404);
  });

  it('run a pack over a year, amounts in yuan', async () => {
    const { body } = await ask(`/api${run}?pack=150430/2020-01-01&pool=pv&year=2025`);
    expect(body).toMatchObject({
      total: 1,
      items: [{ distributable: '81220.28', decidedLeft: '2508.01', left: '21808.01' }],
    });
  });

  it('run two packs over a year, with the difference of each use', async () => {
    const asked = `/api${run}-comparison?pack=341200/2023-09-21&pool=pv&year=2025`;
    const { body } = await ask(`${asked}&other=620822/2019-06-01`);
    const [item] = body['items'] as { uses: object[]; checks: object[] }[];
    expect(item).toMatchObject({
      left: { decided: '2508.01', one: '2508.01', other: '0.00', difference: '-2508.01' },
      other: { packId: '620822/2019-06-01', problems: [] },
    });
    expect(item?.uses).toContainEqual(
      expect.objectContaining({ id: 'labour', decided: '11200.00', difference: '33471.15' }),
    );
    expect(item?.checks).toContainEqual({
      isAlike: false,
      other: expect.objectContaining({
        rule: 'take:labour',
        bounds: [{ side: 'exact', amount: '44671.15', clause: 'shares' }],
      }) as object,
    });
    expect((await ask(asked)).status).toBe(422);
  });
});
