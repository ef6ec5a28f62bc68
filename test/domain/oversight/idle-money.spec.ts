import { traceMoney } from '../../../src/domain/ledger/trace-money';
import {
  type ArrivedMoney,
  arrivedMoney,
  type IdleNote,
  hopStays,
  isExplained,
  overAmount,
} from '../../../src/domain/oversight/idle-money';
import { cost, granted, paid, received, reversal, voucher } from '../ledger/traced-vouchers.fixture';

const line = { planLineId: 'posts' };
const arrived = (...vouchers: Parameters<typeof traceMoney>[0][]): string[] =>
  arrivedMoney(traceMoney(vouchers.flat())).map(
    ({ entryId, arrivedOn, amount, free, owed, paid: paidFen, paidAfter }) =>
      `${entryId} ${arrivedOn.slice(8)}: ${String(amount)} = ${String(free)} free, ${String(owed)} owed, ` +
      `${String(paidFen)} paid${paidAfter === undefined ? '' : ` after ${String(paidAfter)}`}`,
  );

describe('what became of money that came', () => {
  it('lies until it is granted, is owed until it is paid', () => {
    expect(arrived(received(1, 1000n))).toEqual(['1 01: 1000 = 1000 free, 0 owed, 0 paid']);
    expect(arrived(received(1, 1000n), granted(5, 400n, line))).toEqual([
      '1 01: 1000 = 600 free, 400 owed, 0 paid',
    ]);
    expect(arrived(received(1, 1000n), granted(5, 400n, line), paid(11, 400n, line))).toEqual([
      '1 01: 1000 = 600 free, 0 owed, 400 paid after 10',
    ]);
  });

  it('what costs took is neither free nor paid to people', () => {
    expect(arrived(received(1, 1000n), cost(3, 300n))).toEqual(['1 01: 1000 = 700 free, 0 owed, 0 paid']);
  });

  it('the money that came first goes first; days are weighed by their fen and rounded down', () => {
    // 第一笔 100 用完:60 过了 10 天,40 过了 20 天,平均 14 天;第二笔 100 用了 20,过了 18 天
    expect(
      arrived(
        received(1, 100n),
        received(3, 100n),
        granted(10, 60n, line),
        paid(11, 60n, line),
        granted(20, 60n, line),
        paid(21, 60n, line),
      ),
    ).toEqual([
      '1 01: 100 = 0 free, 0 owed, 100 paid after 14',
      '3 03: 100 = 80 free, 0 owed, 20 paid after 18',
    ]);
  });

  it('what was taken back neither came nor went', () => {
    const wrong = received(2, 500n);
    const grant = granted(5, 400n, line);
    expect(arrived(received(1, 1000n), wrong, reversal(3, wrong), grant, reversal(6, grant))).toEqual([
      '1 01: 1000 = 1000 free, 0 owed, 0 paid',
    ]);
  });

  it('what the books began with came on their first day', () => {
    const opening = voucher(1, [
      ['102', 700n, { flow: 'opening' }],
      ['311', -700n],
    ]);
    expect(arrived(opening)).toEqual(['1 01: 700 = 700 free, 0 owed, 0 paid']);
  });

  it('a use ahead of its money had waited for none', () => {
    expect(arrived(granted(5, 400n, line), paid(6, 400n, line), received(20, 400n))).toEqual([
      '20 20: 400 = 0 free, 0 owed, 400 paid after 0',
    ]);
  });

  it('nothing came: nothing is told', () => {
    expect(arrived()).toEqual([]);
  });
});

