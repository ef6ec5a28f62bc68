import { ReentriesService } from '../../src/features/ledger/reentries.service';
import { ReversalShortageService } from '../../src/features/ledger/reversal-shortage.service';
import { VoucherCorrectionsService } from '../../src/features/ledger/voucher-corrections.service';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { ClosedYear } from './prior-year-anew.fixture';

/** What the page of a voucher offers that was reversed in December, within its own year, after that year. */
describeOnEachEngine('a voucher that was put right within its own year', (open) => {
  let opened: OpenDatabase;
  let year: ClosedYear;
  let bought = '';

  beforeEach(async () => {
    opened = await open();
    year = await ClosedYear.open(opened);
    bought = await year.write('513 60.00, 102 -60.00', { postedOn: '2025-11-20' });
    await year.reverse(bought, 'wrongAmount', '2025-12-20');
  });
  afterEach(() => opened.close());

  const offered = async () => {
    const { database, books, ledger, desk } = year.village.services;
    const reentries = new ReentriesService(database, books);
    const shortages = new ReversalShortageService(database, ledger);
    const corrections = new VoucherCorrectionsService(books, reentries, shortages, desk);
    const voucher = await books.requireEntry(year.village.id, bought);
    const asked = { keepsBooks: true, today: '2026-01-20' };
    const { anewHref, anewOf, putRightBy } = await corrections.correctionsOf(year.village.id, voucher, asked);
    return { isOffered: anewHref !== undefined, anewOf, putRightBy: putRightBy?.number };
  };
  const OPEN = { isOffered: true, anewOf: 2025, putRightBy: undefined };

  it('is offered no place in a later one', async () => {
    await year.write('513 61.00, 102 -61.00', { postedOn: '2025-12-21', aboutPeriod: '2025-11' });
    await year.close();
    expect(await offered()).toEqual({
      ...{ isOffered: false, anewOf: undefined, putRightBy: expect.stringMatching(/^记-\d{4}$/) as string },
    });
  });

  it.each<[string, string, { postedOn: string; aboutPeriod: string }]>([
    ['another account', '515 61.00, 102 -61.00', { postedOn: '2025-12-21', aboutPeriod: '2025-11' }],
    ['another month', '513 61.00, 102 -61.00', { postedOn: '2025-12-21', aboutPeriod: '2025-12' }],
    ['the year after', '513 61.00, 102 -61.00', { postedOn: '2026-01-20', aboutPeriod: '2026-01' }],
  ])('still waits where only %s was typed', async (_, lines, wish) => {
    if (wish.postedOn < '2026') await year.write(lines, wish);
    await year.close();
    if (wish.postedOn > '2026') await year.write(lines, wish);
    expect(await offered()).toEqual(OPEN);
  });

  it('still waits where what was typed was reversed itself', async () => {
    const typed = await year.write('513 61.00, 102 -61.00', {
      postedOn: '2025-12-21',
      aboutPeriod: '2025-11',
    });
    await year.reverse(typed, 'wrongAmount', '2025-12-22');
    await year.close();
    expect(await offered()).toEqual(OPEN);
  });
});
