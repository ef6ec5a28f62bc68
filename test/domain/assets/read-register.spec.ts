import { readRegister } from '../../../src/domain/assets/read-register';
import {
  REGISTER_COLUMNS,
  type RegisterColumn,
  type RegisterFacts,
  type RegisterItem,
  type RegisterRow,
  registerRows,
} from '../../../src/domain/assets/register-columns';
import { FACTS, ITEM, ROWS, rowsOf } from './register.fixture';

const read = (text: string, wish: Partial<RegisterFacts> = {}) =>
  readRegister(rowsOf(text), { ...FACTS, ...wish });
const told = (text: string, wish: Partial<RegisterFacts> = {}) =>
  read(text, wish).problems.map(({ code, field }) => `${code} ${field}`);
/** A workshop of one row with cells of its own. */
const row = (cells: {
  name?: string;
  cls?: string;
  kind?: string;
  day?: string;
  level?: string;
  holder?: string;
  cost?: string;
  year?: string;
  central?: string;
  rest?: string;
}) =>
  [
    ...[
      '1',
      cells.name ?? '车间',
      cells.cls ?? '经营性',
      cells.kind ?? '帮扶车间',
      cells.day ?? '2021-09-30',
    ],
    ...[cells.level ?? '村集体', cells.holder ?? '东河村', cells.cost ?? '100', cells.year ?? '2021'],
    ...[cells.central ?? '100', '', cells.rest ?? ''],
  ].join('|');

