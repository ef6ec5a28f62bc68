import {
  type DueIncome,
  namedOf,
  readReturn,
  receivedOf,
  type ReturnForm,
  returnVouchers,
} from '../../../src/domain/uses/industry-returns';

const due = (change: Partial<DueIncome>): DueIncome => {
  return { entryId: 'r', stream: 'rent', payer: '合作社', earned: 100n, named: 0n, ...change };
};

describe('what can be a return of a project', () => {
  it.each<[stream: DueIncome['stream'], can: boolean]>([
    ['rent', true],
    ['dividend', true],
    ['other', true],
    ['energy', false],
    ['subsidy', false],
  ])('income of the stream %s: %s', (stream, can) => {
    expect(returnVouchers([due({ stream })])).toHaveLength(can ? 1 : 0);
  });

  it.each<[named: bigint, left: bigint[]]>([
    [0n, [100n]],
    [99n, [1n]],
    [100n, []],
  ])('is what nobody named of it: of 100 with %d named %j', (named, left) => {
    expect(returnVouchers([due({ named })]).map((each) => each.left)).toEqual(left);
  });

  it('of a voucher that booked two dues is offered once', () => {
    expect(returnVouchers([due({}), due({})])).toHaveLength(1);
  });
});

describe('a return as typed', () => {
  const FORM: ReturnForm = { returnYear: '2025', returnEntry: 'r', returnAmount: '', returnWhy: '' };
  const VOUCHERS = [
    { entryId: 'r', payer: '村东 合作社（一）', left: 10_000n },
    { entryId: 's', payer: '公司', left: 1n },
  ];
  const read = (change: Partial<ReturnForm>) =>
    readReturn(
      { ...FORM, ...change },
      {
        ...{ today: '2025-07-20', operator: '村东合作社(一)', vouchers: VOUCHERS },
        promisedFrom: 2023,
        named: [{ year: 2024, entryId: 'r' }],
      },
    );

  it.each<[change: Partial<ReturnForm>, found: string[]]>([
    [{}, []],
    [{ returnYear: '25', returnEntry: '' }, ['calendar.notAYear', 'form.missing']],
    [{ returnYear: '2026' }, ['industry.ahead']],
    [{ returnYear: '2024' }, ['industry.namedAlready']],
    [{ returnYear: '2023' }, []],
    [{ returnYear: '2022' }, ['industry.beforePromised']],
    [{ returnEntry: 'x' }, ['industry.voucherUnknown']],
    [{ returnAmount: '100.00' }, []],
    [{ returnAmount: '100.01' }, ['industry.aboveVoucher']],
    [{ returnAmount: '0' }, ['money.notPositive']],
    [{ returnEntry: 's' }, ['industry.otherPayer']],
    [{ returnEntry: 's', returnWhy: '替合作社付' }, []],
    [{ returnEntry: 's', returnWhy: '13800138000' }, ['form.privateNumber']],
  ])('%j', (change, found) => {
    expect(read(change).problems.map(({ code }) => code)).toEqual(found);
  });

  it('is all of what is left where no amount is typed', () => {
    expect(read({}).came).toEqual({ year: 2025, entryId: 'r', amount: 10_000n, reason: undefined });
    expect(read({ returnAmount: '0.01' }).came.amount).toBe(1n);
  });
});

it('counts of each voucher what stands', () => {
  const of = (entryId: string, amount: bigint, stands = true) => ({ entryId, amount, stands });
  const named = namedOf([of('r', 1n), of('s', 2n), of('r', 3n), of('r', 4n, false)]);
  expect([...named]).toEqual([
    ['r', 4n],
    ['s', 2n],
  ]);
});

describe('what has come of returns', () => {
  it.each<[came: bigint, received: bigint[]]>([
    [0n, [0n, 0n]],
    [59n, [59n, 0n]],
    [60n, [60n, 0n]],
    [61n, [60n, 1n]],
    [150n, [60n, 40n]],
  ])('has received what came of its voucher, first named first: %s', (came, received) => {
    const part = (id: string, amount: bigint) => ({ id, entryId: 'rent', amount });
    const of = receivedOf([part('a', 60n), part('b', 40n)], new Map([['rent', came]]));
    expect([...of.values()]).toEqual(received);
  });
});
