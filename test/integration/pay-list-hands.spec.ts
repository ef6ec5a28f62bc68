import { insertGrant } from '../../src/features/users/role-grants';
import { AccountPersonsService } from '../../src/features/users/account-persons.service';
import { identityOf } from '../support/dividends';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { keysOf } from '../support/members';
import { addPerson } from '../support/people';
import { refusals } from '../support/posts';
import { ACCOUNTANT } from '../support/village';
import { CASHIER, PayScene, REASONS } from './pay-lists.fixture';

/** What is paid was owed since 20 July: nobody agrees to it who kept the accounts since. */
describeOnEachEngine('who agrees to a list that pays people', (open) => {
  let opened: OpenDatabase;
  let scene: PayScene;

  beforeEach(async () => {
    opened = await open();
    scene = await PayScene.start(opened);
  });
  afterEach(() => opened.close());

  const submitted = async (): Promise<{ id: string; digest: string }> => {
    const debt = await scene.accept('1 300 1', '300');
    const { id } = await scene.draft(scene.keysOf(debt, 0));
    const { lists, reading } = scene.pay;
    await lists.submit(scene.village.id, { id, reasons: REASONS }, ACCOUNTANT);
    const { list } = await reading.require(scene.village.id, id);
    return { id, digest: list.digest ?? '' };
  };
  const keptFor = (userId: string, days: { from: string; to: string | null }) => {
    const at = { by: 'somebody', at: scene.services.clock.now(), collectiveId: scene.village.id };
    return opened.database.inTransaction(scene.village.id, (tx) =>
      insertGrant(tx, { ...at, ...days, userId, role: 'cashier' }),
    );
  };
  const review = ({ id, digest }: { id: string; digest: string }, by: string) => {
    const form = { outcome: 'passed', reason: '', digest };
    return refusals(scene.pay.lists.review(scene.village.id, { id, form }, { by }));
  };

  it.each<[what: string, from: string, to: string, codes: unknown]>([
    ['till the day before', '2025-01-01', '2025-07-19', []],
    ['till that day', '2025-01-01', '2025-07-20', ['approvals.ofItsAccounts decidedBy']],
    ['of that day alone', '2025-07-20', '2025-07-20', ['approvals.ofItsAccounts decidedBy']],
  ])('is who kept the money at most %s', async (_what, from, to, codes) => {
    const list = await submitted();
    await addPerson(opened.database, scene.village.id, 'before');
    await keptFor('before', { from, to });
    expect(await review(list, 'before')).toEqual(codes);
  });

  it('is nobody under another account than that under which he keeps the money', async () => {
    const list = await submitted();
    const { clock, collectives } = scene.services;
    const persons = new AccountPersonsService(opened.database, clock, keysOf(), collectives);
    for (const userId of [CASHIER.by, 'other']) {
      await addPerson(opened.database, scene.village.id, userId);
      await opened.database.inTransaction(scene.village.id, (tx) =>
        persons.insert(
          tx,
          { officeId: scene.village.id, userId },
          { identity: identityOf(9), why: null, by: 'x' },
        ),
      );
    }
    await keptFor(CASHIER.by, { from: '2025-01-01', to: '2025-07-20' });
    expect(await review(list, 'other')).toEqual(['approvals.ofItsAccounts decidedBy']);
  });
});
