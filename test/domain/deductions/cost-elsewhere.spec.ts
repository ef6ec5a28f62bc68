import {
  type BillBeside,
  type CostElsewhereForm,
  type DeductedCost,
  elsewhereProblems,
  findTwice,
  knownElsewhereProblems,
  readCostElsewhere,
  type StandingElsewhere,
} from '../../../src/domain/deductions/cost-elsewhere';

const FORM: CostElsewhereForm = {
  ...{ kind: 'o_and_m', name: ' washing ', bill: '9,000.00', elsewhere: '4,000.00' },
  ...{ paidOn: '2022-09-30', upkeepYear: '2022', paper: 'notice 7' },
};
const told = (change: Partial<CostElsewhereForm>): string[] =>
  readCostElsewhere({ ...FORM, ...change }, { today: '2022-10-15' }).problems.map(
    ({ code, field }) => `${code} ${field}`,
  );

describe('a cost that another fund pays', () => {
  it('is read', () => {
    expect(readCostElsewhere(FORM, { today: '2022-10-15' })).toEqual({
      cost: {
        ...{ kind: 'o_and_m', name: 'washing', bill: 900_000n, elsewhere: 400_000n },
        ...{ paidOn: '2022-09-30', fundYear: '2022', paper: 'notice 7' },
      },
      problems: [],
    });
  });

  it.each<[what: string, change: Partial<CostElsewhereForm>, problems: string[]]>([
    ['all of the bill', { elsewhere: '9000' }, []],
    ['a fen above it', { elsewhere: '9000.01' }, ['costElsewhere.aboveBill elsewhere']],
    ['nothing', { elsewhere: '0' }, ['money.notPositive elsewhere']],
    ['today', { paidOn: '2022-10-15' }, []],
    ['tomorrow', { paidOn: '2022-10-16' }, ['costElsewhere.ahead paidOn']],
    ['a fund of last year', { upkeepYear: '2021' }, []],
    ['a fund of next year', { upkeepYear: '2023' }, ['costElsewhere.year upkeepYear']],
    ['a year that is none', { upkeepYear: '22' }, ['costElsewhere.year upkeepYear']],
    ['no paper', { paper: ' ' }, ['form.missing paper']],
    [
      'nothing said',
      { kind: '', name: '', bill: '', elsewhere: '', paidOn: '', upkeepYear: '', paper: '' },
      [
        ...['form.notAllowed kind', 'form.missing name', 'form.missing paper', 'form.missing bill'],
        ...['form.missing elsewhere', 'form.missing paidOn', 'costElsewhere.year upkeepYear'],
      ],
    ],
  ])('may pay %s', (_what, change, problems) => {
    expect(told(change)).toEqual(problems);
  });

  it.each<[kind: string, acquiredOn: string, leftOn: string | undefined, problems: string[]]>([
    ['o_and_m', '2022-09-30', undefined, []],
    ['o_and_m', '2022-10-01', undefined, ['costElsewhere.beforeAsset paidOn']],
    ['land_rent', '2022-10-01', undefined, []],
    ['o_and_m', '2020-01-01', '2022-09-30', []],
    ['o_and_m', '2020-01-01', '2022-09-29', ['costElsewhere.afterAsset paidOn']],
    ['land_rent', '2020-01-01', '2022-09-29', ['costElsewhere.afterAsset paidOn']],
  ])('is for an asset that was there on the day: %s, from %s to %s', (kind, acquiredOn, leftOn, problems) => {
    const life = { acquiredOn, leftOn };
    const found = readCostElsewhere({ ...FORM, kind }, { today: '2022-10-15', life }).problems;
    expect(found.map(({ code, field }) => `${code} ${field}`)).toEqual(problems);
  });
});

