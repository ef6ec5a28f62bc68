import { payClaims } from '../../../src/domain/distribution/short-claims';
import { splitSurplus, type SurplusSplit } from '../../../src/domain/distribution/split-surplus';
import type { SplitUse } from '../../../src/domain/distribution/split-use';
import { BrokenInvariant } from '../../../src/domain/shared/invariant';
import { amounts, dues, fixed, REST, use } from './uses';

describe('dues of agreements', () => {
  const owed = (split: SurplusSplit, id: string): bigint[] =>
    split.parts.find((part) => part.use.id === id)?.paid.map((claim) => claim.unpaid) ?? [];

  it.each<{
    rule: string;
    net: bigint;
    uses: SplitUse[];
    gives: Record<string, bigint>;
    left: bigint;
    owes: bigint[];
  }>([
    {
      rule: 'are paid whole where it reaches',
      net: 30n,
      uses: [use('d', dues(7n, 5n))],
      gives: { d: 12n },
      left: 18n,
      owes: [0n, 0n],
    },
    {
      rule: 'take what there is, the rest stays owed, later uses get nothing',
      net: 10n,
      uses: [use('d', dues(12n)), use('t', fixed(0n), { order: 2 }), use('o', REST, { order: 3 })],
      gives: { d: 10n, t: 0n, o: 0n },
      left: 0n,
      owes: [2n],
    },
    {
      rule: 'are cut by their size',
      net: 9n,
      uses: [use('d', dues(12n, 6n))],
      gives: { d: 9n },
      left: 0n,
      owes: [6n, 3n],
    },
    {
      rule: 'of two uses of one order are cut together',
      net: 9n,
      uses: [use('e', dues(6n)), use('d', dues(12n))],
      gives: { d: 6n, e: 3n },
      left: 0n,
      owes: [6n],
    },
    {
      rule: 'are nothing without agreements',
      net: 9n,
      uses: [use('d', dues())],
      gives: { d: 0n },
      left: 9n,
      owes: [],
    },
  ])('$rule', ({ net, uses, gives, left, owes }) => {
    const split = splitSurplus(net, uses);
    expect([split.outcome, amounts(split), split.left, owed(split, 'd')]).toEqual([
      'split',
      gives,
      left,
      owes,
    ]);
  });

  it('come before what else is asked in their order, which is refused', () => {
    const split = splitSurplus(20n, [use('d', dues(12n)), use('f', fixed(18n))]);
    expect(split.problems[0]?.facts).toEqual({ uses: ['d', 'f'], asked: 30n, available: 20n, excess: 10n });
    expect([amounts(split), split.left]).toEqual([{ d: 12n, f: 18n }, -10n]);
  });
});

describe('claims on what is short', () => {
  const claim = (key: string, amount: bigint, first = false) => ({ key, amount, first });
  it.each<{ rule: string; available: bigint; claims: ReturnType<typeof claim>[]; pays: bigint[] }>([
    {
      rule: 'are paid whole where it reaches',
      available: 30n,
      claims: [claim('a', 20n), claim('b', 10n)],
      pays: [20n, 10n],
    },
    {
      rule: 'get nothing of nothing',
      available: 0n,
      claims: [claim('a', 20n), claim('b', 0n)],
      pays: [0n, 0n],
    },
    {
      rule: 'serve the first group whole before the others',
      available: 1_500n,
      claims: [claim('c', 500n), claim('a', 1_200n, true)],
      pays: [300n, 1_200n],
    },
    {
      rule: 'cut the first group by size, the others get nothing',
      available: 200_001n,
      claims: [claim('a', 120_000n, true), claim('b', 120_000n, true), claim('c', 50_000n)],
      pays: [100_001n, 100_000n, 0n],
    },
    {
      rule: 'ask for nothing and get nothing',
      available: 5n,
      claims: [claim('a', 0n), claim('b', 9n)],
      pays: [0n, 5n],
    },
  ])('$rule', ({ available, claims, pays }) => {
    expect(payClaims(available, claims).map(({ paid }) => paid)).toEqual(pays);
  });

  it('say why one was cut as it was, and nothing of one paid whole', () => {
    const [a, b, c] = payClaims(200_001n, [
      claim('a', 120_000n, true),
      claim('b', 120_000n, true),
      claim('c', 1n),
    ]);
    expect([a?.reason?.code, b?.reason?.code, c?.reason]).toEqual([
      'split.oddFenByKey',
      'split.keyLater',
      undefined,
    ]);
    expect(payClaims(1n, [claim('a', 1n)])[0]?.reason).toBeUndefined();
  });

  it.each([
    ['what is not there', -1n, [claim('a', 1n)]],
    ['less than nothing', 1n, [claim('a', -1n)]],
    ['one claim twice', 9n, [claim('a', 1n), claim('a', 1n)]],
  ])('stop the work at %s', (_, available, claims) => {
    expect(() => payClaims(available, claims)).toThrow(BrokenInvariant);
  });
});
