import { type AssetForm, readAsset as readInRegister } from '../../../src/domain/assets/asset';

const WORKSHOP: AssetForm = {
  kind: 'workshop',
  name: ' Workshop ',
  cost: '420,000.00',
  titleHolder: 'Donghe cooperative',
  acquiredOn: '2021-09-30',
  capacityKw: '',
  meterMultiplier: '',
  energyPrice: '',
  subsidyPrice: '',
  keeper: '',
  ownShareKey: '',
  funds: [
    { level: 'central', year: '2021', amount: '300,000.00' },
    { level: 'county', year: '2021', amount: '120,000.00' },
  ],
};
const METER = { capacityKw: '1600', meterMultiplier: '8000', energyPrice: '0.3844', subsidyPrice: '0.4656' };
const STATION: AssetForm = { ...WORKSHOP, ...METER, kind: 'pvStation' };

const REGISTER = { today: '2025-07-14', namesTaken: ['Station', 'Cold store'] };

const readAsset = (form: AssetForm) => readInRegister(form, REGISTER);
const problemsOf = (form: AssetForm) => readAsset(form).problems;
const fundsOf = (...amounts: string[]) =>
  amounts.map((amount) => ({ level: 'central', year: '2021', amount }));

/** Case D3: the market is the township's, the village has a right to its income. */
const TOWNS: Partial<AssetForm> = { kind: 'market', titleLevel: 'township', titleHolder: 'Liuhe town' };

describe('the money of an asset', () => {
  it.each<[year: string, acquiredOn: string, found: string[]]>([
    ['2020', '2021-01-01', []],
    ['2021', '2021-01-01', []],
    ['2022', '2021-12-31', ['assets.yearAfterAcquired funds.0.year 2021']],
    ['2022', 'x', ['calendar.notADay acquiredOn undefined']],
    ['2026', '2021-12-31', ['assets.yearToCome funds.0.year 2025']],
  ])('of %s for what was acquired on %s', (year, acquiredOn, found) => {
    const funds = [{ level: 'central', year, amount: WORKSHOP.cost }];
    const told = problemsOf({ ...WORKSHOP, acquiredOn, funds });
    expect(told.map(({ code, field, facts }) => `${code} ${field} ${String(facts?.['latest'])}`)).toEqual(
      found,
    );
  });
});

describe('the name of an asset', () => {
  it.each<[length: number, codes: string[]]>([
    [100, []],
    [101, ['form.tooLong']],
  ])('of %i characters', (length, codes) => {
    expect(problemsOf({ ...WORKSHOP, name: ` ${'名'.repeat(length)} ` }).map(({ code }) => code)).toEqual(
      codes,
    );
  });
});

