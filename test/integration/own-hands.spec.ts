import { FormProblems } from '../../src/domain/shared/problem';
import { AccountPersonsService } from '../../src/features/users/account-persons.service';
import { identityOf } from '../support/dividends';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { keysOf } from '../support/members';
import { addPerson } from '../support/people';
import { ACCOUNTANT, claimOf, Village } from '../support/village';
import { typedVoucher } from '../support/vouchers';

const COUNTS = { due: '40', present: '40', inFavour: '40', against: '0', abstained: '0' };
const ELSE = { by: 'somebody-else' };

const codesOf = (act: Promise<unknown>): Promise<string[]> =>
  act.then(
    () => [],
    (error: unknown) =>
      error instanceof FormProblems
        ? error.problems.map(({ code }) => code)
        : [(error as { readonly code: string }).code],
  );

/** The village's accountant, and another account that is somebody of the office. */
describeOnEachEngine('nobody looks over his own work under another account', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let other: { by: string };

  beforeEach(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await addPerson(opened.database, village.id, ACCOUNTANT.by);
    other = { by: await alsoIs('other', 'township') };
  });
  afterEach(() => opened.close());

  const isOnePerson = async (...accounts: string[]) => {
    const { clock, collectives } = village.services;
    const persons = new AccountPersonsService(opened.database, clock, keysOf(), collectives);
    const said = { identity: identityOf(3), why: null, by: ELSE.by };
    for (const userId of accounts)
      await opened.database.inTransaction(village.id, (tx) =>
        persons.insert(tx, { officeId: village.id, userId }, said),
      );
  };
  const alsoIs = (userId: string, role: 'township' | 'cashier') =>
    village.services.users.createUser({
      ...{ username: userId, displayName: userId, password: 'password-1', officeId: village.id },
      roles: [{ role, collectiveId: village.id }],
    });

  async function submitted(): Promise<string> {
    await village.openWith(500_000n);
    const { id } = await village.draft([claimOf(1_000n)]);
    await village.submit(id);
    const form = { heldOn: village.services.clock.today(), stepPaper: 'minutes', ...COUNTS };
    await village.services.deciding.recordMeeting(village.id, id, { form, command: ELSE });
    return id;
  }

  it('approves no plan that he drafted', async () => {
    const id = await submitted();
    await isOnePerson(ACCOUNTANT.by, other.by);
    expect(await codesOf(village.review(id, other))).toEqual(['approvals.ownDraft']);
    expect(await village.review(id, { by: 'a-third' })).toEqual({ approved: true });
  });

  it('approves it where nobody said that both are one: old villages go on', async () => {
    expect(await village.review(await submitted(), other)).toEqual({ approved: true });
  });

  it('reviews no voucher that he wrote, and signs none as its cashier', async () => {
    await village.openWith(500_000n, 'members');
    const cash = await alsoIs('cash', 'cashier');
    await isOnePerson(ACCOUNTANT.by, other.by, cash);
    const { voucherDrafts, manualVouchers, signatures } = village.services;
    const { id, digest } = await voucherDrafts.saveDraft(village.id, { form: typedVoucher() }, ACCOUNTANT);
    const review = (by: { by: string }) => codesOf(voucherDrafts.reviewDraft(village.id, { id, digest }, by));
    expect(await review(other)).toEqual(['voucher.reviewedBySame']);
    expect(await review(ELSE)).toEqual([]);
    const { entryId } = await manualVouchers.postDraft(village.id, id, ACCOUNTANT);
    const sign = { entryId, part: 'cashier' } as const;
    expect(await codesOf(signatures.signVoucher(village.id, sign, { by: cash }))).toEqual([
      'voucher.cashierBySame',
    ]);
  });

  it('reviews nothing while another account of his keeps the money', async () => {
    const id = await submitted();
    await isOnePerson(other.by, await alsoIs('cash', 'cashier'));
    expect(await codesOf(village.review(id, other))).toEqual(['approvals.ofItsAccounts']);
    const { voucherDrafts } = village.services;
    const draft = await voucherDrafts.saveDraft(village.id, { form: typedVoucher() }, ACCOUNTANT);
    expect(await codesOf(voucherDrafts.reviewDraft(village.id, draft, other))).toEqual([
      'voucher.reviewedByCashier',
    ]);
  });

  it('seals no month that he held', async () => {
    await village.openWith(500_000n);
    await isOnePerson(ACCOUNTANT.by, other.by);
    const { months } = village.services;
    await months.holdMonth(village.id, '2025-01', ACCOUNTANT);
    expect(await codesOf(months.sealMonth(village.id, '2025-01', other))).toEqual(['months.sealedBySame']);
  });
});