describe('a register of a county', () => {
  it('is read asset by asset, the years that paid for it in rows of their own', () => {
    expect(read(ROWS)).toEqual({ items: [ITEM], standing: 0, problems: [] });
  });

  it('knows nothing of an asset of which it says nothing, and since its first day what has no day', () => {
    expect(read(row({})).items[0]).not.toHaveProperty('known');
    expect(read(row({ rest: '闲置' })).items[0]?.known).toMatchObject({
      condition: 'idle',
      validFrom: '2021-09-30',
    });
  });

  it.each<[what: string, cells: Parameters<typeof row>[0], found: string[]]>([
    ['a name that is missing', { name: '' }, ['form.missing B2', 'register.nothing ']],
    ['a class that is missing', { cls: '' }, ['form.missing C2']],
    ['a class nobody knows', { cls: '生产性' }, ['register.wordUnknown C2']],
    ['a class in other words', { cls: '经营性 资产：' }, []],
    ['a kind that is missing', { kind: '' }, ['form.missing D2']],
    ['a kind nobody knows', { kind: '飞机场' }, ['register.wordUnknown D2']],
    ['a kind of another class', { kind: '基础设施' }, ['assets.classNotOfKind C2']],
    ['a joint station', { kind: '联村电站', cost: 'x' }, ['register.jointStation D2']],
    ['a station kept for others', { kind: '代管联村光伏电站' }, ['register.jointStation D2']],
    ['a day that is none', { day: '2021年' }, ['calendar.notADay E2']],
    ['a day to come', { day: '2025-07-15' }, ['assets.acquiredLater E2']],
    ['a title nobody knows', { level: '省' }, ['register.wordUnknown F2']],
    ['no word on the title', { level: '' }, []],
    ['a household without a word on the title', { cls: '到户类', level: '' }, []],
    ['a household asset of the village', { cls: '到户类' }, ['assets.householdTitle F2']],
    ['what the county owns, with a cost', { level: '县' }, ['assets.costNotOurs H2']],
    ['what the county owns', { level: '县', cost: '', central: '' }, []],
    ['nobody who holds the title', { holder: '' }, ['form.missing G2']],
    ['a cost that is none', { cost: '一百' }, ['money.notAnAmount H2']],
    ['funds above the cost', { cost: '99.99' }, ['assets.fundsNotCost H2']],
    ['funds without a year', { year: '' }, ['calendar.notAYear I2']],
    ['funds of a year to come', { year: '2026' }, ['assets.yearToCome I2']],
    ['funds of the year after it was acquired', { year: '2022' }, ['assets.yearAfterAcquired I2']],
    ['funds that are no amount', { central: 'x' }, ['money.notAnAmount J2']],
    ['funds below zero', { central: '-1' }, ['money.notPositive J2']],
    ['funds of nothing beside the others', { rest: '', central: '100.00' }, []],
    ['a condition nobody knows', { rest: '很好' }, ['register.wordUnknown L2']],
    ['what is disposed of already', { rest: '已处置' }, ['particulars.notDisposed L2']],
    ['particulars without a condition', { rest: '|村部' }, ['register.noCondition L2']],
    ['a place that is none', { rest: '在用||x|115' }, ['particulars.notADegree N2']],
    ['particulars since a day to come', { rest: '在用||||2025-07-15' }, ['particulars.later P2']],
    ['particulars since before it was there', { rest: '在用||||2021-09-29' }, ['particulars.beforeAsset P2']],
    ['particulars since a day that is none', { rest: '在用||||昨天' }, ['calendar.notADay P2']],
    ['an acceptance that is none', { rest: '在用|||||昨天' }, ['calendar.notADay Q2']],
    ['a text nobody writes', { rest: `在用|${'长'.repeat(201)}` }, ['form.tooLong M2']],
    ['a long text', { rest: `在用|${'长'.repeat(200)}` }, []],
    ['a number that belongs to a person', { rest: '在用|13800138000' }, ['form.privateNumber M2']],
  ])('with %s is told so at its cell: %j', (_what, cells, found) => {
    expect(told(row(cells))).toEqual(found);
  });

  it('is told everything at once, cell by cell, and nothing of it is read', () => {
    const wrong = `${row({ cls: 'x', cost: 'x' })}\n${row({ name: 'B', day: 'x', central: 'x' })}`;
    expect(told(wrong)).toEqual([
      ...['register.wordUnknown C2', 'money.notAnAmount H2', 'calendar.notADay E3', 'money.notAnAmount J3'],
    ]);
    expect(read(wrong).items).toEqual([]);
  });

  it('says which words it would know, and what stood in the cell', () => {
    const [problem] = read(row({ cls: 'x' })).problems;
    const known = ['经营性', '公益性', '到户类'];
    expect(problem).toEqual({ code: 'register.wordUnknown', field: 'C2', value: 'x', facts: { known } });
  });

  it('has one name once', () => {
    expect(read(`${row({})}\n${row({ name: '车间 ' })}`).problems).toEqual([
      { code: 'register.nameTwice', field: 'B3', value: '车间', facts: { row: 2 } },
    ]);
  });

  it('has no plate twice, nor one that another asset bears', () => {
    const columns: RegisterColumn[] = ['name', 'plateNumber'];
    const plated = (name: string, plate: string): RegisterRow => {
      const [first] = rowsOf(row({ name, rest: '在用' }));
      if (first === undefined) throw new Error('a row is a row');
      const value = (column: RegisterColumn) => (column === 'plateNumber' ? plate : first.value(column));
      return { row: first.row, value, cell: (column) => `${name} ${column}` };
    };
    const standing = { ...ITEM, known: { ...ITEM.known, plateNumber: 'LH-1' } } as RegisterItem;
    const facts = { ...FACTS, columns, standing: new Map([[ITEM.asset.name, standing]]) };
    const rows = [
      ['A', 'lh - 1'] as const,
      ['B', 'LH-2'] as const,
      ['C', 'ＬＨ-2'] as const,
      ['D', ''] as const,
    ];
    const { problems } = readRegister(
      rows.map(([name, plate]) => plated(name, plate)),
      facts,
    );
    expect(problems.map(({ code, field, facts: found }) => [code, field, found])).toEqual([
      ['assets.plateTaken', 'A plateNumber', { asset: '加工车间' }],
      ['assets.plateTaken', 'C plateNumber', { asset: 'B' }],
    ]);
  });

  it.each<[remark: string, found: string[]]>([
    ['', ['assets.yearAfterAcquired fundYear', 'assets.yearAfterAcquired projectYear']],
    ['paid in 2022 after the building', []],
  ])('has years after the acquisition with a remark that says why: %j', (remark, found) => {
    const [first] = rowsOf(row({ year: '2022', rest: '在用' }));
    if (first === undefined) throw new Error('a row is a row');
    const said: Partial<Record<RegisterColumn, string>> = { remark, projectYear: '2022' };
    const value = (column: RegisterColumn) => said[column] ?? first.value(column);
    const { items, problems } = readRegister([{ row: 2, value, cell: (column) => column }], FACTS);
    expect(problems.map(({ code, field }) => `${code} ${field}`)).toEqual(found);
    expect(items.map(({ funds, known }) => [funds[0]?.year, known?.projectYear])).toEqual(
      found.length === 0 ? [[2022, '2022']] : [],
    );
  });

  it('has an asset at least', () => {
    expect(told('合计|||')).toEqual(['register.nothing ']);
  });

  it('is in units of ten thousand yuan where its headings say so, to the fen', () => {
    const inWan = new Set(['cost', 'fund.central'] as const);
    const [item] = read(row({ cost: '1.234567', central: '1.234567' }), { inWan }).items;
    expect([item?.asset.cost, item?.funds]).toEqual([
      1_234_567n,
      [{ level: 'central', year: 2021, amount: 1_234_567n }],
    ]);
    const split = read(row({ cost: '1.2345678', central: '1' }), { inWan }).problems;
    expect(split).toEqual([{ code: 'register.notInWan', field: 'H2', value: '1.2345678' }]);
    // A cell that says yuan in such a column is neither read as yuan nor as ten thousands.
    const twoUnits = read(row({ cost: '12000元', central: '¥1.2' }), { inWan }).problems;
    expect(twoUnits.map(({ code, field, value }) => `${code} ${field} ${value ?? ''}`)).toEqual([
      'register.notInWan H2 12000元',
      'register.notInWan J2 ¥1.2',
    ]);
  });
});

