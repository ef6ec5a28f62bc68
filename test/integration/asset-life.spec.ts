import type { LeavingForm } from '../../src/domain/assets/leaving';
import type { ChangeForm } from '../../src/domain/assets/value-change';
import type { CheckResult } from '../../src/domain/ledger/check-pass';
import type { Pool } from '../../src/domain/ledger/journal-entry';
import type { OpeningLine } from '../../src/domain/months/opening';
import { FormProblems } from '../../src/domain/shared/problem';
import { CrossTabsService } from '../../src/features/assets/cross-tabs.service';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { typedLease } from '../support/leases';
import { ownPasses, Tampering } from '../support/tampering';
import { ACCOUNTANT, Village } from '../support/village';

const told = ({ breaks }: CheckResult): string[] => [
  ...new Set(breaks.map(({ pass, code }) => `${pass} ${code}`)),
];
/** What a form is refused for: code and place of each problem. */
const refusals = (act: Promise<unknown>): Promise<unknown> =>
  act.then(
    () => [],
    (error: unknown) =>
      error instanceof FormProblems ? error.problems.map(({ code, field }) => `${code} ${field}`) : error,
  );
const CHANGE: ChangeForm = {
  ...{ kind: 'improvement', happenedOn: '2025-02-10', amount: '110.00', pool: 'members', paidFrom: 'bank' },
  ...{ fundLevel: 'own', fundYear: '2024', months: '', salvage: '', paper: 'contract 3' },
};
const SALE: LeavingForm = {
  ...{ way: 'sale', ground: 'poorReturn', happenedOn: '2025-03-31', proceeds: '700.00', costs: '20.00' },
  ...{ agreedValue: '', paper: 'resolution 5', approvedBy: 'representatives' },
};

