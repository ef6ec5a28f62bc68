import { draftDigest } from '../../src/features/ledger/voucher-drafts.service';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { Tampering } from '../support/tampering';
import { ACCOUNTANT, Village } from '../support/village';
import { typedVoucher } from '../support/vouchers';

const ANOTHER = { ...ACCOUNTANT, by: 'township' };

describeOnEachEngine('a draft of a voucher is on record', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let hand: Tampering;
  let voided: string;

  const found = async () => {
    const { breaks } = await village.services.check.checkBooks(village.id);
    return breaks.map(({ code, facts }) => `${code} ${String(facts['table'] ?? '')}`.trim());
  };

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.openWith(100_000n, 'members');
    const { voucherDrafts, manualVouchers } = village.services;
    const save = (summary: string, id?: string) =>
      voucherDrafts.saveDraft(
        village.id,
        { form: typedVoucher({ postedOn: '2025-02-03', summary }), ...(id === undefined ? {} : { id }) },
        ACCOUNTANT,
      );
    // One that is given up, changed before; one on its way; one that was looked over; one that was booked.
    voided = (await save('paper')).id;
    await save('more paper', voided);
    await voucherDrafts.voidDraft(village.id, voided, ACCOUNTANT);
    await save('under way');
    for (const summary of ['reviewed', 'booked']) {
      const { id, digest } = await save(summary);
      await voucherDrafts.reviewDraft(village.id, { id, digest }, ANOTHER);
      if (summary === 'booked') await manualVouchers.postDraft(village.id, id, ACCOUNTANT);
    }
    hand = await Tampering.on(opened);
    await hand.keep();
  });
  afterEach(() => hand.putBack());
  afterAll(() => hand.close());

  it('at every step of its way', async () => {
    const states = await hand.rows('SELECT state FROM voucher_drafts ORDER BY state');
    expect(states.map(({ state }) => state)).toEqual(['drafted', 'posted', 'reviewed', 'voided']);
    expect(await found()).toEqual([]);
  });

  it.each([
    ['state', "'drafted'"],
    ['form', "replace(form, 'more paper', 'less paper')"],
    ['digest', "'x'"],
    ['prepared_by', "'somebody'"],
    ['saved_at', "'2025-01-01T00:00:00.000Z'"],
    ['reviewed_by', "'somebody'"],
    ['reviewed_at', "'2025-01-01T00:00:00.000Z'"],
    ['corrects_id', "'x'"],
  ])('once given up, so that %s changed by hand is found', async (column, value) => {
    await hand.run(`UPDATE voucher_drafts SET ${column} = ${value} WHERE id = '${voided}'`);
    expect(await found()).toEqual(['check.rowChanged voucher_drafts']);
  });

  it('and found to be gone where it was taken away, whatever it had come to', async () => {
    await hand.run(`DELETE FROM voucher_drafts WHERE id = '${voided}'`);
    expect(await found()).toEqual(['check.rowGone voucher_drafts']);
    await hand.run("DELETE FROM voucher_drafts WHERE state = 'drafted'");
    expect(await found()).toEqual(Array(2).fill('check.rowGone voucher_drafts'));
  });

  it('and so holds no number of a person', async () => {
    const form = typedVoucher({ postedOn: '2025-02-03', summary: 'paper 341281199001011234' });
    await expect(
      village.services.voucherDrafts.saveDraft(village.id, { form }, ACCOUNTANT),
    ).rejects.toMatchObject({ problems: [{ code: 'form.privateNumber', field: 'summary' }] });
    expect(await hand.rows("SELECT id FROM voucher_drafts WHERE form LIKE '%341281%'")).toEqual([]);
  });

  it('so that what a reviewer gave is booked as he gave it, and nothing that he did not give', async () => {
    const post = async (id: string) => {
      const booked = village.services.manualVouchers.postDraft(village.id, id, ACCOUNTANT);
      await expect(booked).rejects.toMatchObject({ code: 'voucher.draftChanged' });
    };
    const idOf = async (state: string) => {
      const [row] = await hand.rows(`SELECT id FROM voucher_drafts WHERE state = '${state}'`);
      return String(row?.['id']);
    };
    const [reviewed, drafted] = [await idOf('reviewed'), await idOf('drafted')];
    const { form } = await village.services.voucherDrafts.requireDraft(village.id, reviewed);
    const dearer = { ...form, summary: 'gold' };
    const text = JSON.stringify(dearer).replaceAll("'", "''");
    const digest = draftDigest(dearer);
    await hand.run(
      `UPDATE voucher_drafts SET form = '${text}', digest = '${digest}' WHERE id = '${reviewed}'`,
    );
    await hand.run(
      `UPDATE voucher_drafts SET state = 'reviewed', reviewed_by = 'township',
       reviewed_at = '2025-02-04T00:00:00.000Z' WHERE id = '${drafted}'`,
    );
    await post(reviewed);
    await post(drafted);
    const voiding = village.services.voucherDrafts.voidDraft(village.id, reviewed, ACCOUNTANT);
    await expect(voiding).rejects.toMatchObject({ code: 'voucher.draftChanged' });
    expect(await found()).toEqual(Array(2).fill('check.rowChanged voucher_drafts'));
    await hand.putBack();
    await village.services.manualVouchers.postDraft(village.id, reviewed, ACCOUNTANT);
  });
});