describe('the totals of a register', () => {
  const total = (cost: string, central: string) =>
    `${row({})}\n${row({ name: 'B' })}\n合 计：|||||||${cost}||${central}`;

  it.each<[cost: string, central: string, found: string[]]>([
    ['200.00', '200', []],
    ['', '', []],
    ['200.01', '199.99', ['register.totalWrong H4', 'register.totalWrong J4']],
    ['two hundred', '200', ['money.notAnAmount H4']],
  ])('%s and %s are held against the sum: %j', (cost, central, found) => {
    expect(told(total(cost, central))).toEqual(found);
  });

  it('say by how much they differ', () => {
    const facts = { sum: 20_000n, difference: -1n };
    expect(read(total('199.99', '200')).problems).toEqual([
      { code: 'register.totalWrong', field: 'H4', value: '199.99', facts },
    ]);
  });

  it('may stand under the names, and wait until every amount of their column is read', () => {
    expect(told(`${row({})}\n|合计||||||99`)).toEqual(['register.totalWrong H3']);
    expect(told(`${row({ cost: 'x' })}\n|合计||||||99`)).toEqual(['money.notAnAmount H2']);
  });

  it('are told with the cost that its funds do not make, whatever else is wrong with the rows', () => {
    const rows = `${row({ holder: '' })}\n${row({ name: 'B', day: 'x', cost: '101' })}`;
    expect(told(`${rows}\n|合计||||||99`).sort()).toEqual([
      ...['assets.fundsNotCost H3', 'calendar.notADay E3', 'form.missing G2', 'register.totalWrong H4'],
    ]);
  });
});

