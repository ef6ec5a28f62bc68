import { FormProblems } from '../../src/domain/shared/problem';
import { PoolBalancesService } from '../../src/features/ledger/pool-balances.service';
import { PromisedMoneyService } from '../../src/features/ledger/promised-money.service';
import { MemberSharesService } from '../../src/features/uses/member-shares.service';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
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
    const { database, ledger, clock } = village.services;
    const promises = new PromisedMoneyService(database);
    shares = new MemberSharesService(database, ledger, new PoolBalancesService(), promises, clock);
    await village.openWith(500_000n);
  });

  const give = (amount: string, pool: 'pv' | 'earmarked' = 'pv') =>
    shares.giveShares(village.id, { pool, amount, postedOn: TODAY }, ACCOUNTANT);
  const pay = (amount: string) =>
    shares.payShares(village.id, { pool: 'pv', amount, postedOn: TODAY }, ACCOUNTANT);
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

  it('is paid as it was given, whatever single members owe', async () => {
    const lines = [
      typedLine({ ledgerAccount: '113', debit: '300.00', pool: 'pv', counterparty: 'Li Si' }),
      typedLine({ ledgerAccount: '102', credit: '300.00' }),
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

  it('names the year whose surplus it is', async () => {
    const { entryId } = await give('1.00');
    const { summary } = await village.services.books.requireEntry(village.id, entryId);
    expect(summary).toContain('2024');
  });
});