describe('how long it lay at each hop', () => {
  const limits = { county: 30, township: 10, village: 90 };
  const money: ArrivedMoney = {
    ...{ entryId: '1', voucherYear: 2025, voucherNumber: 1, summary: '', arrivedOn: '2025-03-31' },
    ...{ amount: 1000n, free: 600n, owed: 100n, paid: 300n, paidAfter: 12 },
    payments: [{ on: '2025-04-12', amount: 300n }],
  };
  const untouched: ArrivedMoney = { ...money, paid: 0n, paidAfter: undefined, payments: [] };
  const told = (earlier: Parameters<typeof hopStays>[1], on: string, of = untouched): string[] =>
    hopStays(of, earlier, { on, limits }).map(
      ({ hop, days, amount, isOver }) => `${hop} ${String(days)} ${String(amount)}${isOver ? ' over' : ''}`,
    );

  it.each<{
    why: string;
    earlier: Parameters<typeof hopStays>[1];
    on: string;
    of?: ArrivedMoney;
    told: string[];
  }>([
    {
      why: 'ninety days in the village are not over',
      earlier: {},
      on: '2025-06-29',
      told: ['village 90 700'],
    },
    { why: 'ninety-one are', earlier: {}, on: '2025-06-30', told: ['village 91 700 over'] },
    {
      why: 'what was paid in time is seen and not over, what lies is',
      earlier: {},
      on: '2025-06-30',
      of: money,
      told: ['village 12 300', 'village 91 700 over'],
    },
    {
      why: 'all went to people, some on the ninetieth day and some a day later',
      earlier: {},
      on: '2026-06-30',
      of: {
        ...{ ...money, free: 0n, owed: 0n, paid: 1000n, paidAfter: 90 },
        payments: [
          { on: '2025-06-29', amount: 600n },
          { on: '2025-06-30', amount: 400n },
        ],
      },
      told: ['village 90 600', 'village 91 400 over'],
    },
    {
      why: 'all went to costs',
      earlier: {},
      on: '2026-06-30',
      of: { ...untouched, free: 0n, owed: 0n },
      told: [],
    },
    {
      why: 'county thirty days, township ten',
      earlier: { countyOn: '2025-02-19', townshipOn: '2025-03-21' },
      on: '2025-04-01',
      told: ['county 30 1000', 'township 10 1000', 'village 1 700'],
    },
    {
      why: 'a day more each',
      earlier: { countyOn: '2025-02-17', townshipOn: '2025-03-20' },
      on: '2025-04-01',
      told: ['county 31 1000 over', 'township 11 1000 over', 'village 1 700'],
    },
    {
      why: 'straight from the county',
      earlier: { countyOn: '2025-03-01' },
      on: '2025-04-01',
      told: ['county 30 1000', 'village 1 700'],
    },
  ])('$why', ({ earlier, on, of, told: wanted }) => {
    expect(told(earlier, on, of)).toEqual(wanted);
  });
});

describe('what lay too long, and why', () => {
  const late = (hop: 'county' | 'township' | 'village', amount: bigint, until?: string) => ({
    ...{ hop, from: '2025-01-01', until, days: 100, amount, isOver: true },
  });
  const inTime = { ...late('village', 500n, '2025-02-01'), isOver: false };

  it.each<[why: string, stays: Parameters<typeof overAmount>[0], over: bigint]>([
    ['nothing was late', [inTime], 0n],
    ['paid late and lying: both', [late('village', 300n, '2025-05-01'), late('village', 200n)], 500n],
    [
      'late at the county: all of it, and once',
      [late('county', 1000n, '2025-03-01'), late('village', 200n)],
      1000n,
    ],
    [
      'late at both offices: once',
      [late('county', 1000n, '2025-03-01'), late('township', 1000n, '2025-04-01')],
      1000n,
    ],
  ])('%s', (_why, stays, over) => {
    expect(overAmount(stays)).toBe(over);
  });

  const noted: IdleNote = { why: 'waits for the lists', until: '2025-06-30' };
  it.each<[why: string, note: Partial<IdleNote>, stays: Parameters<typeof isExplained>[1], is: boolean]>([
    ['lies on the last day of its reason', {}, [late('village', 1n)], true],
    ['lies a day longer', { until: '2025-06-29' }, [late('village', 1n)], false],
    ['left while the reason held', {}, [late('village', 1n, '2025-06-30')], true],
    ['left a day after it', {}, [late('village', 1n, '2025-07-01')], false],
    [
      'no reason was given',
      { why: undefined, until: undefined },
      [late('township', 1n, '2025-06-30')],
      false,
    ],
    ['nothing of it was late', {}, [inTime], true],
    ['one of two is not covered', {}, [late('village', 1n), late('village', 1n, '2025-07-01')], false],
  ])('%s', (_why, note, stays, is) => {
    expect(isExplained({ ...noted, ...note }, stays, '2025-06-30')).toBe(is);
  });
});
