import { createHash } from 'node:crypto';
import { chainHash } from '../../src/domain/ledger/hash-chain';
import type { ManualLineForm } from '../../src/domain/ledger/manual-lines';
import { FormProblems } from '../../src/domain/shared/problem';
import { draftDigest } from '../../src/features/ledger/voucher-drafts.service';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { openBooks } from '../support/books';
import { addCashier } from '../support/people';
import { ownPasses, Tampering } from '../support/tampering';
import { Village } from '../support/village';
import { typedLine, typedVoucher } from '../support/vouchers';

const ANN = { by: 'ann' };
const BEN = { by: 'ben' };

const problemsOf = (refused: Promise<unknown>) =>
  refused.then(
    () => [],
    (error: unknown) => {
      if (!(error instanceof FormProblems)) throw error;
      return error.problems;
    },
  );

describeOnEachEngine('vouchers written by hand', (open) => {
  let opened: OpenDatabase;
  let village: Village;

  beforeEach(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.openWith(100_000n, 'members');
  });
  afterEach(() => opened.close());

  /** A draft of Ann's that Ben has looked over. */
  async function reviewed(form = typedVoucher()): Promise<string> {
    const { id, digest } = await village.services.voucherDrafts.saveDraft(village.id, { form }, ANN);
    await village.services.voucherDrafts.reviewDraft(village.id, { id, digest }, BEN);
    return id;
  }

  const countOf = async () => (await village.vouchers()).length;

  it('go from one hand to the next into the books', async () => {
    const id = await reviewed();
    const { entryId } = await village.services.manualVouchers.postDraft(village.id, id, ANN);
    const voucher = await village.services.books.requireEntry(village.id, entryId);
    expect(voucher).toMatchObject({
      event: 'ledger.manual',
      preparedBy: 'ann',
      reviewedBy: 'ben',
      postedBy: 'ann',
      attachments: 1,
      source: { kind: 'manual', id },
      canonical: 2,
    });
    expect(await village.services.voucherDrafts.requireDraft(village.id, id)).toMatchObject({
      state: 'posted',
      entryId,
    });
    expect(await village.services.voucherDrafts.listDrafts(village.id)).toEqual([]);
  });

  it('stay what their draft says: who rewrites one leaves the other', async () => {
    const id = await reviewed();
    await village.services.manualVouchers.postDraft(village.id, id, ANN);
    const found = async () =>
      ownPasses(await village.services.check.checkBooks(village.id)).breaks.map(({ code }) => code);
    expect(await found()).toEqual([]);
    const form = typedVoucher({ summary: 'another purpose' });
    const tampering = await Tampering.on(opened);
    await tampering.run(
      `UPDATE voucher_drafts SET form = '${JSON.stringify(form)}', digest = '${draftDigest(form)}'`,
    );
    expect(await found()).toEqual(['check.draftDiffers']);
    await tampering.close();
  });

  it('keep the hash they were booked with: who rewrites the chain to its end leaves the draft', async () => {
    const id = await reviewed();
    await village.services.manualVouchers.postDraft(village.id, id, ANN);
    const [last] = (await village.vouchers()).filter(({ source }) => source.id === id);
    if (last === undefined) throw new Error('the draft was booked');
    const { voucherYear: year, voucherNumber: number, chainPosition: position, ...facts } = last;
    const chained = { ...facts, collectiveId: village.id, position, voucher: { year, number } };
    const rewritten = { ...chained, attachments: 3 };
    const head = chainHash(facts.previousHash, rewritten, (text) =>
      createHash('sha256').update(text, 'utf8').digest('hex'),
    );
    const tampering = await Tampering.on(opened);
    await tampering.run(
      `UPDATE ledger_entries SET attachments = 3, hash = '${head}' WHERE source_id = '${id}'`,
      `UPDATE collective_books SET chain_head = '${head}'`,
    );
    const { breaks } = ownPasses(await village.services.check.checkBooks(village.id));
    expect(breaks.map(({ code, at }) => [code, at.position])).toEqual([['check.draftDiffers', position]]);
    await tampering.close();
  });

  it('are kept as typed while they are wrong, and reviewed only when right', async () => {
    const form = typedVoucher({ summary: '', lines: [typedLine({ ledgerAccount: '999' })] });
    const { voucherDrafts } = village.services;
    const { id, digest } = await voucherDrafts.saveDraft(village.id, { form }, ANN);
    expect((await voucherDrafts.requireDraft(village.id, id)).form).toEqual(form);
    expect((await problemsOf(voucherDrafts.reviewDraft(village.id, { id, digest }, BEN))).length).toBe(5);
    expect((await voucherDrafts.requireDraft(village.id, id)).state).toBe('drafted');
  });

  it('lose their review with any change', async () => {
    const id = await reviewed();
    const { voucherDrafts, manualVouchers } = village.services;
    await voucherDrafts.saveDraft(village.id, { id, form: typedVoucher({ attachments: '2' }) }, ANN);
    const refused = { code: 'voucher.notNow' };
    await expect(manualVouchers.postDraft(village.id, id, ANN)).rejects.toMatchObject(refused);
    const seen = { id, digest: draftDigest(typedVoucher()) };
    const changed = { code: 'voucher.draftChanged' };
    await expect(voucherDrafts.reviewDraft(village.id, seen, BEN)).rejects.toMatchObject(changed);
  });

  describe('refuse', () => {
    it('the reviewer who wrote it', async () => {
      const { id, digest } = await village.services.voucherDrafts.saveDraft(
        village.id,
        { form: typedVoucher() },
        ANN,
      );
      const refused = village.services.voucherDrafts.reviewDraft(village.id, { id, digest }, ANN);
      await expect(refused).rejects.toMatchObject({ code: 'voucher.reviewedBySame' });
    });

    it('the reviewer who books it', async () => {
      const refused = village.services.manualVouchers.postDraft(village.id, await reviewed(), BEN);
      await expect(refused).rejects.toMatchObject({ code: 'voucher.reviewedBySame' });
      expect(await countOf()).toBe(1);
    });

    it('a cashier who books it', async () => {
      const by = await addCashier(village.services.users, village.id);
      const refused = village.services.manualVouchers.postDraft(village.id, await reviewed(), { by });
      await expect(refused).rejects.toMatchObject({ code: 'voucher.postedByCashier' });
    });

    it('to be changed by another, or once voided', async () => {
      const { voucherDrafts } = village.services;
      const { id } = await voucherDrafts.saveDraft(village.id, { form: typedVoucher() }, ANN);
      const save = (by: { by: string }) =>
        voucherDrafts.saveDraft(village.id, { id, form: typedVoucher() }, by);
      await expect(save(BEN)).rejects.toMatchObject({ code: 'voucher.draftOfOther' });
      await voucherDrafts.voidDraft(village.id, id, ANN);
      await expect(save(ANN)).rejects.toMatchObject({ code: 'voucher.notNow' });
    });

    it('a held month, and the draft is still there', async () => {
      await village.hold('2025-01');
      const id = await reviewed(typedVoucher({ postedOn: '2025-01-31' }));
      const refused = village.services.manualVouchers.postDraft(village.id, id, ANN);
      await expect(refused).rejects.toMatchObject({ code: 'period.held' });
      expect((await village.services.voucherDrafts.requireDraft(village.id, id)).state).toBe('reviewed');
      await village.services.voucherDrafts.voidDraft(village.id, id, ANN);
      await village.seal('2025-01');
      const late = { form: typedVoucher({ postedOn: '2025-01-31' }) };
      const draft = await village.services.voucherDrafts.saveDraft(village.id, late, ANN);
      const kept = await village.services.voucherDrafts.requireDraft(village.id, draft.id);
      expect(await village.services.voucherDrafts.problemsOf(kept)).toMatchObject([
        { code: 'voucher.monthSealed', field: 'postedOn', facts: { month: '2025-01' } },
      ]);
    });

    it('what sets an asset apart from the register, or takes what is not there', async () => {
      const assetId = await village.addStation({
        ...{ acquiredOn: '2025-06-01', cost: '500.00' },
        funds: [{ level: 'county', year: '2025', amount: '500.00' }],
      });
      const post = (debit: Partial<ManualLineForm>, credit: Partial<ManualLineForm>) => {
        const lines = [typedLine({ ...debit, pool: 'members' }), typedLine(credit)];
        const hands = { preparedBy: 'ann', reviewedBy: 'ben' };
        return village.services.manualVouchers.postVoucher(village.id, typedVoucher({ lines }), hands);
      };
      const buy = (amount: string) =>
        post({ ledgerAccount: '151', debit: amount, assetId }, { ledgerAccount: '102', credit: amount });
      const codes = async (refused: Promise<unknown>) => (await problemsOf(refused)).map(({ code }) => code);
      expect(await codes(buy('499.99'))).toEqual(['voucher.registerCost']);
      await buy('500.00');
      expect(await codes(buy('500.00'))).toEqual(['voucher.registerCost']);
      const loss = { ledgerAccount: '322', credit: '0.01' };
      expect(await codes(post({ ledgerAccount: '311', debit: '0.01' }, loss))).toEqual([
        ...['voucher.reserveShort', 'voucher.reserveAboveLoss'],
      ]);
      expect(ownPasses(await village.services.check.checkBooks(village.id)).breaks).toEqual([]);
    });
  });

  it('are booked once when two post them at once', async () => {
    const id = await reviewed();
    const post = (by: string) => village.services.manualVouchers.postDraft(village.id, id, { by });
    const outcomes = await Promise.allSettled([post('ann'), post('cora'), post('ann')]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await countOf()).toBe(2);
  });

  it('are booked once under one key', async () => {
    const id = await reviewed();
    const post = () =>
      village.services.manualVouchers.postDraft(village.id, id, { by: 'ann', key: 'key-0001' });
    expect(await post()).toEqual(await post());
    const hands = { preparedBy: 'ann', reviewedBy: 'ben', key: 'key-0002' };
    const whole = () => village.services.manualVouchers.postVoucher(village.id, typedVoucher(), hands);
    expect(await whole()).toEqual(await whole());
    expect(await countOf()).toBe(3);
  });

  it('in one go keep the same rules', async () => {
    const { manualVouchers } = village.services;
    const same = { preparedBy: 'ann', reviewedBy: 'ann' };
    await expect(manualVouchers.postVoucher(village.id, typedVoucher(), same)).rejects.toMatchObject({
      code: 'voucher.reviewedBySame',
    });
    const hands = { preparedBy: 'ann', reviewedBy: 'ben' };
    const form = typedVoucher({ postedOn: '' });
    expect(await problemsOf(manualVouchers.postVoucher(village.id, form, hands))).toEqual([
      { code: 'form.missing', field: 'postedOn' },
    ]);
    expect(await countOf()).toBe(1);
  });

  it('name counterparties by an id, whatever they are called later', async () => {
    const { counterparties, manualVouchers, books } = village.services;
    const { id } = await counterparties.addCounterparty(village.id, { kind: 'person', name: 'Li' }, ANN);
    const form = typedVoucher({
      lines: [
        typedLine({ ledgerAccount: '513', debit: '5', pool: 'members' }),
        typedLine({ ledgerAccount: '211', credit: '5', counterparty: 'Li' }),
      ],
    });
    const hands = { preparedBy: 'ann', reviewedBy: 'ben' };
    const { entryId } = await manualVouchers.postVoucher(village.id, form, hands);
    expect((await books.requireEntry(village.id, entryId)).postings[1]?.counterparty).toBe(id);
    await counterparties.changeCounterparty(village.id, { id, kind: 'person', name: 'Li Ming' }, ANN);
    expect((await counterparties.listNames(village.id)).nameOf(id)).toBe('Li Ming');
    const again = counterparties.addCounterparty(village.id, { kind: 'crowd', name: 'Li Ming' }, ANN);
    expect((await problemsOf(again)).map(({ code }) => code)).toEqual([
      'form.notAllowed',
      'voucher.counterpartyTaken',
    ]);
  });

  it('one person is never accountant and cashier of one village', async () => {
    const roles = (['accountant', 'cashier'] as const).map((role) => ({ role, collectiveId: village.id }));
    const user = {
      username: 'both',
      displayName: 'both',
      password: 'password-1',
      officeId: village.id,
      roles,
    };
    expect(await problemsOf(village.services.users.createUser(user))).toEqual([
      { code: 'users.cashierAndBookkeeper', field: 'roles' },
    ]);
    await openBooks(village.services.database, 'other');
    const elsewhere = [{ role: 'cashier' as const, collectiveId: 'other' }, ...roles.slice(0, 1)];
    await village.services.users.createUser({ ...user, roles: elsewhere });
  });
});
