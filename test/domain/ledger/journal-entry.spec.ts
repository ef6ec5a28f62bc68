import fc from 'fast-check';
import {
  type JournalEntry,
  type Posting,
  requireBookable,
  signedAmount,
  voucherTotal,
  withoutNil,
} from '../../../src/domain/ledger/journal-entry';
import { REVERSAL_REASONS, requireReversalReason, reversalOf } from '../../../src/domain/ledger/reversal';
import { MAX_FEN, sumFen } from '../../../src/domain/money/fen';
import { CHART, line, RECEIPT } from './entries.fixture';

const book = (postings: readonly Posting[]) => (): void => {
  requireBookable({ ...RECEIPT, postings }, CHART);
};

describe('an entry is booked', () => {
  it.each<{ when: string; postings: Posting[] }>([
    { when: 'debit equals credit', postings: [line('102', 5n, { poolFlow: 'received' }), line('501', -5n)] },
    {
      when: 'one debit meets several credits',
      postings: [line('102', 5n, { poolFlow: 'received' }), line('501', -3n), line('322', -2n)],
    },
    {
      when: 'each pool is even on its own',
      postings: [
        line('102', 5n, { poolFlow: 'received' }),
        line('501', -5n),
        line('102', 7n, { poolFlow: 'received', pool: 'other' }),
        line('501', -7n, { pool: 'other' }),
      ],
    },
    {
      when: 'it stands in red letters',
      postings: RECEIPT.postings.map((each) => ({ ...each, amount: -each.amount })),
    },
    {
      when: 'it is as large as money gets',
      postings: [line('102', MAX_FEN, { poolFlow: 'received' }), line('501', -MAX_FEN)],
    },
  ])('when $when', ({ postings }) => {
    expect(book(postings)).not.toThrow();
  });

  it.each<{ why: string; postings: Posting[]; sentence: string }>([
    { why: 'it has no line', postings: [], sentence: 'a voucher has at least two lines' },
    {
      why: 'it has one line',
      postings: [line('102', 5n, { poolFlow: 'received' })],
      sentence: 'a voucher has at least two lines',
    },
    {
      why: 'a line is zero, before its account is asked for',
      postings: [line('999', 0n), line('501', -5n)],
      sentence: 'no line of a voucher is zero',
    },
    {
      why: 'a line is one fen too large',
      postings: [line('102', MAX_FEN + 1n, { poolFlow: 'received' }), line('501', -MAX_FEN - 1n)],
      sentence: 'a line lies within the range of money',
    },
    {
      why: 'an account is not in the chart, before the sides are added up',
      postings: [line('102', 5n, { poolFlow: 'received' }), line('999', -4n)],
      sentence: 'account 999 stands in the chart',
    },
    {
      why: 'one fen is missing',
      postings: [line('102', 5n, { poolFlow: 'received' }), line('501', -4n)],
      sentence: 'debit equals credit in pool pv',
    },
    {
      why: 'money changes colour',
      postings: [line('102', 5n, { poolFlow: 'received' }), line('501', -5n, { pool: 'other' })],
      sentence: 'debit equals credit in pool pv',
    },
  ])('never when $why', ({ postings, sentence }) => {
    expect(book(postings)).toThrow(sentence);
  });

  it('is over what its debit side adds up to', () => {
    expect(
      voucherTotal([
        line('102', 5n, { poolFlow: 'received' }),
        line('102', 6n, { poolFlow: 'received' }),
        line('501', -11n),
      ]),
    ).toBe(11n);
  });

  it('leaves out a line that happens to be nil', () => {
    expect(withoutNil([line('102', 5n, { poolFlow: 'received' }), line('501', 0n)])).toEqual([
      line('102', 5n, { poolFlow: 'received' }),
    ]);
  });
});

const anyPostings: fc.Arbitrary<Posting[]> = fc
  .array(
    fc.record({
      account: fc.constantFrom('112', '322', '501', '511'),
      signed: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }).filter((amount) => amount !== 0n),
      pool: fc.constantFrom('pv' as const, 'other' as const),
    }),
    { minLength: 1, maxLength: 20 },
  )
  .map((rows) => rows.map(({ account, signed, pool }) => line(account, signed, { pool, stream: 'energy' })))
  .map((postings) => [
    ...postings,
    ...(['pv', 'other'] as const).flatMap((pool) => {
      const rest = sumFen(postings.filter((each) => each.pool === pool).map(signedAmount));
      return rest === 0n ? [] : [line('102', -rest, { poolFlow: 'received', pool })];
    }),
  ])
  .filter((postings) => postings.length >= 2);

describe('a reversal', () => {
  const asked = { event: 'ledger.reversed', postedOn: '2025-07-01', summary: 'taken back' };
  const facts = { ...RECEIPT, isReversal: false, isReversed: false };
  const mirror = (entry: Pick<JournalEntry, 'postings'>): JournalEntry =>
    reversalOf({ ...facts, ...entry }, asked);

  it('counts where the entry it takes back was counted, on its own day', () => {
    expect(mirror(RECEIPT)).toMatchObject({
      postedOn: '2025-07-01',
      statementOn: '2025-06-20',
      aboutPeriod: '2025-05',
      source: RECEIPT.source,
    });
  });

  it('mirrors any entry line by line, so that both together change nothing, and can be booked', () => {
    fc.assert(
      fc.property(anyPostings, (postings) => {
        expect(book(postings)).not.toThrow();
        const mirrored = mirror({ postings }).postings;
        expect(book(mirrored)).not.toThrow();
        for (const [place, posting] of postings.entries()) {
          const red = mirrored[place];
          expect({ ...red, amount: posting.amount }).toEqual(posting);
          expect(red === undefined ? undefined : signedAmount(red) + signedAmount(posting)).toBe(0n);
        }
        expect(voucherTotal(mirrored)).toBe(-voucherTotal(postings));
      }),
    );
  });

  it.each<{ of: string; isReversal: boolean; isReversed: boolean; code: string }>([
    { of: 'a reversal', isReversal: true, isReversed: false, code: 'reversal.ofReversal' },
    { of: 'a reversed entry', isReversal: false, isReversed: true, code: 'reversal.alreadyReversed' },
    {
      of: 'both: the reversal is named first',
      isReversal: true,
      isReversed: true,
      code: 'reversal.ofReversal',
    },
  ])('is refused of $of', ({ code, ...marks }) => {
    expect(() => reversalOf({ ...facts, ...marks }, asked)).toThrow(code);
  });

  it.each(REVERSAL_REASONS)('may be for %s', (reason) => {
    expect(requireReversalReason(reason)).toBe(reason);
  });

  it.each(['', 'WrongAmount', 'wrongAmount ', 'because'])('may not be for "%s"', (reason) => {
    expect(() => requireReversalReason(reason)).toThrow('reversal.reasonUnknown');
  });
});
