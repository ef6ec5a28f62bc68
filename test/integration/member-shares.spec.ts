import { FormProblems } from '../../src/domain/shared/problem';
import type { MemberSharesService } from '../../src/features/uses/member-shares.service';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { sharesOn } from '../support/reversible-facts';
import { ACCOUNTANT, claimOf, OFFICER, Village } from '../support/village';
import { typedLine, typedVoucher } from '../support/vouchers';

const TODAY = '2025-07-20';
const HANDS = { preparedBy: ACCOUNTANT.by, reviewedBy: OFFICER.by };

/** Code and facts of what was refused; nothing where it was done. */
const refusalOf = (asked: Promise<unknown>) =>
  asked.then(
    () => undefined,
    (error: unknown) => {
      if (!(error instanceof FormProblems)) throw error;
      return error.problems.map(({ code, facts }) => ({
        code,
        most: facts?.['most'],
        owed: facts?.['owed'],
      }));
    },
  );

describeOnEachEngine('the members’ share of a surplus', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let shares: MemberSharesService;

  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  beforeEach(async () => {
    village = await Village.start(opened.database);
    shares = sharesOn(village.services);
    await village.openWith(500_000n);
  });

  const give = (amount: string, pool: 'pv' | 'members' | 'earmarked' = 'pv', postedOn = TODAY) =>
    shares.giveShares(village.id, { pool, amount, postedOn }, ACCOUNTANT);
  const pay = (amount: string, postedOn = TODAY) =>
    shares.payShares(village.id, { pool: 'pv', amount, postedOn }, ACCOUNTANT);
  const pv = async () => (await shares.listStates(village.id)).find(({ pool }) => pool === 'pv');

  it('leaves what an approved plan has promised', async () => {
    await village.approvedPlan([claimOf(300_000n)]);
    expect(await pv()).toMatchObject({ surplus: 500_000n, free: 200_000n, owed: 0n });
    expect(await refusalOf(give('2000.01'))).toEqual([{ code: 'uses.shareAbovePool', most: 200_000n }]);
    await give('2000.00');
    expect(await pv()).toMatchObject({ surplus: 300_000n, free: 0n, owed: 200_000n });
  });

  it('is never taken of money for a purpose', async () => {
    expect(await refusalOf(give('0.01', 'earmarked'))).toMatchObject([{ code: 'uses.shareOfEarmarked' }]);
    expect((await shares.listStates(village.id)).map(({ pool }) => pool)).not.toContain('earmarked');
  });

  it('is paid as it was given, whatever single members owe or are owed by hand', async () => {
    const lines = [
      typedLine({ ledgerAccount: '113', debit: '300.00', pool: 'pv', counterparty: 'Li Si' }),
      typedLine({ ledgerAccount: '113', credit: '200.00', pool: 'pv' }),
      typedLine({ ledgerAccount: '102', credit: '100.00' }),
    ];
    const { counterparties, manualVouchers } = village.services;
    await counterparties.addCounterparty(village.id, { kind: 'person', name: 'Li Si' }, ACCOUNTANT);
    await manualVouchers.postVoucher(village.id, typedVoucher({ lines, postedOn: TODAY }), HANDS);
    expect(await pv()).toMatchObject({ owed: 0n });
    await give('1000.00');
    expect(await pv()).toMatchObject({ owed: 100_000n });
    expect(await refusalOf(pay('1000.01'))).toMatchObject([{ code: 'uses.shareNotOwed', owed: 100_000n }]);
    await pay('1000.00');
    expect(await pv()).toMatchObject({ owed: 0n });
  });

  it('is taken and paid once, whatever day is written on it', async () => {
    await give('5000.00', 'pv', '2025-07-19');
    expect(await refusalOf(give('0.01', 'pv', '2025-02-12'))).toMatchObject([
      { code: 'uses.shareAboveSurplus', most: 0n },
    ]);
    expect(await refusalOf(pay('5000.00', '2025-07-18'))).toMatchObject([{ owed: 0n }]);
    const paid = await pay('3000.00');
    expect(await refusalOf(pay('2000.01', '2025-07-19'))).toMatchObject([{ owed: 200_000n }]);
    await village.reverse(paid.entryId);
    expect(await pv()).toMatchObject({ owed: 500_000n });
  });

  it('goes back after its payment, not before', async () => {
    const given = await give('1000.00', 'pv', '2025-07-19');
    const paid = await pay('400.00');
    await expect(village.reverse(given.entryId)).rejects.toMatchObject({
      ...{ code: 'uses.sharePaid', facts: { paid: 40_000n } },
    });
    await village.reverse(paid.entryId);
    await village.reverse(given.entryId);
    expect(await pv()).toMatchObject({ surplus: 500_000n, owed: 0n });
  });

  it('names the last year whose closing brought the pool a surplus', async () => {
    village.services.clock.moveTo('2026-01-10');
    const lines = [
      typedLine({ ledgerAccount: '102', debit: '800.00', pool: 'members' }),
      typedLine({ ledgerAccount: '504', credit: '800.00', pool: 'members' }),
    ];
    const { manualVouchers, books, yearEnd } = village.services;
    await manualVouchers.postVoucher(village.id, typedVoucher({ lines, postedOn: '2025-11-20' }), HANDS);
    const sharedOf = async (pool: 'pv' | 'members', postedOn: string) => {
      const { entryId } = await give('1.00', pool, postedOn);
      const { summary } = await books.requireEntry(village.id, entryId);
      return summary.replaceAll(/\D/gu, '');
    };
    expect(await sharedOf('pv', TODAY)).toBe('2024');
    for (let month = 1; month <= 11; month += 1) {
      await village.hold(`2025-${String(month).padStart(2, '0')}`);
    }
    expect(await sharedOf('pv', '2025-12-31')).toBe('2024');
    expect(await sharedOf('pv', '2026-01-10')).toBe('2024');
    for (const step of ['income', 'surplus'] as const) {
      await yearEnd.closeStep(
        { collectiveId: village.id, year: 2025 },
        { step, explanation: '' },
        ACCOUNTANT,
      );
    }
    expect(await sharedOf('members', '2026-01-10')).toBe('2025');
    expect(await sharedOf('pv', '2026-01-10')).toBe('2024');
  });
});
