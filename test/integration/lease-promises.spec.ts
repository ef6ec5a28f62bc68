import { linkageYears, standingReportsOf } from '../../src/domain/assets/linkage';
import { LinkageService } from '../../src/features/assets/linkage.service';
import { LeaseDepositsService } from '../../src/features/income/lease-deposits.service';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { typedLease } from '../support/leases';
import { Tampering } from '../support/tampering';
import { voucherSummaries } from '../../src/glossary/voucher-summaries';
import { ACCOUNTANT } from '../support/village';
import { RuledVillage } from './asset-matters.fixture';
import { CustodyUpkeep } from './custody-costs.fixture';
import { CustodyStory } from './custody.fixture';
import { codesOf } from './leases.fixture';

/** A workshop let from 2018 on to a tenant who promised work for 12 and 200,000.00 of wages a year. */
describeOnEachEngine('what a tenant promised beside the rent', (open) => {
  let opened: OpenDatabase;
  let ruled: RuledVillage;
  let hall: string;
  let leaseId: string;
  let house: CustodyStory;

  beforeAll(async () => {
    opened = await open();
    ruled = await RuledVillage.start(opened.database, '411400', '2019-07-20');
    const answers = { 'asset.land': 'idle_ground', 'asset.invested_by': 'government' };
    const funds = [{ level: 'central', year: '2017', amount: '1000.00' }];
    hall = await ruled.addAsset({ acquiredOn: '2017-06-01', funds }, { answers, paper: 'map' });
    const days = { signedOn: '2017-12-20', firstOn: '2018-01-01', lastOn: '2020-12-31' };
    const promised = { jobs: '12', wages: '200000', linkageFor: 'villagers', deposit: '5000' };
    const form = {
      ...typedLease({ assetId: hall, ...days, ...promised }),
      matters: { answers: { 'contract.operator_refused': 'no' }, paper: 'inquiry', reason: '' },
    };
    leaseId = (await ruled.village.services.leases.addLease(ruled.village.id, form, ACCOUNTANT)).id;
  });
  afterAll(() => opened.close());

  it('is held against what was reported, and told to the document in force', async () => {
    const { services, id } = ruled.village;
    const linkage = new LinkageService(services.database, services.clock, services.leases);
    const report = (linkageFrom: string, linkageTo: string, jobsGiven = '10') => {
      const paid = { wagesGiven: '75000', helpedWages: '30000', linkagePaper: 'pay sheets' };
      const form = { linkageFrom, linkageTo, jobsGiven, helpedJobs: '3', ...paid };
      return linkage.report(id, { leaseId, form }, ACCOUNTANT);
    };
    const short = async () => {
      const lease = await services.leases.requireLease(id, leaseId);
      const years = linkageYears(lease, standingReportsOf(lease.reports), '2019-07-20');
      return years.map(({ year, unreported, jobsShort, wagesShort }) => [
        year,
        unreported,
        jobsShort,
        wagesShort,
      ]);
    };
    await ruled.answer({ kind: 'asset', id: hall }, { 'workshop_year.programme': 'poverty_workshop' });
    expect(await ruled.says({ id: hall }, 'SQ-A6a')).toContain('undecided');
    await report('2018-01-01', '2018-06-30', '14');
    expect(await codesOf(report('2018-06-01', '2018-12-31'))).toEqual(['linkage.reportedAlready']);
    const { reportNumber } = await report('2018-07-01', '2018-12-30');
    expect(await codesOf(report('2018-12-30', '2018-12-31'))).toEqual(['linkage.reportedAlready']);
    const withdraw = (reason: string) => linkage.withdraw(id, { leaseId, reportNumber, reason }, ACCOUNTANT);
    expect(await codesOf(withdraw(' '))).toEqual(['form.missing']);
    await withdraw('one day is missing');
    expect(await codesOf(withdraw('again'))).toEqual(['linkage.noSuchReport']);
    await report('2018-07-01', '2018-12-31');
    expect(await short()).toEqual([
      [2018, 0, 2, 5_000_000n],
      [2019, 201, 0, 0n],
    ]);
    // 3 of 10 are helped, and each of them got 60,000.00 / 3 in the year.
    const other = { kind: 'asset' as const, id: hall };
    await ruled.answer(other, { 'workshop_year.invested_by': 'government' });
    expect(await ruled.says({ id: hall }, 'SQ-A6a')).toBe('passed');
    const known = ruled.answer(other, { 'workshop_year.workers': '30' });
    expect(await codesOf(known)).toEqual(['matters.booksKnow']);
    const { reports } = await services.leases.requireLease(id, leaseId);
    expect(reports.map(({ to, withdrawn }) => [to, withdrawn])).toEqual([
      ['2018-06-30', undefined],
      ['2018-12-30', 'one day is missing'],
      ['2018-12-31', undefined],
    ]);
  });

  it('is a deposit that stays his, and goes back or pays what he owes', async () => {
    const { services, id } = ruled.village;
    const { ledger, books, rents, receipts, database } = services;
    const deposits = new LeaseDepositsService(database, rents, receipts, ledger, books);
    const act = (depositAct: string, amount: string, depositOn = '2019-07-10', depositReason = '') => {
      const form = { depositAct, depositOn, amount, depositReason, attachments: '' };
      return deposits.book(id, { leaseId, form }, ACCOUNTANT);
    };
    const held = async () => (await deposits.requireStanding(id, leaseId)).held;
    const received = async () => {
      const span = { pool: 'other', from: '2018-01-01', to: '2019-12-31' } as const;
      return (await services.surplus.statement(id, span)).received;
    };
    expect(await codesOf(act('received', '5000.01'))).toEqual(['deposit.aboveAgreed']);
    const { voucher } = await act('received', '5000');
    // While it is let the hall does not leave the register.
    const why = { departureReason: 'twice', paper: 'list', approvedBy: 'all' };
    const gone = { departureWay: 'wrongEntry', leftOn: '2019-07-15', ...why };
    const out = services.departures.record(id, { assetId: hall, form: gone }, ACCOUNTANT);
    expect(await codesOf(out)).toEqual(['departure.leased']);
    expect([await held(), await received()]).toEqual([500_000n, 0n]);
    // Nobody else's debt on the hall is paid from it.
    expect((await receipts.listAdvances(id)).get(hall) ?? 0n).toBe(0n);
    await services.income.recordIncomeDue(
      id,
      {
        ...{ assetId: hall, stream: 'other', payer: 'Weavers', amount: '800' },
        ...{ incomeKind: 'none_of_these', incomeReason: 'pays for a broken door' },
        ...{ coversFrom: '2019-07-01', coversTo: '2019-07-10', dueOn: '2019-07-10', postedOn: '2019-07-10' },
      },
      ACCOUNTANT,
    );
    const { owed } = await deposits.requireStanding(id, leaseId);
    const damage = owed[0]?.id ?? '';
    expect(await codesOf(act(damage, '800'))).toEqual(['form.missing']);
    const kept = await act(damage, '800', '2019-07-11', 'a broken door');
    expect(await books.requireEntry(ruled.village.id, kept.voucher.entryId)).toMatchObject({
      ...{ event: 'rent.deposit.kept', summary: voucherSummaries.deposit('Hall', 'kept') },
    });
    expect([await held(), await received()]).toEqual([420_000n, 80_000n]);
    expect(await codesOf(ruled.village.reverse(voucher.entryId, '2019-07-12'))).toEqual(['deposit.gone']);
    expect(await codesOf(act('returned', '4200.01', '2019-07-12'))).toEqual(['deposit.aboveHeld']);
    await act('returned', '1000', '2019-07-12');
    await ruled.village.reverse(kept.voucher.entryId, '2019-07-12');
    expect([await held(), await received()]).toEqual([400_000n, 0n]);
    expect(await deposits.listDueBack(id, '2020-12-30')).toEqual([]);
    const due = await deposits.listDueBack(id, '2020-12-31');
    expect(due.map((each) => [each.lease.id, each.held])).toEqual([[leaseId, 400_000n]]);
    const check = async () =>
      (await services.check.checkBooks(id)).breaks.map(({ pass, code }) => `${pass} ${code}`).sort();
    expect(await check()).toEqual([]);
    const hand = await Tampering.on(opened);
    await hand.keep();
    for (const [sql, told] of [
      ['UPDATE lease_deposits SET amount_fen = 1 WHERE amount_fen = 500000', 'check.depositDiffers'],
      ['DELETE FROM lease_deposits WHERE amount_fen = -100000', 'check.depositDiffers'],
      ["UPDATE lease_deposits SET entry_id = 'gone' WHERE amount_fen = 500000", 'check.factWithoutEntry'],
    ] as const) {
      await hand.run(sql);
      expect(await check()).toContain(`deposits ${told}`);
      await hand.putBack();
    }
    await hand.close();
  });

  it("is only the village's part of a rent, where it keeps the house for its owner", async () => {
    house = await CustodyStory.begin(ruled);
    await house.isAgreed();
    await house.isLet();
    await house.isPaidInParts();
    await house.isPaidOn();
    await new CustodyUpkeep(house).isUpkept();
    await house.isEnded();
    await house.isTaxed();
  });

  it('and that part is what the check reckons anew, changed by whatever hand', async () => {
    await house.isHeldByTheCheck(opened);
  });
});