describe('what is deducted though another fund paid it', () => {
  const cost: StandingElsewhere = { ...readCostElsewhere(FORM, { today: '2022-10-15' }).cost, assetId: 'a' };
  const bill = (amount: string, wish: Partial<BillBeside> = {}): BillBeside => ({
    ...{ name: 'washing', postedOn: '2022-10-10', amount },
    ...wish,
  });
  const before: DeductedCost = {
    ...{ kind: 'o_and_m', pool: 'pv', assetId: 'a' },
    ...{ name: 'washing', postedOn: '2022-10-01', amount: 100_000n },
  };
  const inMonth = (month: string) => ({ days: { from: `2022-${month}-01`, to: `2022-${month}-28` } });

  it.each<{
    what: string;
    given: BillBeside;
    deducted?: DeductedCost[];
    elsewhere?: StandingElsewhere[];
    amount: bigint | undefined;
    left?: bigint;
  }>([
    { what: 'not what the fund left over', given: bill('5000.00'), amount: undefined },
    { what: 'a fen more of the same name', given: bill('5000.01'), amount: 500_001n, left: 500_000n },
    {
      what: 'with what was deducted before',
      given: bill('4000.01'),
      ...{ deducted: [before], amount: 500_001n, left: 400_000n },
    },
    {
      what: 'with what was deducted before under no named kind',
      given: bill('4000.01'),
      ...{ deducted: [{ ...before, kind: 'other' as const }], amount: 500_001n, left: 400_000n },
    },
    { what: 'not the rest of it', given: bill('4000.00'), deducted: [before], amount: undefined },
    {
      what: 'a fen when nothing is left, even of one that went above it',
      given: bill('0.01'),
      ...{ deducted: [{ ...before, amount: 700_000n }], amount: 500_001n, left: 0n },
    },
    {
      what: 'not the rest, for what was deducted is of another asset',
      given: bill('5000.00'),
      ...{ deducted: [{ ...before, assetId: 'b' }], amount: undefined },
    },
    {
      what: 'not the rest, for what was deducted is of days after the fund paid',
      given: bill('5000.00'),
      ...{ deducted: [{ ...before, ...inMonth('11'), postedOn: '2022-11-30' }], amount: undefined },
    },
    { what: 'not of days after the fund paid', given: bill('9000', inMonth('11')), amount: undefined },
    { what: 'of days before it paid', given: bill('9000', inMonth('08')), amount: 900_000n, left: 500_000n },
    {
      what: 'not the rest of two of one name',
      given: bill('9000.00'),
      ...{ deducted: [before], elsewhere: [cost, cost], amount: undefined },
    },
    {
      what: 'a fen above the rest of two of one name',
      given: bill('9000.01'),
      ...{ deducted: [before], elsewhere: [cost, cost], amount: 1_000_001n, left: 900_000n },
    },
    {
      what: 'the whole bill by another name, a week after',
      given: bill('9000', { name: 'x', postedOn: '2022-10-07' }),
      ...{ amount: 900_000n, left: 500_000n },
    },
    {
      what: 'not the whole bill by another name, eight days after',
      given: bill('9000', { name: 'x', postedOn: '2022-10-08' }),
      amount: undefined,
    },
    {
      what: 'the fund’s part by another name, for the days on which it paid',
      given: bill('4000', { name: 'x', days: { from: '2022-07-01', to: '2022-12-31' } }),
      ...{ deducted: [before], amount: 500_000n, left: 400_000n },
    },
    {
      what: 'not the same amount for other days',
      given: bill('4000', { name: 'x', ...inMonth('10') }),
      amount: undefined,
    },
    {
      what: 'not another bill',
      given: bill('8999.99', { name: 'x', postedOn: '2022-10-01' }),
      amount: undefined,
    },
    { what: 'not one of another year', given: bill('9000', { postedOn: '2023-01-01' }), amount: undefined },
    {
      what: 'one of the week around the new year',
      given: bill('9000', { postedOn: '2023-01-04' }),
      ...{ elsewhere: [{ ...cost, paidOn: '2022-12-28' }], amount: 900_000n, left: 500_000n },
    },
    { what: 'not what cannot be read', given: bill('x'), amount: undefined },
    { what: 'not where no fund paid', given: bill('9000'), elsewhere: [], amount: undefined },
  ])('is $what', ({ given, deducted = [], elsewhere = [cost], amount, left }) => {
    const twice = findTwice(given, elsewhere, deducted);
    expect([twice?.amount, twice?.left]).toEqual([amount, left]);
  });

  it('asks for a reason, and says what may be deducted', () => {
    const twice = findTwice(bill('9000'), [cost], [before]);
    const facts = { name: 'washing', bill: 900_000n, elsewhere: 400_000n, left: 400_000n };
    if (twice === undefined) throw new Error('nothing was found');
    expect(elsewhereProblems(twice, { twiceReason: ' ' })).toEqual([
      { code: 'deductions.paidElsewhere', field: 'twiceReason', facts },
    ]);
    expect(elsewhereProblems(twice, { twiceReason: 'another washing' })).toEqual([]);
  });
});

