import { ManualVouchersService } from '../../src/features/ledger/manual-vouchers.service';
import type { Visitor } from '../platform/http-app.fixture';
import { describeOnEachEngine } from '../support/engines';
import { typedLine, typedVoucher } from '../support/vouchers';
import { done } from './guantao-plan.fixture';
import { draftOf } from './api-village.fixture';
import { YearWages } from './year-wages.fixture';

const words = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

/** The months on posts that are granted under the plan of their year, on both plans' pages. */
describeOnEachEngine('the pages of wages under the plan of the year', (_, engine) => {
  let wages: YearWages;
  let keeper: Visitor;
  let home: string;
  let yearId: string;

  const told = async (path: string): Promise<string> => words((await keeper.get(path)).body);
  const pay = (yuan: string) =>
    wages.village.app.get(ManualVouchersService).postVoucher(
      wages.added.id,
      typedVoucher({
        postedOn: wages.village.clock.today(),
        lines: [
          typedLine({ ledgerAccount: '213', debit: yuan, pool: 'pv' }),
          typedLine({ ledgerAccount: '102', credit: yuan }),
        ],
      }),
      { preparedBy: 'ann', reviewedBy: 'ben' },
    );

  beforeAll(async () => {
    wages = await YearWages.start(engine);
    keeper = await wages.visitor();
    home = `/villages/${wages.added.id}`;
    yearId = await wages.decideYear('2000.00');
    await wages.hang(yearId);
  }, 120_000);
  afterAll(() => wages.village.close());

  it('say nothing of a year that gave nothing', async () => {
    expect(await told(`${home}/year-plans/${yearId}`)).not.toContain('这一年用到哪里');
  });

  it('offer the plan of the year with what it has open where a month is accepted', async () => {
    await wages.enter('2025-05', '31');
    const page = (await keeper.get(`${home}/attendance/2025-05`)).body;
    expect(page).toContain(`value="${yearId}"`);
    expect(words(page)).toContain('2025年年度计划 公益性岗位工资');
    expect(words(page)).toContain('2,000.00');
    expect(page).toContain(`href="${home}/year-plans/${yearId}"`);
  });

  it('tell of each use what was planned, granted, paid and is open, and of which months', async () => {
    const entryId = await wages.accept('2025-04', '30', yearId);
    await pay('500.00');
    const page = (await keeper.get(`${home}/year-plans/${yearId}`)).body;
    expect(words(page)).toContain('公益性岗位工资 2,000.00 0.00 600.00 500.00 1,400.00');
    expect(words(page)).toContain('2025年4月 公益性岗位工资 600.00 500.00 100.00 还没并入');
    expect(page).toContain(`href="${home}/vouchers/${entryId}"`);
  });

  it('tell on a draft of the half year what its line takes over, before it is submitted', async () => {
    await wages.accept('2025-06', '15', yearId);
    const { id } = await done(wages.added.accountant.post(`${wages.added.books}/plans`, draftOf('900.00')));
    const draft = await told(`${home}/plans/${String(id)}`);
    const path = `${home}/plans/new?pool=pv&from=2025-01-01&to=2025-07-05`;
    expect(await told(path)).toContain('待发 400.00');
    expect(draft).toContain('照年度计划按月已经列支 900.00 ，其中已发 500.00 ，待发 400.00');
    expect(draft).toContain('这一项不能少于它');
    expect(draft).toContain('2025年6月 公益性岗位工资 300.00 0.00 300.00');
  });

  it('tell the same of the decided half year, and which one settles each month of the year', async () => {
    const periodId = await wages.decidePeriod('1300.00');
    wages.village.clock.moveTo('2025-08-05');
    await wages.accept('2025-07', '31', yearId);
    const period = await told(`${home}/plans/${periodId}`);
    expect(period).toContain('照年度计划按月已经列支 900.00 ，其中已发 500.00 ，待发 400.00');
    expect(period).toContain('这一期并入了，不重复列支。 这一期并入的按月列支');
    expect(period).not.toContain('2025年7月 公益');
    expect(period).toContain('公益性岗位工资 1,300.00 500.00 400.00 400.00');
    const year = (await keeper.get(`${home}/year-plans/${yearId}`)).body;
    expect(words(year)).toContain('公益性岗位工资 2,000.00 1,300.00 600.00 500.00 100.00');
    expect(year).toContain(`href="${home}/plans/${periodId}"`);
    await wages.hang(periodId);
    const published = (await keeper.get(`${home}/plans/${periodId}/publish`)).body;
    const [, code = ''] = /\/n\/([A-Z0-9-]+)/.exec(published) ?? [];
    expect(words((await keeper.get(`/n/${code}`)).body)).toContain('其中 900.00 已按月列支，不重复算');
  });
});