/** A station of 1,000.00 in the books of its own pool, over ten months from January on: 100.00 a month. */
describeOnEachEngine('the life of an asset in the books', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let station: string;
  let improved: string;
  let sold: string;
  let contract: string;
  let hand: Tampering;
  const life = () => village.services.assetLife;
  const book = (month: string) => village.services.depreciation.bookMonth(village.id, month, ACCOUNTANT);
  const change = (form: Partial<ChangeForm> = {}) =>
    life().recordChange(village.id, { assetId: station, form: { ...CHANGE, ...form } }, ACCOUNTANT);
  const leave = (form: Partial<LeavingForm> = {}) =>
    life().recordLeaving(village.id, { assetId: station, form: { ...SALE, ...form } }, ACCOUNTANT);
  const reverse = (entryId: string, postedOn = '2025-07-20') =>
    village.services.reversing.reverseVoucher(
      village.id,
      { entryId, reason: 'wrongAmount', postedOn },
      ACCOUNTANT,
    );
  const planned = async (): Promise<bigint[]> => {
    const plans = await village.services.depreciationRead.listPlans(village.id);
    return plans.flatMap(({ rows }) => rows.map(({ amount }) => amount));
  };
  const undistributed = async (pool: Pool): Promise<bigint> => {
    const moved = await village.services.books.listPoolMovements(village.id, pool);
    return moved.reduce(
      (sum, { flow, amount }) => sum + (flow === 'deducted' || flow === 'granted' ? -amount : amount),
      0n,
    );
  };
  const check = (): Promise<CheckResult> => village.services.check.checkBooks(village.id);

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    const { services, id } = village;
    const funds = [{ level: 'county', year: '2024', amount: '1000.00' }];
    station = await village.addStation({ acquiredOn: '2024-12-10', cost: '1000.00', funds });
    const further: OpeningLine[] = [
      { ledgerAccount: '151', side: 'debit', amount: 100_000n, pool: 'pv', assetId: station },
      { ledgerAccount: '311', side: 'credit', amount: 100_000n, pool: 'pv' },
    ];
    const bank = [{ pool: 'members' as const, amount: 20_000n }];
    await services.openings.recordShort(id, { on: '2025-01-01', bank, receivables: [], further }, ACCOUNTANT);
    const form = {
      ...{ basis: 'acquired', use: 'operating', fromMonth: '', months: '10', salvage: '0' },
      ...{ accumulated: '', paper: '' },
    };
    const lease = typedLease({ assetId: station });
    contract = (await services.leases.addLease(id, lease, ACCOUNTANT)).id;
    await services.depreciation.enterTerms(id, { assetId: station, form }, ACCOUNTANT);
    await book('2025-01');
    await book('2025-02');
  });
  afterAll(() => hand.close());

  it('takes an improvement into the months that are not booked, while its voucher stands', async () => {
    await expect(change({ amount: '200.01' })).rejects.toMatchObject({
      problems: [{ code: 'money.poolShort' }, { code: 'money.accountShort' }],
    });
    const { entryId } = await change();
    // 800.00 + 110.00 over the eight months left: 113.75 a month.
    expect(await planned()).toEqual([10_000n, 10_000n, ...Array.from({ length: 8 }, () => 11_375n)]);
    await reverse(entryId);
    expect(await planned()).toEqual(Array.from({ length: 10 }, () => 10_000n));
    improved = (await change({ amount: '80.00', months: '4', salvage: '480.00' })).entryId;
    expect(await planned()).toEqual([10_000n, 10_000n, 10_000n, 10_000n, 10_000n, 10_000n]);
    await book('2025-03');
    await expect(reverse(improved)).rejects.toMatchObject({
      code: 'assetLife.bookedSince',
      facts: { month: '2025-03' },
    });
  });

  it('has cost what the improvement cost, too, from its day on and out of whose money', async () => {
    const { services, id } = village;
    const [own] = await services.assets.listAssets(id);
    const before = { level: 'county', year: 2024, amount: 100_000n };
    const added = { level: 'own', year: 2024, amount: 8_000n };
    expect([own?.asset.cost, own?.funds]).toEqual([108_000n, [before, added]]);
    const sums = async (day: string) => {
      const { assets, funds } = await new CrossTabsService(opened.database).sumsOf([id], day);
      return [assets, funds].map((groups) => groups.map(({ count, sum }) => [count, sum]));
    };
    expect(await sums('2025-02-09')).toEqual([[[1, 100_000n]], [[1, 100_000n]]]);
    expect(await sums('2025-02-10')).toEqual([
      [[1, 108_000n]],
      [
        [1, 100_000n],
        [1, 8_000n],
      ],
    ]);
    expect(await sums('2024-12-09')).toEqual([[], []]);
  });

  it('is not sold before its last month is booked, nor for money it has not got', async () => {
    await expect(leave({ happenedOn: '2025-04-01' })).rejects.toMatchObject({
      problems: [{ code: 'assetLife.depreciationDue' }],
    });
    await expect(leave({ proceeds: '', costs: '0.01' })).rejects.toMatchObject({
      problems: [{ code: 'money.poolShort', facts: { pool: 'earmarked' } }],
    });
  });

  it('is not sold while income is booked for days after it', async () => {
    const rent = {
      ...{ assetId: station, stream: 'rent', payer: 'Li', coversFrom: '2025-03-01', amount: '1.00' },
      ...{ coversTo: '2025-04-01', dueOn: '2025-04-01', postedOn: '2025-04-01' },
    };
    const { voucher } = await village.services.income.recordIncomeDue(village.id, rent, ACCOUNTANT);
    expect(await refusals(leave())).toEqual(['assetLife.earnedBeyond happenedOn']);
    await reverse(voucher.entryId);
  });

  it('leaves every pool whole when it is sold, and the money where it is not distributed', async () => {
    const before = await undistributed('pv');
    sold = (await leave()).entryId;
    // 700.00 − 20.00
    expect([await undistributed('earmarked'), await undistributed('pv')]).toEqual([68_000n, before]);
    const stands = (await village.services.depreciationRead.listStands(village.id)).get(station);
    expect(stands?.map(({ pool, cost, accumulated }) => [pool, cost, accumulated])).toEqual([
      ['members', 0n, 0n],
      ['pv', 0n, 0n],
    ]);
    const tabs = new CrossTabsService(opened.database);
    const counted = async (day: string) => (await tabs.sumsOf([village.id], day)).assets.length;
    expect([await counted('2025-03-30'), await counted('2025-03-31')]).toEqual([1, 0]);
    const [gone] = await village.services.assets.listAssetsOn(village.id, '2025-03-31');
    expect(gone?.asset).toMatchObject({ leftOn: '2025-03-31', leftBy: 'sale', cost: 108_000n });
    const [still] = await village.services.assets.listAssetsOn(village.id, '2025-03-30');
    expect(still?.asset).not.toHaveProperty('leftOn');
    // 780.00 was left of it; 700.00 came in, 20.00 was spent. No reserve stands against the improvement.
    const left = await village.services.balances.listThrough(opened.database.reader, village.id, '2025-03');
    expect(left.filter(({ ledgerAccount }) => ['154', '515'].includes(ledgerAccount))).toEqual([
      { ledgerAccount: '515', pool: 'earmarked', amount: 2_909n },
      { ledgerAccount: '515', pool: 'members', amount: 7_091n },
    ]);
    expect(told(await check())).toEqual([]);
  });

  it('loses, earns and waits for nothing after the day it left', async () => {
    expect(await village.services.depreciationRead.listDue(village.id, '2025-12')).toEqual([]);
    expect(await refusals(change({ happenedOn: '2025-04-10' }))).toContain('assetLife.left ');
    expect(await refusals(village.settle(station, '2025-04', { kwh: 1000 }))).toContain(
      'settlement.afterAsset generationMonth',
    );
    const rent = {
      ...{ assetId: station, stream: 'rent', payer: 'Li', coversFrom: '2025-03-01', amount: '1.00' },
      ...{ coversTo: '2025-04-01', dueOn: '2025-04-01', postedOn: '2025-04-01' },
    };
    const due = village.services.income.recordIncomeDue(village.id, rent, ACCOUNTANT);
    expect(await refusals(due)).toEqual(['income.afterAsset coversTo']);
    const { services, id } = village;
    const asked = { leaseId: contract, form: { postedOn: '2025-04-01', attachments: '', fromAdvance: '' } };
    // 12,000.00 a year: 90 of 365 days, nothing of later ones, for the office and for the tenant alike.
    const due90 = { to: '2025-03-31', amount: 295_890n };
    const dues = async () => (await services.rents.requireStanding(id, { leaseId: contract })).dues;
    expect(await dues()).toMatchObject([{ ...due90, state: 'bookable' }]);
    const late = await services.arrears.listArrears(id, '2026-12-31');
    expect(late.map(({ outstanding }) => outstanding)).toEqual([295_890n]);
    const payment = { paymentFrom: '2025-01-01', paymentUpTo: '2026-01-01', receivedOn: '2025-04-01' };
    const form = { ...payment, amount: '24000.00', attachments: '' };
    const paid = services.rentDues.receivePayment(id, { leaseId: contract, form }, ACCOUNTANT);
    expect(await refusals(paid)).toEqual(['rent.abovePayments amount']);
    const renewal = { kind: 'renewal', effectiveOn: '', newLastOn: '2027-12-31', rent: '', reason: 'paper' };
    const changed = (wish: Partial<typeof renewal>) =>
      services.rentContracts.changeLease(
        id,
        { leaseId: contract, form: { ...renewal, ...wish } },
        ACCOUNTANT,
      );
    expect(await refusals(changed({}))).toEqual(['lease.afterAsset newLastOn']);
    const later = typedLease({
      assetId: station,
      leaseNumber: 'N',
      firstOn: '2028-01-01',
      lastOn: '2028-12-31',
    });
    const added = services.leases.addLease(id, later, ACCOUNTANT);
    expect(await refusals(added)).toEqual(['lease.afterAsset lastOn']);
    await changed({ kind: 'end', effectiveOn: '2025-03-31' });
    const { voucher } = await services.rentDues.bookDue(id, { ...asked, from: '2025-01-01' }, ACCOUNTANT);
    expect(await dues()).toMatchObject([{ ...due90, state: 'booked' }]);
    await reverse(voucher.entryId);
    const wants = await village.services.readiness.holdingProblems(
      opened.database.reader,
      village.id,
      '2025-05',
    );
    expect(wants.map(({ code }) => code)).not.toContain('months.slipMissing');
    const { entryId } = (
      await village.services.books.listVouchers(village.id, {
        first: '2025-02',
        last: '2025-02',
      })
    ).find(({ event }) => event === 'assets.depreciated') ?? { entryId: '' };
    await expect(reverse(entryId)).rejects.toMatchObject({ code: 'assetLife.leftSince' });
    await expect(reverse(improved)).rejects.toMatchObject({ code: 'assetLife.laterFirst' });
  });

  it('is found by the check where an event was changed by hand', async () => {
    hand = await Tampering.on(opened);
    await hand.keep();
    const kept = "WHERE kind = 'sale'";
    const differs = ['assetLife check.factDiffers'];
    const standing = ['register check.assetCostDiffers', 'register check.assetLossDiffers'];
    const cases: [sql: string, found: string[]][] = [
      [
        `UPDATE asset_events SET amount_fen = amount_fen + 1, proceeds_fen = 0, costs_fen = 1 ${kept}`,
        differs,
      ],
      [`UPDATE asset_events SET kind = 'auction' ${kept}`, ['assetLife check.factOther']],
      [`UPDATE asset_events SET happened_on = '2025-03-30' ${kept}`, ['assetLife check.factOther']],
      [`DELETE FROM asset_events ${kept}`, [...standing, 'assetLife check.lifeDiffers']],
    ];
    for (const [sql, found] of cases) {
      await hand.run(sql);
      expect(told(ownPasses(await check()))).toEqual(found);
      await hand.putBack();
    }
  });

  it('comes back with the reversal of its leaving', async () => {
    await reverse(sold);
    expect(await undistributed('earmarked')).toBe(0n);
    expect((await village.services.depreciationRead.listDue(village.id, '2025-04')).length).toBe(1);
    const scrapped = await leave({ way: 'scrap', proceeds: '', costs: '' });
    const { postings } = await village.services.books.requireEntry(village.id, scrapped.entryId);
    expect(new Set(postings.map(({ pool }) => pool))).toEqual(new Set(['members', 'pv']));
  });

  it('keeps its cost in the books while it is depreciated or something happened to it', async () => {
    const { services, id } = village;
    const funds = [{ level: 'own', year: '2025', amount: '120.00' }];
    const bought = { kind: 'machinery', name: 'saw', acquiredOn: '2025-01-10', cost: '120.00', funds };
    const saw = await village.addStation(bought);
    const { entryId: purchase } = await opened.database.inTransaction(id, (tx) =>
      services.ledger.post(tx, id, {
        ...{ event: 'test', summary: 'saw', source: { kind: 'test', id: 'saw' }, preparedBy: 'accountant' },
        ...{ postedOn: '2025-01-10', statementOn: '2025-01-10', aboutPeriod: '2025-01' },
        postings: [
          { ledgerAccount: '151', side: 'debit', amount: 12_000n, pool: 'members', assetId: saw },
          { ledgerAccount: '311', side: 'credit', amount: 12_000n, pool: 'members' },
        ],
      }),
    );
    const form = {
      ...{ basis: 'acquired', use: 'operating', fromMonth: '', months: '12', salvage: '0' },
      ...{ accumulated: '', paper: '' },
    };
    await services.depreciation.enterTerms(id, { assetId: saw, form }, ACCOUNTANT);
    const { entryId: february } = await book('2025-02');
    const facts = { asset: 'saw', month: '2025-02' };
    await expect(reverse(purchase)).rejects.toMatchObject({ code: 'assetLife.costDepreciated', facts });
    await reverse(february);
    const written = { ...CHANGE, kind: 'impairment', amount: '20.00', pool: '', paidFrom: '' };
    const { entryId: loss } = await life().recordChange(id, { assetId: saw, form: written }, ACCOUNTANT);
    const again = life().recordChange(id, { assetId: saw, form: written }, ACCOUNTANT);
    await expect(again).rejects.toMatchObject({ problems: [{ code: 'twice.samePaper' }] });
    const day = { asset: 'saw', day: '2025-02-10' };
    await expect(reverse(purchase)).rejects.toMatchObject({ code: 'assetLife.costInUse', facts: day });
    await reverse(loss);
    await reverse(purchase);
    const stands = (await services.depreciationRead.listStands(id)).get(saw);
    expect(stands).toEqual([{ pool: 'members', cost: 0n, accumulated: 0n }]);
  });
});
