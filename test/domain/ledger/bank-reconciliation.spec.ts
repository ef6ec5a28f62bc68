import fc from 'fast-check';
import type { DifferenceCode } from '../../../src/domain/ledger/bank-match-by-hand';
import {
  type AccountOnDay,
  reconcile,
  reconciledFrom,
  type ReconciledLine,
} from '../../../src/domain/ledger/bank-reconciliation';

const line = (
  id: string,
  on: string,
  amount: bigint,
  wish: Partial<ReconciledLine> = {},
): ReconciledLine => ({
  id,
  on,
  amount,
  ...wish,
});
const account = (wish: Partial<AccountOnDay>): AccountOnDay => ({
  on: '2025-06-30',
  bankFrom: '2025-06-01',
  booksFrom: '2025-01-01',
  bankOpening: 0n,
  bank: [],
  booksOpening: 0n,
  books: [],
  groups: [],
  ...wish,
});
const brief = (items: readonly { lineId: string; amount: bigint; age: number }[]) =>
  items.map(({ lineId, amount, age }) => `${lineId} ${String(amount)} ${String(age)}`);

describe('the reconciliation of an account', () => {
  it('lists what each side does not know yet, with its age', () => {
    const drawn = reconcile(
      account({
        bankOpening: 1000n,
        booksOpening: 1000n,
        bank: [line('a', '2025-06-02', 100n), line('b', '2025-06-20', -3n)],
        books: [line('x', '2025-06-02', 100n), line('y', '2025-06-28', -40n)],
        groups: [{ id: 'm', lineIds: ['a', 'x'] }],
      }),
    );
    expect(drawn).toMatchObject({
      bankBalance: 1097n,
      booksBalance: 1060n,
      unexplained: 0n,
      adjustedBank: 1057n,
      adjustedBooks: 1057n,
    });
    expect(brief(drawn.notYetAtBank)).toEqual(['y -40 2']);
    expect(brief(drawn.notYetInBooks)).toEqual(['b -3 10']);
  });

  it('takes a match that straddles the day for outstanding on that day, and for settled after it', () => {
    const straddling = account({
      books: [line('x', '2025-06-29', 50n)],
      bank: [line('a', '2025-07-02', 50n)],
      groups: [{ id: 'm', lineIds: ['a', 'x'] }],
    });
    expect(brief(reconcile(straddling).notYetAtBank)).toEqual(['x 50 1']);
    expect(reconcile({ ...straddling, on: '2025-07-02' }).notYetAtBank).toEqual([]);
  });

  it('says what the opening balances differ by, as a line of its own', () => {
    const drawn = reconcile(account({ bankOpening: 990n, books: [line('o', '2025-01-01', 1000n)] }));
    expect(drawn).toMatchObject({
      unexplained: -10n,
      adjustedBank: 990n,
      adjustedBooks: 990n,
      notYetAtBank: [],
    });
  });

  it('counts what the books were opened with before the first statement, even on its first day', () => {
    const books = [line('o', '2025-06-01', 1000n, { isOpening: true }), line('x', '2025-06-01', 5n)];
    const drawn = reconcile(account({ bankOpening: 1000n, books }));
    expect(drawn).toMatchObject({ unexplained: 0n, adjustedBank: 1005n });
    expect(brief(drawn.notYetAtBank)).toEqual(['x 5 29']);
  });

  describe('of a statement that begins before the books', () => {
    const opened = (amount: bigint) => [line('o', '2025-06-10', amount, { isOpening: true })];
    const bank = [line('a', '2025-06-02', 300n), line('b', '2025-06-09', -50n), line('c', '2025-06-10', 7n)];
    const begun = (wish: Partial<AccountOnDay>) =>
      reconcile(
        account({ booksFrom: '2025-06-10', bankOpening: 1000n, bank, books: opened(1250n), ...wish }),
      );

    it('sets aside what came before their first day, and leaves nothing unexplained', () => {
      const drawn = begun({});
      expect(brief(drawn.setAside)).toEqual(['a 300 28', 'b -50 21']);
      expect(brief(drawn.notYetInBooks)).toEqual(['c 7 20']);
      expect(drawn).toMatchObject({ unexplained: 0n, adjustedBank: 1257n, adjustedBooks: 1257n });
    });

    it('takes what came from the account before for what the books had from the beginning', () => {
      const came = line('d', '2025-06-12', 1250n, { explanation: { code: 'moved', note: '' } });
      const left = line('e', '2025-06-13', -9n, { explanation: { code: 'moved', note: '' } });
      const drawn = begun({ bankOpening: 0n, bank: [came, left] });
      expect(brief(drawn.setAside)).toEqual(['d 1250 18']);
      expect(brief(drawn.notYetInBooks)).toEqual(['e -9 17']);
      expect(drawn).toMatchObject({ unexplained: 0n, adjustedBank: 1241n, adjustedBooks: 1241n });
    });

    it('still says by how much the two began apart', () => {
      expect(begun({ books: opened(1249n) })).toMatchObject({ unexplained: 1n, adjustedBooks: 1257n });
    });

    it('does not set aside what was matched', () => {
      const books = [line('o', '2025-06-10', 1300n, { isOpening: true }), line('x', '2025-06-11', -50n)];
      const drawn = begun({ books, groups: [{ id: 'm', lineIds: ['b', 'x'] }] });
      expect(brief(drawn.setAside)).toEqual(['a 300 28']);
      expect(drawn).toMatchObject({ unexplained: 0n, adjustedBank: 1257n });
    });

    it.each([
      { bankFrom: '2025-06-01', booksFrom: '2025-06-10', from: '2025-06-10' },
      { bankFrom: '2025-06-10', booksFrom: '2025-06-01', from: '2025-06-10' },
    ])('is drawn from $from where the bank begins on $bankFrom, the books on $booksFrom', (given) => {
      expect(reconciledFrom(given)).toBe(given.from);
    });
  });

  it('takes an earlier booking that came late, or is explained, out of the opening balance', () => {
    const earlier = account({
      bankOpening: 1000n,
      books: [line('o', '2025-01-01', 1000n), line('c', '2025-05-30', -200n)],
    });
    expect(reconcile(earlier).unexplained).toBe(200n);
    const matched = {
      ...earlier,
      bank: [line('a', '2025-06-03', -200n)],
      groups: [{ id: 'm', lineIds: ['a', 'c'] }],
    };
    expect(reconcile(matched).unexplained).toBe(0n);
    expect(brief(reconcile({ ...matched, on: '2025-06-02' }).notYetAtBank)).toEqual(['c -200 3']);
    const explained = earlier.books.map((each) =>
      each.id === 'c' ? { ...each, explanation: { code: 'timing' as const, note: '' } } : each,
    );
    expect(reconcile({ ...earlier, books: explained })).toMatchObject({
      unexplained: 0n,
      adjustedBank: 800n,
    });
  });

  it.each<{ code: 'charge' | 'interest' | 'ourError' | 'bankError' | 'timing'; adjusted: bigint }>([
    { code: 'charge', adjusted: 99n },
    { code: 'interest', adjusted: 99n },
    { code: 'ourError', adjusted: 99n },
    { code: 'bankError', adjusted: 100n },
    { code: 'timing', adjusted: 100n },
  ])('puts a difference explained as $code on the side that has to change', ({ code, adjusted }) => {
    const drawn = reconcile(
      account({
        bank: [line('a', '2025-06-02', 99n)],
        books: [line('x', '2025-06-02', 100n)],
        groups: [{ id: 'm', lineIds: ['a', 'x'], explanation: { code, note: '' } }],
      }),
    );
    expect(drawn).toMatchObject({ unexplained: 0n, adjustedBank: adjusted, adjustedBooks: adjusted });
    expect([...drawn.bankDifferences, ...drawn.booksDifferences]).toMatchObject([
      { groupId: 'm', difference: -1n },
    ]);
  });

  it.each<{ code: DifferenceCode; bank: bigint; books: bigint }>([
    { code: 'timing', bank: 100n, books: 100n },
    { code: 'charge', bank: 100n, books: 100n },
    { code: 'ourError', bank: 100n, books: 0n },
    { code: 'bankError', bank: 0n, books: 100n },
  ])('takes a line that stands alone off again where its own side was wrong: $code', (given) => {
    const alone = (id: string) =>
      line(id, '2025-06-02', 100n, { explanation: { code: given.code, note: 'twice' } });
    const ofBank = reconcile(account({ bank: [alone('a')] }));
    expect(ofBank).toMatchObject({ adjustedBank: given.bank, adjustedBooks: given.bank });
    const ofBooks = reconcile(account({ books: [alone('x')] }));
    expect(ofBooks).toMatchObject({ adjustedBank: given.books, adjustedBooks: given.books });
    const [wrongAtBank, wrongInBooks] = [ofBank.wrongAtBank, ofBooks.wrongInBooks].map(brief);
    expect([wrongAtBank, wrongInBooks]).toEqual([
      given.bank === 0n ? ['a 100 28'] : [],
      given.books === 0n ? ['x 100 28'] : [],
    ]);
  });

  it.each<{ what: string; amounts: [bigint, bigint]; bank: bigint; books: bigint }>([
    { what: 'took back to the fen', amounts: [100n, -100n], bank: 0n, books: 0n },
    { what: 'took back but for a fen', amounts: [100n, -99n], bank: 100n, books: 100n },
  ])('takes off again what its own side $what in a later month', ({ amounts, bank, books }) => {
    const [first, later] = amounts;
    const lines = (id: string) => [line(`${id}1`, '2025-06-20', first), line(`${id}2`, '2025-07-03', later)];
    const group = (id: string) => [{ id: 'm', lineIds: [`${id}1`, `${id}2`] }];
    const ofBank = account({ bank: lines('a'), groups: group('a') });
    expect(reconcile(ofBank)).toMatchObject({ adjustedBank: bank, adjustedBooks: bank });
    expect(brief(reconcile(ofBank).wrongAtBank)).toEqual(bank === 0n ? ['a1 100 10'] : []);
    const ofBooks = account({ books: lines('x'), groups: group('x') });
    expect(reconcile(ofBooks)).toMatchObject({ adjustedBank: books, adjustedBooks: books });
    expect(brief(reconcile(ofBooks).wrongInBooks)).toEqual(books === 0n ? ['x1 100 10'] : []);
    expect(reconcile({ ...ofBank, on: '2025-07-03' })).toMatchObject({ wrongAtBank: [], notYetInBooks: [] });
  });

  it('waits for the other side, where the line it was matched with came a month later', () => {
    const crossed = account({
      bank: [line('a', '2025-07-02', -80n)],
      books: [line('x', '2025-06-29', -80n)],
      groups: [{ id: 'm', lineIds: ['a', 'x'] }],
    });
    expect(brief(reconcile(crossed).notYetAtBank)).toEqual(['x -80 1']);
  });

  it('closes to the fen on every day, whatever was booked, matched and explained', () => {
    const said = fc.constantFrom<DifferenceCode | undefined>(undefined, 'timing', 'bankError', 'ourError');
    const lines = (prefix: string) =>
      fc
        .array(fc.tuple(fc.integer({ min: 1, max: 28 }), fc.bigInt(-9n, 9n), said), { maxLength: 12 })
        .map((parts) =>
          parts.map(([day, amount, code], place) =>
            line(`${prefix}${String(place)}`, `2025-06-${String(day).padStart(2, '0')}`, amount, {
              ...(code === undefined ? {} : { explanation: { code, note: '' } }),
            }),
          ),
        );
    const grouped = fc.array(fc.tuple(fc.nat(11), fc.nat(11), fc.constantFrom('charge', 'bankError')), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(
        lines('a'),
        lines('x'),
        grouped,
        fc.tuple(fc.bigInt(-99n, 99n), fc.bigInt(-99n, 99n), fc.integer({ min: 1, max: 28 })),
        (bank, books, pairs, [bankOpening, booksOpening, day]) => {
          const used = new Set<string>();
          const groups = pairs.flatMap(([one, other, code], place) => {
            const lineIds = [bank[one]?.id, books[other]?.id].filter(
              (id) => id !== undefined && !used.has(id),
            ) as string[];
            for (const id of lineIds) used.add(id);
            return lineIds.length < 2
              ? []
              : [{ id: String(place), lineIds, explanation: { code: code as 'charge', note: '' } }];
          });
          const on = `2025-06-${String(day).padStart(2, '0')}`;
          const drawn = reconcile(
            account({ on, bankFrom: '2025-06-10', bank, books, groups, bankOpening, booksOpening }),
          );
          expect(drawn.adjustedBank).toBe(drawn.adjustedBooks);
        },
      ),
      { seed: 20250703, numRuns: 500 },
    );
  });
});
