import { join } from 'node:path';
import type { PoolBalance } from '../../../src/domain/ledger/pool-balances';
import { readReserves } from '../../../src/domain/months/read-reserves';
import { reserveBases } from '../../../src/domain/months/year-end';
import { ChartService } from '../../../src/features/ledger/chart.service';

const chart = new ChartService(join(__dirname, '../../../seeds')).requireChart('2023');

const on = (ledgerAccount: string, amount: bigint): PoolBalance => ({ ledgerAccount, pool: 'pv', amount });

describe('what the assembly takes into the reserve', () => {
  it.each<{ what: string; balances: PoolBalance[]; expected: [bigint, bigint, bigint] }>([
    {
      what: 'a surplus',
      balances: [on('501', -1_000_000n), on('511', 50_000n)],
      expected: [950_000n, 950_000n, 950_000n],
    },
    {
      what: 'earlier surplus, which a percentage leaves alone',
      balances: [on('322', -50n), on('501', -100n)],
      expected: [100n, 150n, 100n],
    },
    {
      what: 'an earlier loss, which comes first',
      balances: [on('322', 30n), on('501', -100n)],
      expected: [100n, 70n, 70n],
    },
    { what: 'a loss of the year', balances: [on('322', -50n), on('511', 20n)], expected: [-20n, 30n, 0n] },
    {
      what: 'a loss beyond everything',
      balances: [on('322', -5n), on('511', 20n)],
      expected: [-20n, 0n, 0n],
    },
  ])('is reckoned on $what', ({ balances, expected }) => {
    const [base] = reserveBases({ balances, chart, booked: new Map(), reserves: [] });
    expect([base?.yearSurplus, base?.distributable, base?.base]).toEqual(expected);
  });

  const bases = [
    { pool: 'pv' as const, yearSurplus: 950_000n, distributable: 950_000n, base: 950_000n },
    { pool: 'other' as const, yearSurplus: 101n, distributable: 50n, base: 50n },
  ];

  it.each<{ typed: Record<string, string>; reserves: [string, bigint][] }>([
    { typed: { pv: '5%' }, reserves: [['pv', 47_500n]] },
    { typed: { pv: '475.00', other: '' }, reserves: [['pv', 47_500n]] },
    { typed: { pv: '１０％' }, reserves: [['pv', 95_000n]] },
    { typed: { other: '3%' }, reserves: [['other', 2n]] },
    { typed: { other: '2.9%' }, reserves: [['other', 1n]] },
    {
      typed: { pv: '100%', other: '0.50' },
      reserves: [
        ['pv', 950_000n],
        ['other', 50n],
      ],
    },
  ])('reads $typed, half a fen upwards', ({ typed, reserves }) => {
    const read = readReserves({ reserves: typed, paper: 'resolution 3' }, bases);
    expect(read.problems).toEqual([]);
    expect(read.reserves.map(({ pool, amount }) => [pool, amount])).toEqual(reserves);
  });

  it.each<{ typed: Record<string, string>; paper?: string; codes: string[] }>([
    { typed: { other: '0.51' }, codes: ['yearEnd.aboveDistributable'] },
    { typed: { earmarked: '1.00' }, codes: ['yearEnd.aboveDistributable'] },
    { typed: { pv: '101%' }, codes: ['yearEnd.notAShare'] },
    { typed: { pv: '-1.00', other: 'half' }, codes: ['yearEnd.notAShare', 'yearEnd.notAShare'] },
    { typed: { pv: '5%', foo: '1.00' }, codes: ['yearEnd.noSuchPool'] },
    { typed: { members: '5%' }, codes: ['yearEnd.nothingTaken'] },
    { typed: { pv: '5%', other: '0.9%' }, codes: ['yearEnd.nothingTaken'] },
    { typed: { pv: '5%', foo: ' ' }, codes: [] },
    { typed: { pv: '5%', other: '0%' }, codes: [] },
    { typed: { pv: ' ' }, codes: ['yearEnd.noReserve'] },
    { typed: { pv: '0.00' }, codes: ['yearEnd.noReserve'] },
    { typed: { pv: '5%' }, paper: ' ', codes: ['form.missing'] },
  ])('refuses $typed with $codes', ({ typed, paper, codes }) => {
    const { problems } = readReserves({ reserves: typed, paper: paper ?? 'resolution 3' }, bases);
    expect(problems.map(({ code }) => code)).toEqual(codes);
  });
});
