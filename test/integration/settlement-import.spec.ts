import { FormProblems } from '../../src/domain/shared/problem';
import { expectSoundBooks } from '../books/invariants';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { ACCOUNTANT, Village } from '../support/village';

const HEAD = ['客户编号', '名称', '结算年月', '上期示数', '本期示数', '上网电量', '结算单价', '补贴标准'];
const ROWS = [
  ['0551', 'Old plant', '2025-02', '100', '190', '900', '0.40', '0.35'],
  ['0551', 'Old plant', '2025-01', '0', '100', '1000', '0.40', '0.35'],
];
const TAX_HEAD = ['上网电费', '补贴金额', '税率', '税额', '不含税金额', '价税合计', '代扣税额', '实付金额'];
const keptTable = (rows: readonly (readonly string[])[], digest = 'd1') => ({
  id: 'kept',
  fileName: 'slips.csv',
  digest,
  table: {
    sheet: undefined,
    rows: [[...HEAD, ...TAX_HEAD], ...rows].map((cells, place) => ({ number: place + 1, cells })),
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

  it('says of one wrong slip what is wrong, and nothing of it of the next ones', async () => {
    const rows = [...ROWS, ['0551', 'Old plant', '2025-03', '190', '280', '900', '0.40', '0.35']];
    const wrongIn = (from: string, to: string) =>
      problemsOf(
        importing(
          rows.map((row) => (row[2] === '2025-02' ? row.map((cell) => (cell === from ? to : cell)) : row)),
          { stations: { r2: station } },
        ),
      );
    expect(await wrongIn('0.35', '0.34')).toEqual(['settlement.priceNotTariff row.2.subsidyPrice']);
    expect(await wrongIn('900', '902')).toEqual(['settlement.energyNotMetered row.2.energy']);
    expect(await wrongIn('190', '90')).toEqual(['settlement.meterBackwards row.2.readingTo']);
    const without = rows.filter((row) => row[2] !== '2025-02');
    expect(await problemsOf(importing(without, { stations: { r2: station } }))).toEqual([
      'settlement.slipsMissing row.3.readingFrom',
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

  it('takes the tax that the grid keeps back, and refuses it as a typed slip does', async () => {
    const june = ['0551', '', '2025-06', '340', '440', '1000', '0.40', '0.35'];
    const taxed = [...june, ...['400.00', '350.00', '3%', '11.65', '388.35', '400.00', '11.65', '738.35']];
    const changed = (from: string, to: string) => [taxed.map((cell) => (cell === from ? to : cell))];
    expect(await problemsOf(importing(changed('388.35', '388.34'), {}, 'd6'))).toEqual([
      'slipTable.taxNotSum row.2.gross',
    ]);
    expect(await problemsOf(importing(changed('738.35', '750.00'), {}, 'd7'))).toEqual([
      'settlement.paidNotKept row.2.paid',
    ]);
    expect(await problemsOf(importing(changed('3%', ''), {}, 'd8'))).toEqual([
      'tax.withoutRate row.2.taxPercent',
    ]);
    const before = (await village.vouchers()).length;
    expect(await importing([taxed], {}, 'd9')).toEqual({ entered: 1, waiting: [] });
    expect((await village.vouchers()).length - before).toBe(1);
    const owed = (await village.owed()).filter((each) => each.aboutPeriod === '2025-06');
    expect(owed.map(({ stream, outstanding, taxKept }) => [stream, outstanding, taxKept])).toEqual([
      ['energy', 38_835n, 1_165n],
      ['subsidy', 35_000n, undefined],
    ]);
    await expectSoundBooks(village);
    expect(await problemsOf(importing([taxed], {}, 'd10'))).toEqual(['slipTable.nothingNew file']);
    // The same slip with its tax paid out is another one.
    const paidOut = taxed.map((cell, place) => (place === 14 ? '0' : cell === '738.35' ? '750.00' : cell));
    expect(await problemsOf(importing([paidOut], {}, 'd11'))).toEqual([
      'settlement.monthTwice row.2.generationMonth',
    ]);
  });

  it('takes what is paid by a joint station, and no tax of it', async () => {
    const rows = ['01', '02'].map((key) => ({ key, owner: key, label: key, share: '50%' }));
    const shareTable = { validFrom: '2025-01-01', rows };
    const shares = { keeper: 'Township', ownShareKey: '01', shareTable };
    const named = { kind: 'jointPvStation', name: 'Joint', acquiredOn: '2025-01-01' };
    const joint = await village.addStation({ ...named, ...shares });
    const slip = ['', 'Joint', '2025-02', '0', '100', '1000', '0.40', '0.35', '400.00', '350.00'];
    const kept = [...slip, ...['3%', '11.65', '388.35', '400.00', '11.65', '738.35']];
    expect(await problemsOf(importing([kept], {}, 'd12'))).toEqual(['settlement.taxOfJoint row.2.tax']);
    expect(await problemsOf(importing([[...slip, '', '', '', '', '', '750.01']], {}, 'd13'))).toEqual([
      'settlement.paidNotSum row.2.paid',
    ]);
    const none = [...slip, ...['0', '0.00', '400.00', '400.00', '0', '750.00']];
    expect(await importing([none], {}, 'd14')).toEqual({ entered: 1, waiting: [] });
    const own = (await village.owed()).filter(
      (each) => each.assetId === joint && each.aboutPeriod === '2025-02',
    );
    expect(own.map(({ outstanding }) => outstanding)).toEqual([20_000n, 17_500n]);
    await expectSoundBooks(village);
  });
});
