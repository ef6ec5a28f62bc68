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

  it.each<{ what: string; pools: [PoolBalance['pool'], bigint][]; most: bigint[] }>([
    {
      what: 'nothing, where other pools lost more than it has',
      pools: [
        ['pv', 30n],
        ['members', -40n],
      ],
      most: [0n, 0n],
    },
    {
      what: 'a loss to the fen',
      pools: [
        ['pv', 30n],
        ['members', -30n],
      ],
      most: [0n, 0n],
    },
    {
      what: 'what is left of all',
      pools: [
        ['pv', 30n],
        ['other', 5n],
        ['members', -29n],
      ],
      most: [6n, 5n, 0n],
    },
    {
      what: 'no earmarked money',
      pools: [
        ['pv', 30n],
        ['members', -40n],
        ['earmarked', 90n],
      ],
      most: [0n, 0n],
    },
    {
      what: 'what an earmarked loss leaves',
      pools: [
        ['pv', 30n],
        ['earmarked', -10n],
      ],
      most: [20n],
    },
  ])('is reckoned on $what', ({ pools, most }) => {
    const balances = pools.map(([pool, surplus]) => ({ ...on('322', -surplus), pool }));
    const bases = reserveBases({ balances, chart, booked: new Map(), reserves: [] });
    expect(bases.map(({ distributable }) => distributable)).toEqual(most);
  });

  it('is no more than all pools together may give', () => {
    const balances = [
      on('322', -30n),
      { ...on('322', -30n), pool: 'other' as const },
      { ...on('322', 20n), pool: 'members' as const },
    ];
    const limits = reserveBases({ balances, chart, booked: new Map(), reserves: [] });
    const read = (other: string) =>
      readReserves({ reserves: { pv: '0.30', other }, paper: 'resolution 3' }, limits);
    expect(read('0.10').problems).toEqual([]);
    expect(read('0.11').problems).toEqual([
      { code: 'yearEnd.aboveWhole', field: 'reserves', facts: { amount: 41n, most: 40n } },
    ]);
  });

  const bases = [
    { pool: 'pv' as const, yearSurplus: 950_000n, distributable: 950_000n, whole: 950_050n, base: 950_000n },
    { pool: 'other' as const, yearSurplus: 101n, distributable: 50n, whole: 950_050n, base: 50n },
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
