import { LedgerReadService } from '../../src/features/ledger/ledger-read.service';
import { ManualVouchersService } from '../../src/features/ledger/manual-vouchers.service';
import { PaidGrantsService } from '../../src/features/distribution/paid-grants.service';
import { BooksCheckService } from '../../src/features/months/books-check.service';
import { VoucherStepsService } from '../../src/features/months/voucher-steps.service';
import { describeOnEachEngine } from '../support/engines';
import { hangThrough } from '../support/hung-sheet';
import { USUAL_ROUTE } from '../support/kit-routes';
import { typedLine, typedVoucher } from '../support/vouchers';
import { addVillage, openWith, startVillageApp, type VillageApp } from './api-village.fixture';

type Added = Awaited<ReturnType<typeof addVillage>>;
interface Decided {
  readonly path: string;
  readonly planId: string;
  readonly claimId: string;
}

/** What was paid before a debt arose, or on a later day, would pay it as soon as it is owed. */
describeOnEachEngine('a plan that is not approved grants nothing that is paid already', (_open, engine) => {
  let village: VillageApp;
  let added: Added;
  beforeAll(async () => {
    village = await startVillageApp(engine);
  });
  afterAll(() => village.close());

  const start = async (name: string): Promise<void> => {
    added = await addVillage(village, { name, routeId: USUAL_ROUTE });
    await openWith(village.app, added.id, 500_000n);
  };
  /** A plan of a quarter with 600.00 for a reward, decided on that day. */
  const decide = async (from: string, to: string, heldOn: string): Promise<Decided> => {
    const claim = { bucket: 'reward', forWhat: '奖励', beneficiaries: '3', unit: 'household' };
    const claims = [{ ...claim, targetGroup: 'lifted_out', amount: '600.00' }];
    const form = { pool: 'pv', from, to, reasons: {}, leftOverNote: '维修', claims };
    const planId = String((await added.accountant.post(`${added.books}/plans`, form)).body['id']);
    const path = `${added.books}/plans/${planId}`;
    const { digest } = (await added.accountant.post(`${path}/submit`, {})).body;
    const voted = { due: '30', present: '25', inFavour: '24', against: '0', abstained: '1' };
    await added.accountant.post(`${path}/meeting`, { heldOn, ...voted, stepPaper: 'minutes' });
    await village.officer.post(`${path}/review`, { outcome: 'passed', digest });
    const { lines } = (await added.accountant.get(path)).body as {
      lines: { claims: { id: string }[] }[];
    };
    return { planId, path, claimId: lines[0]?.claims[0]?.id ?? '' };
  };
  const grant = async ({ path, claimId }: Decided, grantedOn: string): Promise<unknown> => {
    const form = { claimId, grantedOn, wholeWhy: '按户发，没有名单，村里开会定的' };
    const { status, body } = await village.officer.post(`${path}/grants`, form);
    return status === 201 ? 'granted' : [status, body['code'], body['sentence']];
  };
  const post = (debit: string, credit: string, postedOn: string) => {
    const lines = [
      typedLine({ ledgerAccount: debit, debit: '600', pool: 'pv' }),
      typedLine({ ledgerAccount: credit, credit: '600', pool: 'pv' }),
    ];
    const hands = { preparedBy: 'wang', reviewedBy: 'li' };
    return village.app
      .get(ManualVouchersService)
      .postVoucher(added.id, typedVoucher({ postedOn, lines }), hands);
  };
  const reverse = (entryId: string, postedOn: string) =>
    village.app
      .get(VoucherStepsService)
      .reverseVoucher(added.id, { entryId, reason: 'bookedTwice', postedOn }, { by: 'wang' });
  const paid = async () =>
    (await village.app.get(PaidGrantsService).listGrants(added.id)).map(
      (each) => `${each.voucher.postedOn} ${String(each.paid)} of ${String(each.amount)}`,
    );
  const told =
    '方案还没有批准，账上却已经有 600.00 元先付了这一笔：是从前多付的，或者日期写在后面的付款。' +
    '先把那张付款的凭证对清，该冲销的冲销。';

  it('dated before a payment of another plan', async () => {
    await start('Back');
    const first = await decide('2025-01-01', '2025-03-31', '2025-07-05');
    const { app, clock } = village;
    await hangThrough({ app, clock, collectiveId: added.id, planId: first.planId });
    const second = await decide('2025-04-01', '2025-06-30', clock.today());
    clock.moveTo('2025-07-20');
    expect(await grant(first, '2025-07-20')).toBe('granted');
    await post('211', '102', '2025-07-20');
    const { length } = await app.get(LedgerReadService).requireChain(added.id);
    expect(await grant(second, '2025-07-15')).toEqual([409, 'grant.paidAhead', told]);
    expect((await app.get(LedgerReadService).requireChain(added.id)).length).toBe(length);
    expect(await paid()).toEqual(['2025-07-20 60000 of 60000']);
    // On a day on which it takes nothing it is granted, and waits.
    expect(await grant(second, '2025-07-20')).toBe('granted');
    expect(await paid()).toEqual(['2025-07-20 60000 of 60000', '2025-07-20 0 of 60000']);
    expect((await app.get(BooksCheckService).checkBooks(added.id)).breaks).toEqual([]);
  });

  it('paid ahead by a debt that was taken back', async () => {
    await start('Ahead');
    const madeUp = await post('102', '211', '2025-07-18');
    const payment = await post('211', '102', '2025-07-18');
    await reverse(madeUp.entryId, '2025-07-19');
    const plan = await decide('2025-01-01', '2025-03-31', '2025-07-20');
    expect(await grant(plan, '2025-07-20')).toEqual([409, 'grant.paidAhead', told]);
    await reverse(payment.entryId, '2025-07-20');
    expect(await grant(plan, '2025-07-20')).toBe('granted');
    expect(await paid()).toEqual(['2025-07-20 0 of 60000']);
  });
});