describe('a cost that is told of another fund', () => {
  const paid = {
    ...{ kind: 'o_and_m' as const, name: 'roof', assetId: 'a', bill: 500_000n, elsewhere: 200_000n },
    ...{ paidOn: '2026-03-15', paper: 'notice 2' },
  };
  const cost = (amount: bigint, change: Partial<DeductedCost> = {}): DeductedCost => ({
    ...{ kind: 'o_and_m', pool: 'other', assetId: 'a', name: 'roof', amount, postedOn: '2026-03-12' },
    ...change,
  });
  const RAISED = { ...paid, paper: 'notice 3', elsewhere: 100_000n };

  it.each<[what: string, deducted: DeductedCost[], told: (typeof paid)[], asked: string[]]>([
    ['was deducted as far as the fund leaves over', [cost(300_000n)], [], []],
    ['was deducted a fen above that', [cost(300_001n)], [], ['costElsewhere.deducted 300001 300000']],
    [
      'was deducted in two bills',
      [cost(200_000n), cost(100_001n)],
      [],
      ['costElsewhere.deducted 300001 300000'],
    ],
    ['was paid back since', [cost(0n)], [], []],
    [
      'was deducted a week before',
      [cost(500_000n, { postedOn: '2026-03-08' })],
      [],
      ['costElsewhere.deducted 500000 300000'],
    ],
    ['was deducted eight days before', [cost(500_000n, { postedOn: '2026-03-07' })], [], []],
    [
      'was deducted for days with the payment in them',
      [cost(500_000n, { postedOn: '2026-02-01', days: { from: '2026-02-01', to: '2026-03-15' } })],
      [],
      ['costElsewhere.deducted 500000 300000'],
    ],
    ['was deducted of another asset', [cost(500_000n, { assetId: 'b' })], [], []],
    ['was deducted of another kind', [cost(500_000n, { kind: 'insurance' })], [], []],
    [
      'has the bill’s amount under another name',
      [cost(500_000n, { name: 'x' })],
      [],
      ['costElsewhere.deducted 500000 300000'],
    ],
    ['has nearly that amount under another name', [cost(499_999n, { name: 'x' })], [], []],
    ['is typed twice', [], [paid], ['costElsewhere.twice 200000 -']],
    ['is of another paper, and of a bill of its own', [cost(700_000n)], [RAISED], []],
    ['is a fen too much beside that', [cost(700_001n)], [RAISED], ['costElsewhere.deducted 700001 700000']],
    ['is of another day', [], [{ ...paid, paidOn: '2026-03-16' }], []],
    ['is of another asset', [], [{ ...paid, assetId: 'b' }], []],
  ])('%s', (_what, deducted, told, asked) => {
    const problems = knownElsewhereProblems(paid, { told, deducted });
    const said = problems.map(({ code, facts }) =>
      [code, String(facts?.['amount']), String(facts?.['rest'] ?? '-')].join(' '),
    );
    expect(said).toEqual(asked);
  });

  it.each<[what: string, deducted: DeductedCost[], reason: string, asked: string[]]>([
    ['is right by a reason', [cost(300_001n)], 'the other roof', []],
    ['in blanks only is not', [cost(300_001n)], '  ', ['costElsewhere.deducted']],
    ['names no number of a person', [cost(300_001n)], '13800138000', ['form.privateNumber']],
    ['needs none where nothing is known', [cost(300_000n)], 'the other roof', ['costElsewhere.notSeen']],
  ])('twice %s', (_what, deducted, reason, asked) => {
    const problems = knownElsewhereProblems(paid, { told: [], deducted }, reason);
    expect(problems.map(({ code, field }) => [code, field])).toEqual(
      asked.map((code) => [code, 'twiceReason']),
    );
  });
});
