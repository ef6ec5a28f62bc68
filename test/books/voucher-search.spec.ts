import fc from 'fast-check';
import { monthOf } from '../../src/domain/calendar/calendar-day';
import { readSoughtWords } from '../../src/domain/ledger/sought-words';
import { type Fen, sumFen, yuanText } from '../../src/domain/money/fen';
import {
  VoucherListService,
  VOUCHERS_PER_PAGE,
  type VoucherSearch,
} from '../../src/features/ledger/voucher-list.service';
import { describeOnEachEngine } from '../support/engines';
import { byTier } from '../support/tier';
import { BookedHistory, histories, type ModelLine } from './book-history.fixture';

const SEED = 20_251_127;
const HISTORIES = byTier(2, 60);
const SEARCHES = 15;

const anyMonth = fc.constantFrom('2025-01', '2025-02', '2025-03', '2025-04', '2025-05', '2025-06');
const anySearch = fc.record(
  {
    first: anyMonth,
    last: anyMonth,
    account: fc.constantFrom('1', '10', '102', '112', '501', '50101', '%', '_'),
    text: fc.constantFrom('opening', 'PAY', 'reversal', 'a', '3', '0012', '30', '%', '_', '!', 'not there'),
    unreviewed: fc.boolean(),
  },
  { requiredKeys: ['first', 'last'] },
);

describeOnEachEngine('looking for vouchers', (open) => {
  it(`finds what a naive look through the lines finds, page by page (seed ${String(SEED)})`, async () => {
    const { database } = await open();
    const list = new VoucherListService(database);
    let number = 0;
    await fc.assert(
      fc.asyncProperty(
        histories(70),
        fc.array(anySearch, { minLength: SEARCHES, maxLength: SEARCHES }),
        async (bookings, searches) => {
          number += 1;
          const history = await BookedHistory.book(database, bookings, `S${String(number)}`);
          const reviewed = await signEveryThird(history);
          for (const search of searches) {
            const expected = naively(history.lines, search, reviewed);
            expect(await everyPage(list, history.village.id, search)).toEqual(expected);
          }
          const first = history.lines[0]?.amount ?? 0n;
          const byAmount = { first: '2025-01', last: '2025-06', text: yuanText(first) };
          const expected = naively(history.lines, byAmount, reviewed);
          expect(expected.count).toBeGreaterThan(0);
          expect(await everyPage(list, history.village.id, byAmount)).toEqual(expected);
        },
      ),
      { seed: SEED, numRuns: HISTORIES },
    );
  }, 240_000);
});

interface Found {
  readonly numbers: readonly number[];
  readonly count: number;
  readonly total: Fen;
}

async function everyPage(list: VoucherListService, villageId: string, search: VoucherSearch): Promise<Found> {
  const numbers: number[] = [];
  for (let page = 1; ; page += 1) {
    const { items, count, total } = await list.findVouchers(villageId, search, page);
    numbers.push(...items.map(({ voucherNumber }) => voucherNumber));
    if (items.length < VOUCHERS_PER_PAGE) return { numbers, count, total };
  }
}

/** Every third voucher is looked over by somebody; which ones. */
async function signEveryThird({ village, lines }: BookedHistory): Promise<Set<string>> {
  const { database } = village.services;
  const third = lines.filter((line) => line.lineNumber === 1 && line.voucherNumber % 3 === 0);
  await database.inTransaction(village.id, async (tx) => {
    for (const { entryId } of third) {
      await tx.query(
        `INSERT INTO voucher_signatures (collective_id, entry_id, part, signed_by, signed_at)
         VALUES ('${village.id}', '${entryId}', 'review', 'leader', '2025-07-01T00:00:00.000Z')`,
      );
    }
  });
  return new Set(third.map(({ entryId }) => entryId));
}

function naively(lines: readonly ModelLine[], search: VoucherSearch, reviewed: ReadonlySet<string>): Found {
  const { first, last, account, text, unreviewed } = search;
  const heads = lines.filter((line) => line.lineNumber === 1).reverse();
  const found = heads.filter((head) => {
    const month = monthOf(head.postedOn);
    const own = lines.filter((line) => line.entryId === head.entryId);
    return (
      month >= first &&
      month <= last &&
      (account === undefined || own.some((line) => line.ledgerAccount.startsWith(account))) &&
      (text === undefined ||
        head.summary.toLowerCase().includes(text.toLowerCase()) ||
        head.voucherNumber === readSoughtWords(text)?.voucherNumber ||
        own.some((line) => line.amount === readSoughtWords(text)?.amount)) &&
      (unreviewed !== true || !reviewed.has(head.entryId))
    );
  });
  const ids = new Set(found.map(({ entryId }) => entryId));
  const debits = lines.filter((line) => ids.has(line.entryId) && line.side === 'debit');
  const total = sumFen(debits.map(({ amount }) => amount));
  return { numbers: found.map(({ voucherNumber }) => voucherNumber), count: found.length, total };
}
