import { LedgerEntryEntity } from '../../src/features/ledger/ledger-entry.entity';
import { yearEndSummaries } from '../../src/glossary/voucher-summaries-yearend';
import { PeoplesPaymentsService } from '../../src/features/months/peoples-payments.service';
import { PayListsReadService } from '../../src/features/payouts/pay-lists-read.service';
import { type Dividends, dividendOwedOn, dividendsOn } from '../support/dividends';
import { decide, enterHouseholds, enterShares, giveRound, payRound, roundOf } from '../support/dividends';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { paidGrantsOn } from '../support/owed';
import { ACCOUNTANT, Village } from '../support/village';

/** Members' shares that were given and not paid are offered for a payment of the bank. */
describeOnEachEngine('what members are owed of their shares', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let dividends: Dividends;

  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  beforeEach(async () => {
    village = await Village.start(opened.database);
    dividends = dividendsOn(opened.database, village);
    await village.openWith(500_000n);
    await enterHouseholds(dividends, village, { count: 3, from: '2024-01-01' });
    await enterShares(dividends, village, { lines: ['1 1', '2 1', '3 2'], from: '2025-01-01' });
  });

  const offered = async () => {
    const payments = new PeoplesPaymentsService(
      paidGrantsOn(opened.database, village),
      dividendOwedOn(opened.database, village),
      new PayListsReadService(opened.database, village.services.books),
    );
    const { each } = await payments.listOwed(village.id);
    return each.map(({ kind, amount, parts = 1, hrefOf }) => {
      const [, query = ''] = hrefOf({ on: '2025-08-01', amount }).split('?');
      return `${kind} ${String(amount)} of ${String(parts)}: ${query}`;
    });
  };

  it('is offered whole, and of each who is owed what nobody else is', async () => {
    const { roundId } = await giveRound(dividends, village, roundOf('1000.00'));
    expect(await offered()).toEqual([
      'memberShares 100000 of 3: on=2025-08-01',
      'memberShares 50000 of 1: on=2025-08-01&holder=3',
    ]);
    await payRound(dividends, village, { roundId, holder: '3' });
    expect(await offered()).toEqual(['memberShares 50000 of 2: on=2025-08-01']);
    await payRound(dividends, village, { roundId, holder: '1' });
    expect(await offered()).toEqual(['memberShares 25000 of 1: on=2025-08-01']);
    await payRound(dividends, village, { roundId });
    expect(await offered()).toEqual([]);
  });

  it('is offered only once it was given, and no longer once that was taken back', async () => {
    const { id: roundId } = await dividends.drafting.draftRound(village.id, roundOf('1000.00'), ACCOUNTANT);
    await decide(dividends, village, roundId);
    expect(await offered()).toEqual([]);
    const form = { postedOn: village.services.clock.today() };
    const { entryId } = await dividends.paying.giveRound(village.id, { roundId, form }, ACCOUNTANT);
    expect((await offered()).length).toBe(2);
    // No year is closed: it is of the year by which it was judged.
    const booked = await opened.database.reader.findOneBy(LedgerEntryEntity, { id: entryId });
    expect(booked?.summary).toBe(yearEndSummaries.sharesGranted(2025));
    await village.reverse(entryId);
    expect(await offered()).toEqual([]);
  });
});
