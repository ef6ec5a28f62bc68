import { bankClosingProblems, bankMonthOf } from '../../../src/domain/ledger/bank-months';
import {
  type AccountOnDay,
  reconcile,
  unexplainedOpening,
} from '../../../src/domain/ledger/bank-reconciliation';

const account = (wish: Partial<AccountOnDay>): AccountOnDay => ({
  ...{ on: '2025-06-30', bankFrom: '2025-06-01', booksFrom: '2025-01-01' },
  ...{ bankOpening: 0n, bank: [], booksOpening: 0n, books: [], groups: [] },
  ...wish,
});

describe('what bank and books begin apart by', () => {
  const apart = account({ bankOpening: 9_100n, booksOpening: 5_100n });
  const said = { code: 'ourError', note: 'a receipt of before' } as const;

  it('is unexplained until somebody says why, and again once it is another difference', () => {
    expect(reconcile(apart)).toMatchObject({ openingDifference: 4_000n, unexplained: 4_000n });
    const told = { ...apart, openingSaid: { ...said, difference: 4_000n } };
    expect(reconcile(told)).toMatchObject({
      ...{ openingDifference: 4_000n, openingReason: said, unexplained: 0n },
      ...{ adjustedBank: 9_100n, adjustedBooks: 9_100n },
    });
    expect(reconcile({ ...told, booksOpening: 5_099n })).toMatchObject({ unexplained: 4_001n });
    expect([unexplainedOpening(apart), unexplainedOpening(told)]).toEqual([4_000n, 0n]);
  });

  it.each<{ why: string; opening: bigint; begunIn?: string; month: string; asked: boolean }>([
    { why: 'the first month', opening: 1n, begunIn: '2025-06', month: '2025-06', asked: true },
    { why: 'a later one', opening: -1n, begunIn: '2025-06', month: '2025-07', asked: true },
    { why: 'a month before', opening: 1n, begunIn: '2025-06', month: '2025-05', asked: false },
    { why: 'none where they agree', opening: 0n, begunIn: '2025-06', month: '2025-06', asked: false },
    { why: 'none while the bank has said nothing', opening: 0n, month: '2025-06', asked: false },
  ])('keeps $why open', ({ opening, begunIn, month, asked }) => {
    const of = { accountId: 'acc', label: 'PV', unmatched: [], opening, begunIn };
    const facts = { account: 'PV', difference: opening };
    expect(bankClosingProblems(month, [of])).toEqual(
      asked ? [{ code: 'months.bankOpeningOpen', field: 'acc', facts }] : [],
    );
    const days = { openedOn: '2025-01-01', answersFrom: null, closedOn: null };
    const [found] = bankMonthOf(month, { ...of, ...days }, [{ from: '2025-01-01', through: '2025-12-31' }]);
    expect(found).toMatchObject(
      asked ? { state: 'begunApart', difference: opening } : { state: 'agreed', difference: 0n },
    );
  });
});
