import { AssetsService } from '../../src/features/assets/assets.service';
import { csrfTokenIn, Visitor } from '../platform/http-app.fixture';
import { STATION } from '../support/station';
import { PASSWORD, startVillageApp, type VillageApp } from './api-village.fixture';

/** A cell that nobody can read hides nothing else: whoever mends the file learns all of it at once. */
describe('an import whose file has torn cells', () => {
  let village: VillageApp;
  let accountant: Visitor;
  let station = '';

  beforeAll(async () => {
    village = await startVillageApp();
    station = (await village.app.get(AssetsService).addAsset(village.villageId, STATION, { by: 'wang' })).id;
    accountant = new Visitor(village.app);
    await accountant.logIn({ username: 'wang', password: PASSWORD });
  }, 120_000);
  afterAll(() => village.close());

  async function paste(path: string, rows: readonly string[], from = path): Promise<string> {
    const page = await accountant.get(from);
    const commandKey = /name="commandKey" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    const form = { pasted: rows.join('\n'), _csrf: csrfTokenIn(page.body), commandKey };
    const answer = await accountant.post(path, form);
    expect(answer.statusCode).toBe(422);
    return answer.body;
  }
  const home = (): string => `/villages/${village.villageId}`;

  it('of slips says every torn cell by its heading, and what is wrong with the whole rows', async () => {
    const body = await paste(`${home()}/settlements/import`, [
      '名称\t结算年月\t上期示数\t本期示数\t上网电量（千瓦时）\t结算单价',
      'Station 1\t2025-01\t0\t100\t=A1*10\t0.40',
      'Station 1\t2025-13\t100\t200\t1000\t0.40',
      'Station 1\t2025-03\t200\t150\t500\t0.40',
    ]);
    for (const sentence of ['第 2 行“上网电量（千瓦时）”（E2） 是公式', '第几月看不懂：“2025-13”', '倒'])
      expect(body).toContain(sentence);
    expect(body).not.toContain('接不上');
  });

  it('of pasted slips says a control character by its cell, as of a file', async () => {
    const body = await paste(`${home()}/settlements/import`, [
      '名称\t结算年月\t上期示数\t本期示数\t上网电量（千瓦时）\t结算单价\t上网电费',
      'Station 1\t2025-01\t0\t100\t1000\t0.\u000740\t400.00',
      'Station 1\t2025-13\t100\t200\t1000\t0.40\t1.00',
      'Station 9\t2025-03\t200\t150\t500\t0.40\t200.00',
    ]);
    const cell = '第 2 行“结算单价”（F2） 里有看不见的字符';
    const month = '第 3 行年月：第几月看不懂：“2025-13”';
    for (const sentence of [cell, month, '399.00', '“Station 9”不知道是哪个电站', '第 4 行本期示数：'])
      expect(body).toContain(sentence);
  });

  it('of a meter says the same of its days', async () => {
    const path = `${home()}/reconciliation/${station}/import`;
    const body = await paste(path, [
      '日期\t发电量(kWh)',
      '2025-06-01\t=B3+1',
      '2025-06-99\t30',
      '2025-06-03\tx',
      '=A4\ty',
      '2999-01-01\t=B3',
      '合计\t60',
    ]);
    for (const sentence of ['第 2 行“发电量(kWh)”（B2） 是公式', '2025-06-99', 'x', '“y”', '2999-01-01'])
      expect(body).toContain(sentence);
    expect(body).not.toContain('加起来');
  });
});
