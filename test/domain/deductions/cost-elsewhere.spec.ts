import {
  type CostElsewhere,
  type CostElsewhereForm,
  elsewhereProblems,
  findTwice,
  readCostElsewhere,
} from '../../../src/domain/deductions/cost-elsewhere';

const FORM: CostElsewhereForm = {
  ...{ kind: 'o_and_m', name: ' washing ', bill: '9,000.00', elsewhere: '4,000.00' },
  ...{ paidOn: '2022-09-30', upkeepYear: '2022', paper: 'notice 7' },
};
const told = (change: Partial<CostElsewhereForm>): string[] =>
  readCostElsewhere({ ...FORM, ...change }, '2022-10-15').problems.map(
    ({ code, field }) => `${code} ${field}`,
  );

describe('a cost that another fund pays', () => {
  it('is read', () => {
    expect(readCostElsewhere(FORM, '2022-10-15')).toEqual({
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
});

describe('what is deducted though another fund paid it', () => {
  const { cost } = readCostElsewhere(FORM, '2022-10-15');
  const bill = (amount: string, wish: { name?: string; postedOn?: string } = {}) => ({
    ...{ name: 'washing', postedOn: '2022-10-10', amount },
    ...wish,
  });
  const before = { name: 'washing', postedOn: '2022-10-01', amount: 100_000n };

  it.each<{
    what: string;
    given: ReturnType<typeof bill>;
    deducted?: (typeof before)[];
    elsewhere?: CostElsewhere[];
    amount: bigint | undefined;
  }>([
    { what: 'not what the fund left over', given: bill('5000.00'), amount: undefined },
    { what: 'a fen more of the same name', given: bill('5000.01'), amount: 500_001n },
    { what: 'with what was deducted before', given: bill('4000.01'), deducted: [before], amount: 500_001n },
    { what: 'not the rest of it', given: bill('4000.00'), deducted: [before], amount: undefined },
    { what: 'the whole bill by another name', given: bill('9000', { name: 'x' }), amount: 900_000n },
    { what: 'the fund’s part by another name', given: bill('4000', { name: 'x' }), amount: 400_000n },
    { what: 'not another bill', given: bill('8999.99', { name: 'x' }), amount: undefined },
    { what: 'not one of another year', given: bill('9000', { postedOn: '2023-01-01' }), amount: undefined },
    { what: 'not what cannot be read', given: bill('x'), amount: undefined },
    { what: 'not where no fund paid', given: bill('9000'), elsewhere: [], amount: undefined },
  ])('is $what', ({ given, deducted = [], elsewhere = [cost], amount }) => {
    expect(findTwice(given, elsewhere, deducted)?.amount).toBe(amount);
  });

  it('asks for a reason, and says what may be deducted', () => {
    const twice = findTwice(bill('9000'), [cost], []);
    const facts = { name: 'washing', bill: 900_000n, elsewhere: 400_000n, left: 500_000n };
    expect(elsewhereProblems(twice, '')).toEqual([
      { code: 'deductions.paidElsewhere', field: 'reason', facts },
    ]);
    expect(elsewhereProblems(twice, 'another washing')).toEqual([]);
    expect(elsewhereProblems(undefined, '')).toEqual([]);
  });
});
