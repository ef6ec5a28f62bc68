import { FormProblems } from '../../src/domain/shared/problem';
import { SettlementFilesService } from '../../src/features/income/settlement-files.service';
import { ImportPreviewsService } from '../../src/platform/spreadsheets/import-previews.service';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { ACCOUNTANT, Village } from '../support/village';

const HEAD = '名称,结算年月,上期示数,本期示数,上网电量（千瓦时）,结算单价,上网电费,补贴标准,补贴金额';
/** Four slips of a station whose multiplier is 10, at 0.40 and 0.35. */
const LINES = ['01', '02', '03', '04'].map((month, place) =>
  ['Old', `2025-${month}`, place * 100, place * 100 + 100, 1000, '0.40', '400.00', '0.35', '350.00'].join(
    ',',
  ),
);
const TOTAL = '合计,,,,4000,,1600.00,,1400.00';
const TOLD = {
  ...{ layout: '', unit: '', year: '', month: '', postedOn: '', reason: '', stations: {}, others: '' },
};

describeOnEachEngine('a file of slips with several mistakes', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let station: string;

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    station = await village.addStation();
  });
  afterAll(() => opened.close());

  /** What is told of the file in the first round, torn or whole. */
  function told(change: Readonly<Record<number, [string, string]>>, total = TOTAL): Promise<string[]> {
    const lines = LINES.map((line, place) => {
      const [from, to] = change[place + 2] ?? ['', ''];
      return line.replace(from, to);
    });
    return toldOf([HEAD, ...lines, total].join('\n'));
  }

  /** The same of a whole file, in which the village's station is called `Old`. */
  async function toldOf(text: string, fileName = 'slips.csv'): Promise<string[]> {
    const { database, clock, slipImport } = village.services;
    const files = new SettlementFilesService(new ImportPreviewsService(database, clock), slipImport);
    const [name = ''] = (await village.services.assets.listAssets(village.id)).map(({ asset }) => asset.name);
    const source = { pasted: text.replace(/^Old,/gm, `${name},`) };
    try {
      const id = await files.keep(village.id, { source, fileName }, ACCOUNTANT);
      const kept = await files.requireKept(village.id, id);
      const { problems } = await slipImport.preview(village.id, kept, { told: TOLD });
      return problems.map(({ code, field }) => `${code} ${field}`);
    } catch (error) {
      if (!(error instanceof FormProblems)) throw error;
      return error.problems.map(({ code, field }) => `${code} ${field}`);
    }
  }

  it('takes the file without one for right', async () => {
    expect(station).not.toBe('');
    expect(await told({})).toEqual([]);
  });

  it.each<[string, [string, string], string[]]>([
    [
      'a reading nobody can read tells the price and both sums of its row',
      ['200,1000,0.40,400.00,0.35,350.00', 'abc,1000,0.9,400.00,0.35,351.00'],
      [
        'form.notAQuantity row.3.readingTo',
        'settlement.priceNotTariff row.3.energyPrice',
        'settlement.amountNotReckoned row.3.energyAmount',
        'settlement.amountNotReckoned row.3.subsidyAmount',
      ],
    ],
    [
      'an energy nobody can read tells readings and prices, and nothing that hangs on it',
      ['100,200,1000,0.40,400.00,0.35', '101,200,一千,0.40,400.00,0.34'],
      [
        'form.notAQuantity row.3.energy',
        'settlement.readingGap row.3.readingFrom',
        'settlement.priceNotTariff row.3.subsidyPrice',
      ],
    ],
    [
      'a price nobody can read tells the other stream and the meter',
      ['100,200,1000,0.40,400.00,0.35,350.00', '100,200,1002,四角,400.00,0.35,350.00'],
      [
        'form.notAQuantity row.3.energyPrice',
        'settlement.energyNotMetered row.3.energy',
        'settlement.amountNotReckoned row.3.subsidyAmount',
      ],
    ],
  ])('%s', async (_rule, change, problems) => {
    expect((await told({ 3: change }, '')).sort()).toEqual([...problems].sort());
  });

  it('names the row that has lost its station, and tells its cells', async () => {
    expect(await told({ 4: ['Old,2025-03,200,300,1000,0.40', ',2025-03,200,300,1000,x'] }, '')).toEqual([
      'slipTable.stationBlank stations.all',
      'form.notAQuantity row.4.energyPrice',
    ]);
  });

  it.each<[string, Readonly<Record<number, [string, string]>>, string[]]>([
    [
      'a month nobody can read tells the sums of its row, and a meter that runs backwards',
      {
        2: ['2025-01,0,100,1000,0.40,400.00', '2025-13,0,100,1000,0.40,1.00'],
        3: ['2025-02,100,200', '2025-14,100,2'],
        4: ['2025-03,200,300,1000,0.40,400.00', '三月,200,300,900,0.40,360.00'],
        5: ['2025-04,300,400,1000,0.40,400.00,0.35,350.00', '2025,300,400,1000,0.40,x,0.35,351.00'],
      },
      [
        'money.notAnAmount row.5.energyAmount',
        'settlement.amountNotReckoned row.2.energyAmount',
        'settlement.amountNotReckoned row.4.subsidyAmount',
        'settlement.amountNotReckoned row.5.subsidyAmount',
        'settlement.energyNotMetered row.4.energy',
        'settlement.meterBackwards row.3.readingTo',
        'slipTable.monthUnread row.2.generationMonth',
        'slipTable.monthUnread row.3.generationMonth',
        'slipTable.monthUnread row.4.generationMonth',
        'slipTable.monthUnread row.5.generationMonth',
      ],
    ],
    [
      'a station nobody knows tells the same, and is twice in a month',
      {
        3: ['Old,2025-02,100,200,1000,0.40,400.00', 'New,2025-02,100,200,1000,0.40,401.00'],
        4: ['Old,2025-03,200,300', 'New,2025-02,200,2'],
        5: ['Old,2025-04,300,400,1000,0.40,400.00', ',2099-04,300,400,1000,0.40,399.99'],
      },
      [
        'settlement.notYetGenerated row.5.generationMonth',
        'settlement.amountNotReckoned row.3.energyAmount',
        'settlement.amountNotReckoned row.5.energyAmount',
        'settlement.meterBackwards row.4.readingTo',
        'slipTable.slipAgain row.4.generationMonth',
        'slipTable.stationBlank stations.all',
        'slipTable.stationUnknown stations.r3',
      ],
    ],
    [
      'a row whose month nobody can read leaves the good ones beside it alone',
      { 3: ['2025-02,100,200', '2025-13,100,200'] },
      ['slipTable.monthUnread row.3.generationMonth'],
    ],
    [
      'a row that is there twice tells its sums and prices',
      { 4: ['2025-03,200,300,1000,0.40,400.00', '2025-02,200,300,1000,0.39,1.00'] },
      [
        'settlement.amountNotReckoned row.4.energyAmount',
        'settlement.priceNotTariff row.4.energyPrice',
        'slipTable.slipTwice row.4.generationMonth',
      ],
    ],
  ])('%s', async (_rule, change, problems) => {
    expect((await told(change, '')).sort()).toEqual([...problems].sort());
  });

  it.each([
    ['slips.csv', 'slipTable.monthUnsaid month'],
    ['7月.csv', 'slipTable.yearUnsaid year'],
  ])('tells beside a month that %s does not say what hangs on none', async (fileName, asked) => {
    const text = `名称,上期示数,本期示数,上网电量（千瓦时）,结算单价,上网电费,补贴标准,补贴金额
Old,0,100,1000,0.40,1.00,0.35,350.00
Old,100,2,1000,0.40,400.00,0.35,350.00
New,100,200,1000,0.40,400.00,0.35,350.01`;
    expect((await toldOf(text, fileName)).sort()).toEqual(
      [
        asked,
        'slipTable.stationUnknown stations.r4',
        'slipTable.slipAgain row.3.generationMonth',
        'settlement.amountNotReckoned row.2.energyAmount',
        'settlement.meterBackwards row.3.readingTo',
        'settlement.amountNotReckoned row.4.subsidyAmount',
      ].sort(),
    );
    expect(await village.services.incomeRead.listSettlements(village.id)).toEqual([]);
  });

  it('tells with a torn cell what else its row says', async () => {
    const all = await told({
      2: ['1000,0.40,400.00', '=E9,0.9,x'],
      3: ['2025-02,100,200', '2025\u00072,100,y'],
      4: ['0.35,350.00', '0.34,=1'],
      5: ['350.00', '349.00'],
    });
    expect(all.sort()).toEqual([
      'file.controlCharacters B3',
      'file.formula E2',
      'file.formula I4',
      'form.notAQuantity row.3.readingTo',
      'money.notAnAmount row.2.energyAmount',
      'settlement.amountNotReckoned row.5.subsidyAmount',
      'settlement.priceNotTariff row.2.energyPrice',
      'settlement.priceNotTariff row.4.subsidyPrice',
    ]);
  });

  it('tells with a torn cell a station nobody knows and a month nobody says', async () => {
    const head = '名称,上期示数,本期示数,上网电量（千瓦时）,结算单价';
    const rows = ['Old,0,100,=E9,0.40', 'New,100,2,1000,0.40', 'N\u0007w,100,3,1000,0.40'];
    const unsaid = ['slipTable.monthUnsaid month', 'slipTable.stationUnknown stations.r3'];
    const beside = ['settlement.meterBackwards row.3.readingTo', 'settlement.meterBackwards row.4.readingTo'];
    const torn = ['file.formula D2', 'file.controlCharacters A4'];
    expect((await toldOf([head, ...rows].join('\n'))).sort()).toEqual([...torn, ...unsaid, ...beside].sort());
    // What stands above its headings may have said both.
    const above = await toldOf(['2025年\u00071月', head, ...rows].join('\n'));
    expect(above.filter((each) => each.startsWith('slipTable'))).toEqual([]);
  });

  it('says of no torn name that it is there twice', async () => {
    const all = await told({
      3: ['Old,2025-02', 'O\u0007d,2025-05'],
      4: ['Old,2025-03', 'O\u0007e,2025-05'],
    });
    expect(all.sort()).toEqual(['file.controlCharacters A3', 'file.controlCharacters A4']);
  });

  it('holds the totals that do not hang on a torn cell, and none where a row may be one itself', async () => {
    const total = '合计,,,,4001,,1600.01,,1400.00';
    expect(await told({ 3: ['1000,', '=E9,'] }, total)).toEqual([
      'file.formula E3',
      'slipTable.totalDiffers row.6.energyAmount',
    ]);
    expect(await told({}, `小\u0007计,,,,4000,,1600.00,,1400.00\n${total}`)).toEqual([
      'file.controlCharacters A6',
    ]);
  });

  it('tells of a typed slip a day ahead of today with all else, whatever its month', async () => {
    const { clock, income } = village.services;
    const form = {
      ...{ assetId: station, generationMonth: '2025-13', postedOn: '2031-01-01', readingFrom: '0' },
      ...{ readingTo: '100', energy: '1000', energyUnit: 'kWh', energyPrice: '0.40', subsidyPrice: '0.35' },
      ...{ priceUnit: 'yuan/kWh', energyAmount: '1.00', subsidyAmount: '350.00' },
    };
    const codes = (error: unknown): unknown =>
      error instanceof FormProblems ? error.problems.map(({ code, field }) => `${code} ${field}`) : error;
    expect(clock.today() < '2031-01-01').toBe(true);
    expect(await income.recordSettlement(village.id, form, ACCOUNTANT).catch(codes)).toEqual([
      'period.inFuture postedOn',
      'calendar.notAMonth generationMonth',
      'settlement.amountNotReckoned energyAmount',
    ]);
    const told = { ...form, generationMonth: '2025-01' };
    expect(await income.recordSettlement(village.id, told, ACCOUNTANT).catch(codes)).toEqual([
      'period.inFuture postedOn',
      'settlement.amountNotReckoned energyAmount',
    ]);
  });
});
