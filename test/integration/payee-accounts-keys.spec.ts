import { PayeeAccountsService } from '../../src/features/payouts/payee-accounts.service';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { keysOf } from '../support/members';
import { ACCOUNTANT, claimOf } from '../support/village';
import { PayScene } from './pay-lists.fixture';

const [OLD, NEW] = ['a'.repeat(64), 'b'.repeat(64)];
const FIRM = {
  ...{ payeeName: 'Yunong Ltd', payeeKind: 'organisation', payeeAccount: '1302010509200012' },
  ...{ payeeBank: 'Rural Bank', payeePaper: 'contract 5 of 2025' },
};
const DAM = { bucket: 'labour', targetGroup: 'unknown', forWhat: 'the dam' };

/** Whose account was entered under a key that is laid off is paid as before. */
describeOnEachEngine('the seals of accounts outside the village', (open) => {
  let opened: OpenDatabase;
  let scene: PayScene;

  beforeEach(async () => {
    opened = await open();
    scene = await PayScene.start(opened, [claimOf(50_000n, DAM)]);
  });
  afterEach(() => opened.close());

  it('are made anew under a new key, which alone opens every version from then on', async () => {
    const { village, plan, pay } = scene;
    const debtId = (await village.grant(plan.id, plan.claimIds[0] ?? '')).voucher.entryId;
    await pay.named.name(village.id, { debtId, form: FIRM }, ACCOUNTANT);
    const moved = { ...FIRM, payeeAccount: '99887766', payeePaper: 'letter 2' };
    await pay.named.name(village.id, { debtId, form: moved }, ACCOUNTANT);

    const { database } = opened;
    const on = (...keys: string[]) =>
      new PayeeAccountsService(database, village.services.clock, keysOf(...keys));
    const numbers = async (accounts: PayeeAccountsService): Promise<string[]> => {
      const [versions = []] = (await accounts.listVersions(database.reader, village.id)).values();
      return versions.map(({ payee }) => payee.account?.number ?? '');
    };
    const both = on(NEW, OLD);
    await expect(numbers(on(NEW))).rejects.toThrow();
    expect(await database.inTransaction(village.id, (tx) => both.sealAnew(tx, village.id))).toBe(2);
    expect(await database.inTransaction(village.id, (tx) => both.sealAnew(tx, village.id))).toBe(0);
    expect(await numbers(on(NEW))).toEqual(['1302010509200012', '99887766']);
    expect(await both.listKeyIds()).toEqual([keysOf(NEW).current.id]);
  });
});
