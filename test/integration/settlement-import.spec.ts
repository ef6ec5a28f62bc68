import { FormProblems } from '../../src/domain/shared/problem';
import { expectSoundBooks } from '../books/invariants';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { ACCOUNTANT, Village } from '../support/village';

const HEAD = ['客户编号', '名称', '结算年月', '上期示数', '本期示数', '上网电量', '结算单价', '补贴标准'];
const ROWS = [
  ['0551', 'Old plant', '2025-02', '100', '190', '900', '0.40', '0.35'],
  ['0551', 'Old plant', '2025-01', '0', '100', '1000', '0.40', '0.35'],
];
const keptTable = (rows: readonly (readonly string[])[], digest = 'd1') => ({
  id: 'kept',
  fileName: 'slips.csv',
  digest,
  table: {
    sheet: undefined,
    rows: [HEAD, ...rows].map((cells, place) => ({ number: place + 1, cells })),
    merges: [],
  },
  uploadedBy: ACCOUNTANT.by,
  uploadedAt: '',
});
const TOLD = {
  layout: '',
  unit: '',
  year: '',
  month: '',
  postedOn: '',
  reason: '',
  stations: {},
  others: '',
};

describeOnEachEngine('a table of slips', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let station: string;

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    station = await village.addStation();
  });
  afterAll(() => opened.close());

  const importing = (
    rows: readonly (readonly string[])[],
    wish: Partial<typeof TOLD> = {},
    digest?: string,
  ) =>
    village.services.slipImport.importSlips(
      village.id,
      { kept: keptTable(rows, digest), told: { ...TOLD, ...wish } },
      ACCOUNTANT,
    );
  const problemsOf = (refused: Promise<unknown>): Promise<string[]> =>
    refused.then(
      () => [],
      (error: unknown) =>
        error instanceof FormProblems
          ? error.problems.map(({ code, field }) => `${code} ${field}`)
          : [String(error)],
    );

  it('enters nothing while one cell of it is wrong, and says which', async () => {
    const wrong = ROWS.map((row) => row.map((cell) => (cell === '900' ? '902' : cell)));
    const told = { stations: { r2: station } };
    expect(await problemsOf(importing(wrong, told))).toEqual(['settlement.energyNotMetered row.2.energy']);
    expect(await problemsOf(importing(ROWS))).toEqual(['slipTable.stationUnknown stations.r2']);
    const early = { ...told, postedOn: '2025-02-27' };
    expect(await problemsOf(importing(ROWS, early))).toEqual([
      'settlement.notYetGenerated row.2.generationMonth',
    ]);
    expect(await village.vouchers()).toEqual([]);
  });

  it('enters every slip in order of month, each in the month after its generation', async () => {
    expect(await importing(ROWS, { stations: { r2: station } })).toEqual({ entered: 2, waiting: [] });
    const slips = await village.services.incomeRead.listSettlements(village.id);
    expect(slips.map((slip) => [slip.generationMonth, slip.postedOn, slip.energyFee, slip.subsidy])).toEqual([
      ['2025-01', '2025-02-28', 40_000n, 35_000n],
      ['2025-02', '2025-03-31', 36_000n, 31_500n],
    ]);
    expect(slips.map(({ entered }) => entered['file'])).toEqual(['slips.csv 3', 'slips.csv 2']);
    expect((await village.vouchers()).map(({ postedOn }) => postedOn)).toEqual(['2025-02-28', '2025-03-31']);
    await expectSoundBooks(village);
  });

  it('knows the number of the grid again, and takes no slip twice', async () => {
    expect(await problemsOf(importing(ROWS))).toEqual(['slipTable.nothingNew file']);
    const march = ['0551', '', '2025-03', '190', '250', '600', '0.40', '0.35'];
    expect(await importing([...ROWS, march], { postedOn: '2025-04-02' }, 'd2')).toEqual({
      entered: 1,
      waiting: [],
    });
    const changed = ROWS.map((row) => row.map((cell) => (cell === '900' ? '900.5' : cell)));
    expect(await problemsOf(importing(changed, {}, 'd3'))).toEqual([
      'settlement.monthTwice row.2.generationMonth',
    ]);
    await expectSoundBooks(village);
  });

  it('goes on from the last reading over a slip that prints none', async () => {
    const april = ['0551', '', '2025-04', '', '', '500', '0.40', '0.35'];
    const may = ['0551', '', '2025-05', '300.2', '340', '398', '0.40', '0.35'];
    expect(await problemsOf(importing([april, may], {}, 'd4'))).toEqual([
      'settlement.unreadGap row.3.readingFrom',
    ]);
    const close = may.map((cell) => (cell === '300.2' ? '300.1' : cell === '398' ? '399' : cell));
    expect(await importing([april, close], {}, 'd5')).toEqual({ entered: 2, waiting: [] });
    const slips = await village.services.incomeRead.listSettlements(village.id);
    expect(slips.slice(-2).map((slip) => [slip.readingFrom, slip.readingTo])).toEqual([
      ['', ''],
      ['300.1', '340'],
    ]);
    await expectSoundBooks(village);
  });
});
