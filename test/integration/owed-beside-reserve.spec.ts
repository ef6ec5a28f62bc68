import { undistributedOn } from '../../src/domain/ledger/pool-movements';
import { LedgerCheckService } from '../../src/features/ledger/ledger-check.service';
import { ReservesService } from '../../src/features/ledger/reserves.service';
import { expectSoundBooks } from '../books/invariants';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { seedRegisters } from '../support/seed-registers';
import { ACCOUNTANT, claimOf, Village } from '../support/village';
import { codesOf } from './leases.fixture';

/** 1,000.00 of the station's pool in the bank; one village sets 100.00 of it aside, the other none. */
describeOnEachEngine('a cost that is owed beside a reserve', (open) => {
  let opened: OpenDatabase;
  let kept: Village;
  let bare: Village;
  let reserves: ReservesService;
  let reserveId: string;

  beforeAll(async () => {
    opened = await open();
    [kept, bare] = [
      await Village.start(opened.database),
      await Village.start(opened.database, { name: 'B' }),
    ];
    for (const each of [kept, bare]) await each.openWith(100_000n);
    const { database, clock } = kept.services;
    reserves = new ReservesService(database, clock, new LedgerCheckService(seedRegisters().charts));
    const set = { pool: 'pv', reservePurpose: 'inverters', amount: '100.00', paper: 'meeting 3' };
    ({ id: reserveId } = await reserves.setAside(kept.id, { ...set, reservedOn: '2025-06-30' }, ACCOUNTANT));
  });
  afterAll(() => opened.close());

  const bill = (village: Village, amount: string, wish: object = {}) =>
    village.services.deductions.recordDeduction(
      village.id,
      {
        ...{ kind: 'insurance', name: amount, postedOn: '2025-07-05', amount, reason: 'storm' },
        ...{ settling: 'owed', creditor: 'builders', ...wish },
      },
      ACCOUNTANT,
    );
  const pay = async (village: Village, amount: string, paidOn = '2025-07-10') => {
    const [owed] = await village.services.costPayments.listOwed(village.id);
    const asked = { deductionId: owed?.deductionId ?? '', form: { paidOn, amount } };
    return village.services.costPayments.payCost(village.id, asked, ACCOUNTANT);
  };
  const leftOf = async (village: Village): Promise<bigint> =>
    undistributedOn(await village.services.books.listPoolMovements(village.id, 'pv'), '2025-07-20');
  const standing = async (): Promise<bigint[]> =>
    (await reserves.listTold(kept.id, 'pv')).map(({ amount, releases }) =>
      releases.reduce((left, each) => left - each.amount, amount),
    );

  it('is entered as it is without one: the pool is carried below zero, the reserve stands', async () => {
    // Paid at once it would take what is set aside.
    const paid = { settling: 'bank', creditor: '' };
    expect(await codesOf(bill(kept, '900.01', paid))).toEqual(['money.reserved']);
    for (const each of [kept, bare]) await bill(each, '3000.55');
    expect([await leftOf(kept), await leftOf(bare)]).toEqual([-200_055n, -200_055n]);
    expect(await standing()).toEqual([10_000n]);
    await expectSoundBooks(kept);
  });

  it('is paid up to what is set aside, not a fen beyond, and without a reserve to the last', async () => {
    expect(await codesOf(pay(kept, '900.01'))).toEqual(['money.reserved']);
    await pay(kept, '900.00');
    expect(await codesOf(pay(kept, '0.01'))).toEqual(['money.reserved']);
    await pay(bare, '1000.00');
    expect(await codesOf(pay(bare, '0.01'))).toEqual(['money.poolShort', 'money.accountShort']);
    expect(await standing()).toEqual([10_000n]);
    expect([await leftOf(kept), await leftOf(bare)]).toEqual([-200_055n, -200_055n]);
    await expectSoundBooks(kept);
  });

  it('is paid out of it once it is released, as far as it is', async () => {
    const back = { releaseAmount: '40.00', releasedOn: '2025-07-12', releaseReason: 'the storm' };
    await reserves.release(kept.id, { reserveId, ...back }, ACCOUNTANT);
    expect(await codesOf(pay(kept, '40.00', '2025-07-11'))).toEqual(['money.reserved']);
    expect(await codesOf(pay(kept, '40.01', '2025-07-12'))).toEqual(['money.reserved']);
    await pay(kept, '40.00', '2025-07-12');
    expect(await standing()).toEqual([6_000n]);
    const { breaks } = await kept.services.check.checkBooks(kept.id);
    expect(breaks).toEqual([]);
  });

  it('leaves nothing to split in either, and more that is owed is carried as well', async () => {
    for (const each of [kept, bare]) await bill(each, '0.01', { name: 'nail', postedOn: '2025-07-13' });
    expect([await leftOf(kept), await leftOf(bare)]).toEqual([-200_056n, -200_056n]);
    const period = { from: '2025-01-01', to: '2025-07-20' };
    for (const each of [kept, bare]) expect(await codesOf(each.draft([claimOf(1n)], period))).not.toEqual([]);
  });
});
