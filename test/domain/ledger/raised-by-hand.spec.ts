import { handBoundProblems } from '../../../src/domain/ledger/hand-bounds';
import { bound, told as toldOf } from './by-hand.fixture';
import { FULL, line } from './entries.fixture';

describe('what was raised from members for a purpose', () => {
  const levied = 'earmarked 231 -9, earmarked 113 5';
  it.each<{ why: string; lines: string; codes: string[] }>([
    { why: 'is let off to who owes it', lines: 'earmarked 231 5, earmarked 113 -5', codes: [] },
    {
      why: 'not beyond what he owes',
      lines: 'earmarked 231 6, earmarked 113 -6',
      codes: ['notLetOff'],
    },
    { why: 'becomes reserve as far as it was paid', lines: 'earmarked 231 4, earmarked 311 -4', codes: [] },
    { why: 'not a fen more', lines: 'earmarked 231 5, earmarked 311 -5', codes: ['raisedUnpaid'] },
    { why: 'is paid out', lines: 'earmarked 231 9, earmarked 102 -9', codes: [] },
  ])('$why', ({ lines, codes }) => expect(bound(lines, levied)).toEqual(codes));

  it('is let off by name', () => {
    expect(toldOf('earmarked 231 5, earmarked 113 -5')).toEqual([]);
    for (const fund of ['241', '301'])
      expect([fund, ...toldOf(`earmarked ${fund} 5, earmarked 113 -5`)]).toEqual([
        fund,
        'voucher.fundsElsewhere lines.0.ledgerAccount',
      ]);
  });

  /** Lines of the earmarked pool as `113 li 5, 231 -5`. */
  const ofNames = (text: string) =>
    text.split(', ').map((each) => {
      const [amount = '', name = '', account = name] = each.split(' ').reverse();
      const counterparty = name === account ? {} : { counterparty: name };
      return { ...line(account, BigInt(amount)), pool: 'earmarked' as const, ...counterparty };
    });
  /** How much of a levy is told as not paid where 100 of it is to become the reserve; all else was paid. */
  const unpaid = (...vouchers: string[]) => {
    const levied = vouchers.map((text, index) => {
      const voucher = { year: 2025, number: index + 1 };
      return { entryId: String(index), voucher, byPeople: true, lines: ofNames(text) };
    });
    const owed = levied.flatMap(({ lines }) =>
      lines.map(({ side, amount, ...each }) => ({ ...each, amount: side === 'credit' ? -amount : amount })),
    );
    const books = { balances: owed, owed, byPeople: [], levied };
    const [problem, ...others] = handBoundProblems(ofNames('231 100, 311 -100'), books, FULL);
    expect(others).toEqual([]);
    return problem === undefined ? undefined : [problem.code, problem.facts?.['unpaid']];
  };

  it.each<[why: string, unpaid: bigint, vouchers: string[]]>([
    [
      'whatever the village owes others there',
      1n,
      ['113 li 100, 231 -100', '102 200, 113 li -99, 113 wu -101'],
    ],
    ['under another name', 100n, ['113 li 100, 231 -100', '113 wu 100, 113 li -100']],
    ['on another account', 100n, ['113 li 100, 231 -100', '112 li 100, 113 li -100']],
    ['to be cleared up', 100n, ['113 li 100, 231 -100', '181 100, 113 li -100']],
    ['in a part to be cleared up', 40n, ['113 li 100, 231 -100', '181 40, 102 60, 113 li -100']],
    ['over two accounts', 100n, ['113 li 100, 231 -100', '181 100, 113 li -100', '112 wu 100, 181 -100']],
    ['where it was raised beside what was paid at once', 30n, ['113 li 30, 102 70, 231 -100']],
    ['a fen of it', 1n, ['113 li 100, 231 -100', '102 99, 113 li -99']],
    [
      'as far as it was not paid after it was moved',
      1n,
      [...['113 li 100, 231 -100', '181 100, 113 li -100', '102 99, 181 -99']],
    ],
    [
      'where an older loan was paid back first',
      50n,
      [...['113 li 50, 102 -50', '113 li 100, 231 -100', '102 100, 113 li -100']],
    ],
  ])('is unpaid %s', (_why, amount, vouchers) => {
    expect(unpaid(...vouchers)).toEqual(['voucher.raisedUnpaid', amount]);
  });

  it.each<[why: string, vouchers: string[]]>([
    ['it came in money', ['102 100, 231 -100']],
    ['who owed it paid', ['113 li 100, 231 -100', '102 100, 113 li -100']],
    ['who owed it was owed as much', ['113 li 100, 231 -100', '211 li 100, 113 li -100']],
    ['who owed it gave stores', ['113 li 100, 231 -100', '121 100, 113 li -100']],
    ['it was paid after it was moved', ['113 li 100, 231 -100', '181 100, 113 li -100', '102 100, 181 -100']],
    ['it was paid ahead', ['102 100, 113 li -100', '113 li 100, 231 -100']],
    ['something else is owed: a loan', ['102 100, 231 -100', '113 li 60, 102 -60']],
    ['something else was lost', ['102 100, 231 -100', '181 60, 102 -60']],
    ['a loan came after it', ['113 li 100, 231 -100', '113 li 50, 102 -50', '102 100, 113 li -100']],
  ])('is paid where %s', (_why, vouchers) => expect(unpaid(...vouchers)).toBeUndefined());
});
