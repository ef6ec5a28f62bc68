import { FormProblems } from '../../src/domain/shared/problem';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { addCashier, addPerson } from '../support/people';
import { setRoles } from '../support/roles';
import { Village } from '../support/village';
import { typedLine, typedVoucher } from '../support/vouchers';

const problemsOf = (refused: Promise<unknown>) =>
  refused.then(
    () => [],
    (error: unknown) => {
      if (!(error instanceof FormProblems)) throw error;
      return error.problems;
    },
  );

const codeOf = (act: Promise<unknown>): Promise<string> =>
  act.then(
    () => 'none',
    (error: unknown) => (error as { code: string }).code,
  );

describeOnEachEngine('vouchers signed when booked', (open) => {
  let opened: OpenDatabase;
  let village: Village;

  beforeEach(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.openWith(100_000n, 'members');
  });
  afterEach(() => opened.close());

  it('keep a month from sealing until another has looked each over', async () => {
    const { signatures } = village.services;
    const { entryId } = await village.services.manualVouchers.postVoucher(village.id, typedVoucher(), {
      preparedBy: 'ann',
      reviewedBy: 'ben',
    });
    expect(await signatures.reviewProblems(village.id, '2025-07')).toEqual([]);
    expect(await signatures.reviewProblems(village.id, '2025-01')).toEqual([
      {
        code: 'voucher.unreviewed',
        field: 'month',
        value: '2025-01',
        facts: { month: '2025-01', count: 1, vouchers: ['记-0001'] },
      },
    ]);
    await village.hold('2025-01');
    await addPerson(village.services.database, village.id, 'officer');
    const seal = () => village.services.months.sealMonth(village.id, '2025-01', { by: 'officer' });
    expect((await problemsOf(seal())).map(({ code }) => code)).toEqual(['voucher.unreviewed']);
    const review = { entryId, part: 'review' as const };
    await expect(signatures.signVoucher(village.id, review, { by: 'officer' })).rejects.toMatchObject({
      code: 'voucher.signedAlready',
    });
    await expect(signatures.reviewMonth(village.id, '2025-01', { by: 'accountant' })).rejects.toMatchObject({
      code: 'voucher.reviewedBySame',
    });
    expect(await signatures.reviewMonth(village.id, '2025-01', { by: 'officer' })).toEqual({
      signed: 1,
      left: 0,
    });
    expect(await signatures.reviewProblems(village.id, '2025-01')).toEqual([]);
    expect((await seal()).month).toBe('2025-01');
    const late = { entryId: (await village.vouchers())[0]?.entryId ?? '', part: 'cashier' as const };
    await expect(signatures.signVoucher(village.id, late, { by: 'officer' })).rejects.toMatchObject({
      code: 'voucher.signedAfterSeal',
    });
    await expect(signatures.reviewMonth(village.id, '2025-01', { by: 'officer' })).rejects.toMatchObject({
      code: 'voucher.nothingToReview',
    });
  });

  it('by a cashier only where money moves', async () => {
    const { signatures, manualVouchers } = village.services;
    const hands = { preparedBy: 'ann', reviewedBy: 'ben' };
    const paid = await manualVouchers.postVoucher(village.id, typedVoucher(), hands);
    const lines = [
      typedLine({ ledgerAccount: '513', debit: '5', pool: 'members' }),
      typedLine({ ledgerAccount: '121', credit: '5' }),
    ];
    const worn = await manualVouchers.postVoucher(village.id, typedVoucher({ lines }), hands);
    const by = await addCashier(village.services.users, village.id);
    const sign = (entryId: string, who: string, part: 'cashier' | 'review' = 'cashier') =>
      signatures.signVoucher(village.id, { entryId, part }, { by: who });
    await expect(sign(worn.entryId, by)).rejects.toMatchObject({ code: 'voucher.withoutMoney' });
    await expect(sign(paid.entryId, 'ann')).rejects.toMatchObject({ code: 'voucher.notCashier' });
    // A clock that was set back signs nothing before it was booked: the check would find it for ever.
    const now = village.services.clock.today();
    village.services.clock.moveTo('2025-01-01');
    await sign(paid.entryId, by);
    village.services.clock.moveTo(now);
    const { bookedAt } = await village.services.books.requireEntry(village.id, paid.entryId);
    await expect(sign(paid.entryId, by)).rejects.toMatchObject({ code: 'voucher.signedAlready' });
    const [opening] = await village.vouchers();
    await expect(sign(opening?.entryId ?? '', by, 'review')).rejects.toMatchObject({
      code: 'voucher.reviewedByCashier',
    });
    expect(await signatures.listSignatures(village.id, [paid.entryId])).toMatchObject([
      { part: 'cashier', signedBy: by, signedAt: bookedAt },
    ]);
  });

  it('by nobody as cashier through whose hands they went before he kept the money', async () => {
    const { signatures, manualVouchers, voucherDrafts, users } = village.services;
    const by = await addCashier(users, village.id);
    const [cashier] = (await users.requireUser(by)).roles;
    const asCashier = (is: boolean) =>
      setRoles(village.services, by, () => (is && cashier !== undefined ? [cashier] : []));
    const book = (preparedBy: string, reviewedBy: string) =>
      manualVouchers.postVoucher(village.id, typedVoucher(), { preparedBy, reviewedBy });
    const sign = ({ entryId }: { entryId: string }, part: 'cashier' | 'review', who = by) =>
      codeOf(signatures.signVoucher(village.id, { entryId, part }, { by: who }));
    const { id, digest } = await voucherDrafts.saveDraft(
      village.id,
      { form: typedVoucher() },
      { by: 'accountant' },
    );

    expect(await codeOf(book('ann', by))).toBe('voucher.reviewedByCashier');
    expect(await codeOf(voucherDrafts.reviewDraft(village.id, { id, digest }, { by }))).toBe(
      'voucher.reviewedByCashier',
    );
    await asCashier(false);
    const reviewed = await book('ann', by);
    const prepared = await book(by, 'ben');
    const other = await book('ann', 'ben');
    const [opening] = await village.vouchers();
    expect(await sign(opening ?? reviewed, 'review')).toBe('none');
    await voucherDrafts.reviewDraft(village.id, { id, digest }, { by });
    await asCashier(true);
    for (const voucher of [reviewed, prepared, opening ?? reviewed])
      expect(await sign(voucher, 'cashier')).toBe('voucher.cashierBySame');
    expect(await sign(other, 'cashier')).toBe('none');
    // What he reviewed as somebody else is not booked on his word while he keeps the money.
    expect(await codeOf(manualVouchers.postDraft(village.id, id, { by: 'accountant' }))).toBe(
      'voucher.reviewedByCashier',
    );
    const anew = (by: string) => codeOf(voucherDrafts.reviewDraft(village.id, { id, digest }, { by }));
    expect(await anew('accountant')).toBe('voucher.reviewedBySame');
    expect(await anew('officer')).toBe('none');
    expect(await anew('ben')).toBe('voucher.notNow');
    expect(await codeOf(manualVouchers.postDraft(village.id, id, { by: 'accountant' }))).toBe('none');
  });

  it('by nobody as reviewer who was their cashier', async () => {
    const { signatures, users } = village.services;
    const by = await addCashier(users, village.id);
    const [opening] = await village.vouchers();
    const entryId = opening?.entryId ?? '';
    await signatures.signVoucher(village.id, { entryId, part: 'cashier' }, { by });
    await setRoles(village.services, by, () => []);
    expect(await codeOf(signatures.signVoucher(village.id, { entryId, part: 'review' }, { by }))).toBe(
      'voucher.reviewedByCashier',
    );
    expect(await codeOf(signatures.reviewMonth(village.id, '2025-01', { by }))).toBe(
      'voucher.reviewedBySame',
    );
  });
});