describe('an asset that is in the register already', () => {
  const standing = (item: RegisterItem) => ({ standing: new Map([[item.asset.name, item]]) });

  it('is left alone where the file says the same, whatever the words', () => {
    expect(read(ROWS, standing(ITEM))).toEqual({ items: [], standing: 1, problems: [] });
  });

  it('is never changed: each cell that says otherwise is marked with what stands there', () => {
    const other = { ...ITEM, asset: { ...ITEM.asset, kind: 'coldStore' as const, titleHolder: '西河村' } };
    expect(read(ROWS, standing(other)).problems).toEqual([
      { code: 'register.differs', field: 'D2', value: '帮扶车间', facts: { standing: '冷藏保鲜库' } },
      { code: 'register.differs', field: 'G2', value: '东河村', facts: { standing: '西河村' } },
    ]);
  });

  it('is marked where a year is missing here or there', () => {
    const [first] = ITEM.funds;
    const shorter = { ...ITEM, asset: { ...ITEM.asset }, funds: first === undefined ? [] : [first] };
    expect(told(ROWS, standing(shorter))).toEqual([
      ...['register.differs B3', 'register.differs I3', 'register.differs K3'],
    ]);
  });

  it('may be a joint station, which no file can bring', () => {
    const joint: RegisterItem = {
      asset: {
        ...{
          kind: 'jointPvStation',
          assetClass: 'operating',
          titleLevel: 'village',
          name: '联村',
          pool: 'pv',
        },
        ...{ cost: 10_000n, titleHolder: '东河村', acquiredOn: '2021-09-30', capacityKw: '5' },
        ...{ meterMultiplier: '1', energyPriceYuanPerKwh: '0.4', subsidyPriceYuanPerKwh: '0' },
        ...{ keeper: '柳河', ownShareKey: '02' },
      } as const,
      funds: [{ level: 'central', year: 2021, amount: 10_000n }],
    };
    const file = row({ name: '联村', kind: '联村光伏电站', rest: '||||||5|1|0.4|0' });
    expect(read(file, standing(joint))).toEqual({ items: [], standing: 1, problems: [] });
  });
});

describe('the rows of an asset', () => {
  it('have no cell that says nothing, and know every column', () => {
    const rows = registerRows(ITEM);
    expect(rows.map((cells) => Object.fromEntries(cells))).toEqual([
      {
        ...{ name: '加工车间', kind: 'workshop', assetClass: 'operating', titleLevel: 'village' },
        ...{ titleHolder: '东河村', acquiredOn: '2021-09-30', cost: '420000.00', fundYear: '2020' },
        ...{ 'fund.central': '300000.00', condition: 'idle', acceptedOn: '2021-10-01', location: '村部东侧' },
        ...{ latitude: '32.5', longitude: '115.5', knownFrom: '2023-01-01' },
      },
      { name: '加工车间', fundYear: '2021', 'fund.county': '120000.00' },
    ]);
    for (const column of rows.flatMap((cells) => [...cells.keys()]))
      expect(REGISTER_COLUMNS).toContain(column);
  });

  it('stand year by year, and one more for a level that gave twice in a year', () => {
    const gave = (level: 'central' | 'county', year: number, amount: bigint) => ({ level, year, amount });
    const funds = [
      gave('county', 2021, 1n),
      gave('central', 2020, 2n),
      gave('county', 2021, 3n),
      gave('central', 2021, 4n),
    ];
    const rows = registerRows({ asset: ITEM.asset, funds }).map((cells) => [
      ...(['fundYear', 'fund.central', 'fund.county'] as const).map((column) => cells.get(column) ?? ''),
    ]);
    expect(rows).toEqual([
      ['2020', '0.02', ''],
      ['2021', '0.04', '0.01'],
      ['2021', '', '0.03'],
    ]);
  });

  it('are one where nothing paid for it', () => {
    const asset = { ...ITEM.asset, cost: 0n };
    const [only, ...more] = registerRows({ asset, funds: [] });
    expect([only?.has('cost'), only?.has('fundYear'), more]).toEqual([false, false, []]);
  });
});