describe('an asset', () => {
  it.each<{ kind: string; form: AssetForm; saved: object }>([
    { kind: 'a workshop', form: WORKSHOP, saved: { kind: 'workshop', name: 'Workshop', pool: 'other' } },
    { kind: 'a cold store', form: { ...WORKSHOP, kind: 'coldStore' }, saved: { pool: 'other' } },
    {
      kind: 'a station',
      form: STATION,
      saved: { pool: 'pv', capacityKw: '1600', meterMultiplier: '8000', energyPriceYuanPerKwh: '0.3844' },
    },
    {
      kind: 'a joint station',
      form: { ...STATION, kind: 'jointPvStation', keeper: ' Liuhe ', ownShareKey: '02' },
      saved: { pool: 'pv', keeper: 'Liuhe', ownShareKey: '02' },
    },
  ])('is read as $kind, its money in the pool of its kind', ({ form, saved }) => {
    const { asset, funds, problems } = readAsset(form);
    expect(problems).toEqual([]);
    expect(asset).toMatchObject({ cost: 42_000_000n, acquiredOn: '2021-09-30', ...saved });
    expect(funds.map((fund) => fund.amount)).toEqual([30_000_000n, 12_000_000n]);
  });

  it('keeps nothing of a meter where there is none', () => {
    expect(readAsset({ ...WORKSHOP, ...METER, keeper: 'x' }).asset).not.toHaveProperty('capacityKw');
    expect(readAsset({ ...STATION, keeper: 'x' }).asset).not.toHaveProperty('keeper');
  });

  it.each<{ funds: string[]; difference: bigint | undefined }>([
    { funds: ['420,000.00'], difference: undefined },
    { funds: ['300,000.00', '119,999.99'], difference: -1n },
    { funds: ['300,000.00', '120,000.01'], difference: 1n },
    { funds: [], difference: -42_000_000n },
  ])('has funds that add up to its cost: $funds', ({ funds, difference }) => {
    const facts = { funds: 42_000_000n + (difference ?? 0n), cost: 42_000_000n, difference };
    expect(problemsOf({ ...WORKSHOP, funds: fundsOf(...funds) })).toEqual(
      difference === undefined ? [] : [{ code: 'assets.fundsNotCost', field: 'funds', facts }],
    );
  });

  it('names everything that is wrong at once, each with its field and what was typed', () => {
    const form: AssetForm = {
      ...STATION,
      kind: 'jointPvStation',
      name: ' ',
      cost: '-1',
      titleHolder: '',
      acquiredOn: '2021-02-29',
      capacityKw: '1,60',
      meterMultiplier: 'x',
      energyPrice: '',
      subsidyPrice: '-0.1',
      funds: [
        { level: 'state', year: '1899', amount: '0' },
        { level: 'own', year: '2100', amount: '1.001' },
      ],
    };
    expect(problemsOf(form)).toEqual([
      { code: 'form.missing', field: 'name' },
      { code: 'form.missing', field: 'titleHolder' },
      { code: 'money.negative', field: 'cost', value: '-1' },
      { code: 'calendar.notADay', field: 'acquiredOn', value: '2021-02-29' },
      { code: 'form.notAllowed', field: 'funds.0.level', value: 'state' },
      { code: 'calendar.notAYear', field: 'funds.0.year', value: '1899' },
      { code: 'money.notPositive', field: 'funds.0.amount', value: '0' },
      { code: 'calendar.notAYear', field: 'funds.1.year', value: '2100' },
      { code: 'money.notAnAmount', field: 'funds.1.amount', value: '1.001' },
      { code: 'form.notAQuantity', field: 'capacityKw', value: '1,60' },
      { code: 'form.notAQuantity', field: 'meterMultiplier', value: 'x' },
      { code: 'form.missing', field: 'energyPrice' },
      { code: 'form.notAQuantity', field: 'subsidyPrice', value: '-0.1' },
      { code: 'form.missing', field: 'keeper' },
      { code: 'form.missing', field: 'ownShareKey' },
    ]);
  });

  it('does not add up funds while an amount of them cannot be read', () => {
    expect(problemsOf({ ...WORKSHOP, funds: fundsOf('abc') }).map(({ code }) => code)).toEqual([
      'money.notAnAmount',
    ]);
  });

  it.each<{ rule: string; change: Partial<AssetForm>; problems: unknown[] }>([
    { rule: 'today', change: { acquiredOn: '2025-07-14' }, problems: [] },
    {
      rule: 'a day to come',
      change: { acquiredOn: '2025-07-15' },
      problems: [
        {
          code: 'assets.acquiredLater',
          field: 'acquiredOn',
          value: '2025-07-15',
          facts: { today: '2025-07-14' },
        },
      ],
    },
    {
      rule: 'the name of another',
      change: { name: ' Station ' },
      problems: [{ code: 'assets.nameTaken', field: 'name', value: ' Station ' }],
    },
    {
      rule: 'neither capacity nor multiplier',
      change: { capacityKw: '0', meterMultiplier: '0.000' },
      problems: [
        { code: 'form.notPositive', field: 'capacityKw', value: '0' },
        { code: 'form.notPositive', field: 'meterMultiplier', value: '0.000' },
      ],
    },
    { rule: 'the least capacity', change: { capacityKw: '0.01' }, problems: [] },
    { rule: 'prices not known yet', change: { energyPrice: '0', subsidyPrice: '0' }, problems: [] },
  ])('is entered with $rule: $problems', ({ change, problems }) => {
    expect(problemsOf({ ...STATION, ...change })).toEqual(problems);
  });

  it.each(['kind', 'assetClass', 'titleLevel'] as const)('is of a %s of the list', (field) => {
    const unknown = (value: string) => [{ code: 'form.notAllowed', field, value }];
    expect(problemsOf({ ...WORKSHOP, [field]: 'castle' })).toEqual(unknown('castle'));
    expect(problemsOf({ ...WORKSHOP, [field]: '' })).toEqual(unknown(''));
  });

  it('is operating and of the village where nothing else is said', () => {
    expect(readAsset(WORKSHOP).asset).toMatchObject({ assetClass: 'operating', titleLevel: 'village' });
  });

  it.each<{ rule: string; change: Partial<AssetForm>; codes: string[] }>([
    { rule: 'the cost of a market of the township', change: TOWNS, codes: ['assets.costNotOurs'] },
    { rule: 'no cost and no funds of it', change: { ...TOWNS, cost: '', funds: [] }, codes: [] },
    { rule: 'a cost of nothing at all', change: { ...TOWNS, cost: '0.00', funds: [] }, codes: [] },
    { rule: 'its cost without funds', change: { ...TOWNS, funds: [] }, codes: ['assets.costNotOurs'] },
    { rule: 'its funds without a cost', change: { ...TOWNS, cost: '' }, codes: ['assets.costNotOurs'] },
    {
      rule: 'the same of the county',
      change: { ...TOWNS, titleLevel: 'county' },
      codes: ['assets.costNotOurs'],
    },
    { rule: 'land that nobody valued', change: { kind: 'land', cost: '', funds: [] }, codes: [] },
    { rule: 'water that somebody valued', change: { kind: 'water' }, codes: [] },
    {
      rule: 'land worth more than its funds',
      change: { kind: 'land', funds: [] },
      codes: ['assets.fundsNotCost'],
    },
    { rule: 'a hall without a cost', change: { cost: '', funds: [] }, codes: ['form.missing'] },
    { rule: 'a hall that cost nothing', change: { cost: '0', funds: [] }, codes: ['money.notPositive'] },
    { rule: 'a hall of one fen', change: { cost: '0.01', funds: fundsOf('0.01') }, codes: [] },
  ])('is entered with $rule: $codes', ({ change, codes }) => {
    expect(problemsOf({ ...WORKSHOP, ...change }).map(({ code }) => code)).toEqual(codes);
  });

  it('says with whom the cost stands, and which of the two is to be left out', () => {
    const refused = { code: 'assets.costNotOurs', facts: { level: 'township' } };
    expect(problemsOf({ ...WORKSHOP, ...TOWNS })).toEqual([{ ...refused, field: 'cost' }]);
    expect(problemsOf({ ...WORKSHOP, ...TOWNS, cost: '' })).toEqual([{ ...refused, field: 'funds' }]);
  });
});
