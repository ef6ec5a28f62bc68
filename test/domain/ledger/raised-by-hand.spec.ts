import { handBoundProblems } from '../../../src/domain/ledger/hand-bounds';
import { bound, told } from './by-hand.fixture';
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
    expect(told('earmarked 231 5, earmarked 113 -5')).toEqual([]);
    for (const fund of ['241', '301'])
      expect([fund, ...told(`earmarked ${fund} 5, earmarked 113 -5`)]).toEqual([
        fund,
        'voucher.fundsElsewhere lines.0.ledgerAccount',
      ]);
  });

  it('is unpaid by whom it is, whatever the village owes others on that account', () => {
    const own = (account: string, amount: bigint) => ({
      ...line(account, amount),
      pool: 'earmarked' as const,
    });
    const stands = (ledgerAccount: string, amount: bigint, counterparty?: string) => ({
      ...{ ledgerAccount, pool: 'earmarked' as const, amount },
      ...(counterparty === undefined ? {} : { counterparty }),
    });
    const owed = [stands('231', -5n), stands('113', 5n, 'li'), stands('113', -5n, 'zhang')];
    const books = { balances: owed, owed, byPeople: [] };
    const turned = handBoundProblems([own('231', 1n), own('311', -1n)], books, FULL);
    expect(turned.map(({ code }) => code)).toEqual(['voucher.raisedUnpaid']);
  });
});
