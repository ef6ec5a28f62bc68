import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { startJoint } from '../support/joint-station';
import { ACCOUNTANT, Village } from '../support/village';

const TODAY = '2026-01-20';
const JANUARY = { first: '2026-01', last: '2026-01' };

/** What January moved, by account, debit above zero; accounts that moved nothing are left out. */
const movedIn = async (village: Village): Promise<Record<string, bigint>> => {
  const { rows } = await village.services.books.trialBalance(village.id, JANUARY);
  const moved = rows.filter(({ debit, credit }) => debit !== credit);
  return Object.fromEntries(moved.map((row) => [row.account.code, row.debit - row.credit]));
};

/** A slip of an earlier year that is taken back and entered anew is none of this year's income. */
describeOnEachEngine('a slip of an earlier year that is entered anew', (open) => {
  let opened: OpenDatabase;

  beforeEach(async () => {
    opened = await open();
  });
  afterEach(() => opened.close());

  it('is the earlier year’s in every owner’s books, as its part was', async () => {
    const joint = await startJoint(opened.database);
    joint.clock.moveTo(TODAY);
    const wrong = await joint.settle('2025-11', 1_000);
    const form = { entryId: wrong.voucher?.entryId ?? '', reason: 'wrongAmount', postedOn: TODAY };
    await joint.services.desk.reverseVoucher(joint.keeper.id, form, ACCOUNTANT);
    const right = await joint.settle('2025-11', 900, TODAY);
    // 40 % of 100 kWh less, at 0.40 and 0.35.
    expect(await movedIn(joint.east)).toEqual({ '112': -30_00n, '32201': 30_00n });
    expect(await movedIn(joint.west)).toEqual({ '112': -15_00n, '32201': 15_00n });
    const move = (await joint.east.vouchers()).at(-1);
    expect(move).toMatchObject({ event: 'ledger.movedToEarlierYear', aboutPeriod: '2025-11' });
    // Taken back again, and sent a third time.
    const again = { ...form, entryId: right.voucher?.entryId ?? '' };
    await joint.services.desk.reverseVoucher(joint.keeper.id, again, ACCOUNTANT);
    await joint.settle('2025-11', 1_100, TODAY);
    expect(await movedIn(joint.east)).toEqual({ '112': 30_00n, '32201': -30_00n });
    for (const { id } of [joint.keeper, joint.east, joint.west]) {
      const { breaks } = await joint.services.check.checkBooks(id);
      expect(breaks).toEqual([]);
    }
  });

  it('loses its subsidy to what that year left, where a notice cuts it', async () => {
    const village = await Village.start(opened.database);
    village.services.clock.moveTo(TODAY);
    const station = await village.addStation();
    const wrong = await village.settle(station, '2025-11', { kwh: 1_000 });
    await village.reverse(wrong.voucher.entryId, TODAY);
    const typed = {
      ...{ assetId: station, generationMonth: '2025-11', postedOn: TODAY, readingFrom: '0', readingTo: '90' },
      ...{ energy: '900', energyUnit: 'kWh', energyPrice: '0.40', priceUnit: 'yuan/kWh' },
      ...{ subsidyPrice: '0.35', energyAmount: '', subsidyAmount: '' },
    };
    const command = { ...ACCOUNTANT, corrects: wrong.voucher.entryId };
    await village.services.income.recordSettlement(village.id, typed, command);
    expect(await movedIn(village)).toEqual({ '112': -75_00n, '32201': 75_00n });
    const subsidy = (await village.owed()).find(({ stream }) => stream === 'subsidy');
    const cut = {
      ...{ cutKind: 'writtenOff', cutOn: TODAY, byPaper: 'notice 1', reason: '' },
      amounts: { [subsidy?.id ?? '']: '15.00' },
    };
    await village.services.subsidyCuts.recordCut(village.id, cut, ACCOUNTANT);
    expect(await movedIn(village)).toEqual({ '112': -90_00n, '32201': 90_00n });
    expect((await village.services.check.checkBooks(village.id)).breaks).toEqual([]);
  });
});
