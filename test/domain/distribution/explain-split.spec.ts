import { outlineOf } from '../../../src/cli/draw-explained';
import { explainSplit } from '../../../src/domain/distribution/explain-split';
import { splitSurplus } from '../../../src/domain/distribution/split-surplus';
import type { SplitUse } from '../../../src/domain/distribution/split-use';
import { BrokenInvariant } from '../../../src/domain/shared/invariant';
import { dues, fixed, missing, REST, share, use } from './uses';

const source = { kind: 'books', id: 'statement' } as const;

/** How the uses of a surplus are told, without what it was made of. */
function told(net: bigint, uses: SplitUse[]): string[] {
  const split = splitSurplus(net, uses);
  const lines = outlineOf(explainSplit(split, [{ label: 'received', subject: '', amount: net, source }]));
  return lines.slice(3);
}

describe('why a use got what it got', () => {
  it.each<{ rule: string; net: bigint; a: SplitUse; rounding: string[] }>([
    { rule: 'whole fen are not rounded', net: 100n, a: use('a', share('60%', 100n)), rounding: [] },
    {
      rule: '60.6 fen up, being nearer',
      net: 101n,
      a: use('a', share('60%', 101n)),
      rounding: ['largest_remainder = 3/5'],
    },
    {
      rule: 'up, being nearer, over a floor that 60 meets as well',
      net: 101n,
      a: use('a', share('60%', 101n), { floor: fixed(60n) }),
      rounding: ['largest_remainder = 3/5'],
    },
    {
      rule: 'up to a floor that 60 does not meet',
      net: 101n,
      a: use('a', share('60%', 101n), { floor: share('60%', 101n) }),
      rounding: ['up_to_floor = 3/5'],
    },
    {
      rule: '20.4 fen down, being nearer',
      net: 102n,
      a: use('a', share('20%', 102n)),
      rounding: ['largest_remainder = 2/5'],
    },
    {
      rule: 'down, being nearer, under a cap that 21 keeps as well',
      net: 102n,
      a: use('a', share('20%', 102n), { cap: fixed(21n) }),
      rounding: ['largest_remainder = 2/5'],
    },
    {
      rule: 'down to a cap that 21 does not keep',
      net: 102n,
      a: use('a', share('20%', 102n), { cap: share('20%', 102n) }),
      rounding: ['down_to_cap = 2/5'],
    },
  ])('$rule', ({ net, a, rounding }) => {
    const lines = told(net, [a]).filter((line) => line.includes('rounding'));
    expect(lines).toEqual(rounding.map((line) => `. . rounding: ${line}`));
  });

  it('tells the rest by what was there for its order, and what the others of its order took', () => {
    const uses = [
      ...[use('a', fixed(30n)), use('b', fixed(20n), { order: 2 }), use('c', REST, { order: 2 })],
      use('d', fixed(0n), { order: 3 }),
    ];
    expect(told(100n, uses)).toEqual([
      ...['. use a: as_decided = 0.30', '. . amount: given = 0.30'],
      ...['. use b: as_decided = 0.20', '. . amount: given = 0.20'],
      ...['. use c: rest = 0.50', '. . available: given = 0.70', '. . beside: given = 0.20'],
      ...['. use d: as_decided = 0.00', '. . amount: given = 0.00'],
      '. left: net_less_uses = 0.00',
    ]);
  });

  it('never tells that less than nothing was there', () => {
    const uses = [use('a', fixed(120n)), use('c', REST, { order: 2 })];
    expect(told(100n, uses).slice(2)).toEqual([
      ...['. use c: rest = 0.00', '. . available: given = 0.00', '. . beside: given = 0.00'],
      '. left: net_less_uses = -0.20',
    ]);
    expect(told(120n, uses).slice(3, 4)).toEqual(['. . available: given = 0.00']);
    expect(told(121n, uses).slice(3, 4)).toEqual(['. . available: given = 0.01']);
  });

  it('tells claims by whether they were paid whole, and whose group came first', () => {
    const take = {
      kind: 'dues',
      dues: [
        { key: '甲', amount: 60n, first: true },
        { key: '乙', amount: 60n, first: true },
        { key: '丙', amount: 50n, first: false },
      ],
    } as const;
    const claims = (net: bigint): string[] =>
      told(net, [use('a', take)]).filter((line) => line.includes('claim '));
    expect(claims(170n)).toEqual([
      ...[
        '. . claim 甲: paid_whole = 0.60',
        '. . claim 乙: paid_whole = 0.60',
        '. . claim 丙: paid_whole = 0.50',
      ],
    ]);
    expect(claims(121n)).toEqual([
      ...[
        '. . claim 甲: paid_whole = 0.60',
        '. . claim 乙: paid_whole = 0.60',
        '. . claim 丙: in_part = 0.01',
      ],
    ]);
    expect(claims(100n)).toEqual([
      ...[
        '. . claim 甲: first_in_part = 0.50',
        '. . claim 乙: first_in_part = 0.50',
        '. . claim 丙: in_part = 0.00',
      ],
    ]);
  });

  it('tells what is wanting of an amount, of a whole and of a bound', () => {
    const uses = [
      use('a', missing('x', 'y')),
      use('b', share('10%', undefined, 'new_income')),
      use('c', dues(1n), {
        floor: missing('x', 'y'),
        cap: fixed(5n),
        cites: { floor: 'f', cap: 'k', use: 'u' },
      }),
    ];
    expect(told(100n, uses)).toEqual([
      ...['. use a: undecided = 0.00', '. . missing: given = x, y'],
      ...['. use b: undecided = 0.00', '. . share: given = 10%', '. . missing: given = new_income'],
      '. use c: dues [u] = 0.01',
      ...['. . available: given = 1.00', '. . beside: given = 0.00'],
      ...['. . floor: undecided [f] = x, y', '. . . missing: given = x, y'],
      ...['. . cap: as_stated [k] = 0.05', '. . . amount: given = 0.05'],
      ...['. . claim d1: paid_whole = 0.01', '. . . claimed: given = 0.01'],
      '. left: net_less_uses = 0.99',
    ]);
  });

  it('is told only of what the surplus was made of', () => {
    const split = splitSurplus(100n, []);
    expect(() => explainSplit(split, [{ label: 'received', subject: '', amount: 99n, source }])).toThrow(
      BrokenInvariant,
    );
  });
});
