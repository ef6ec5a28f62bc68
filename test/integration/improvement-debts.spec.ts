import { LeaseDepositsService } from '../../src/features/income/lease-deposits.service';
import { OwedPaymentsService } from '../../src/features/months/owed-payments.service';
import { PeoplesPaymentsService } from '../../src/features/months/peoples-payments.service';
import { PayListsReadService } from '../../src/features/payouts/pay-lists-read.service';
import { expectSoundBooks } from '../books/invariants';
import { dividendOwedOn } from '../support/dividends';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { paidGrantsOn } from '../support/owed';
import { STATION } from '../support/station';
import { ACCOUNTANT, Village } from '../support/village';
import { typedLine, typedVoucher } from '../support/vouchers';
import { codesOf } from './leases.fixture';

describeOnEachEngine('an improvement on credit', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let station: string;

  beforeEach(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    station = (await village.services.assets.addAsset(village.id, STATION, ACCOUNTANT)).id;
    const built = { pool: 'pv' as const, amount: 42_000_000n };
    const further = [
      { ...built, ledgerAccount: '151', side: 'debit' as const, assetId: station },
      { ...built, ledgerAccount: '311', side: 'credit' as const },
    ];
    const bank = [{ pool: 'pv' as const, amount: 900_00n }];
    const opening = { on: '2025-01-01', bank, receivables: [], further };
    await village.services.openings.recordShort(village.id, opening, ACCOUNTANT);
  });
  afterEach(() => opened.close());

  const improve = (amount: string, happenedOn: string, wish: object = {}) => {
    const form = {
      ...{ kind: 'improvement', happenedOn, amount, pool: 'pv', paidFrom: 'payable', fundLevel: 'own' },
      ...{ fundYear: '2025', months: '', salvage: '', paper: 'contract', reason: 'worn', ...wish },
    };
    return village.services.assetLife.recordChange(village.id, { assetId: station, form }, ACCOUNTANT);
  };
  const owed = () => village.services.costPayments.listOwed(village.id);
  const still = async () => (await owed()).map((each) => each.open);
  const pay = async (place: number, amount: string, paidOn = '2025-05-01') => {
    const deductionId = (await owed())[place]?.deductionId ?? '';
    const form = { paidOn, amount };
    const { costPayments } = village.services;
    return (await costPayments.payCost(village.id, { deductionId, form }, ACCOUNTANT)).voucher;
  };
  const payByHand = (amount: string, assetId = station) => {
    const lines = [
      typedLine({ ledgerAccount: '211', debit: amount, pool: 'pv', assetId }),
      typedLine({ ledgerAccount: '102', credit: amount, pool: 'pv' }),
    ];
    const by = { preparedBy: 'ann', reviewedBy: 'ben' };
    return village.services.manualVouchers.postVoucher(
      village.id,
      typedVoucher({ postedOn: '2025-05-02', lines }),
      by,
    );
  };

  it('is paid among the costs that are owed, in parts, and no fen more', async () => {
    await improve('300.00', '2025-03-01');
    expect(await owed()).toMatchObject([{ amount: 300_00n, open: 300_00n, pool: 'pv', assetId: station }]);
    expect(await codesOf(pay(0, '300.01'))).toEqual(['deductions.paidAboveOwed']);
    expect(await codesOf(pay(0, '100.00', '2025-02-28'))).toEqual(['deductions.paidBeforeCost']);
    const first = await pay(0, '120.00');
    const { postings } = await village.services.books.requireEntry(village.id, first.entryId);
    expect(postings.map((line) => [line.ledgerAccount, line.side, line.amount, line.assetId])).toEqual([
      ['211', 'debit', 120_00n, station],
      ['102', 'credit', 120_00n, undefined],
    ]);
    expect(await still()).toEqual([180_00n]);
    expect(await codesOf(pay(0, '180.01'))).toEqual(['deductions.paidAboveOwed']);
    await pay(0, '180.00');
    expect(await still()).toEqual([0n]);
    await expect(pay(0, '0.01')).rejects.toMatchObject({ code: 'deductions.notOwed' });
    await expectSoundBooks(village);
  });

  it('is offered for a payment of the bank, with the form that pays it', async () => {
    await improve('300.00', '2025-03-01');
    const { database, rents, receipts, ledger, books, costPayments, taxes } = village.services;
    const deposits = new LeaseDepositsService(database, rents, receipts, ledger, books);
    const people = new PeoplesPaymentsService(
      paidGrantsOn(opened.database, village),
      dividendOwedOn(opened.database, village),
      new PayListsReadService(opened.database, books),
    );
    const payments = new OwedPaymentsService(costPayments, deposits, taxes, people, books);
    const { each } = await payments.listOn(village.id, '2025-05-01');
    const [only, ...others] = each;
    expect(others).toEqual([]);
    expect(only).toMatchObject({ kind: 'costPayment', amount: 300_00n });
    expect(only?.label).toMatch(/^欠着的/);
    const [debt] = await owed();
    expect(only?.hrefOf({ on: '2025-05-01', amount: 300_00n })).toContain(
      `/owed-costs?cost=${String(debt?.deductionId)}&on=2025-05-01&amount=300.00`,
    );
  });

  it('stays while a payment of it stands', async () => {
    const { entryId } = await improve('300.00', '2025-03-01');
    const paid = await pay(0, '120.00');
    await expect(village.reverse(entryId, '2025-05-03')).rejects.toMatchObject({
      code: 'deductions.paidAlready',
      facts: { paid: 120_00n },
    });
    await village.reverse(paid.entryId, '2025-05-03');
    expect(await still()).toEqual([300_00n]);
    await village.reverse(entryId, '2025-05-03');
    expect(await owed()).toEqual([]);
    await expectSoundBooks(village);
  });

  it('may be paid by hand under its asset, too: the oldest first', async () => {
    await improve('300.00', '2025-03-01');
    await improve('200.00', '2025-04-01', { reason: 'broken' });
    expect(await codesOf(payByHand('0.01', ''))).toEqual(['voucher.owedUnderAsset']);
    const { entryId } = await payByHand('310.00');
    expect(await still()).toEqual([0n, 190_00n]);
    await expect(pay(0, '0.01')).rejects.toMatchObject({ code: 'deductions.notOwed' });
    expect(await codesOf(village.reverse((await owed())[0]?.entryId ?? '', '2025-05-03'))).toEqual([
      'deductions.paidAlready',
    ]);
    await village.reverse(entryId, '2025-05-02');
    expect(await still()).toEqual([300_00n, 200_00n]);
    await payByHand('310.00');
    await pay(1, '190.00');
    await expect(payByHand('0.01')).rejects.toMatchObject({ problems: [{ code: 'voucher.debtShort' }] });
    await expectSoundBooks(village);
  });

  it('is not owed where the bank paid it', async () => {
    await improve('300.00', '2025-03-01', { paidFrom: 'bank' });
    expect(await owed()).toEqual([]);
  });
});
