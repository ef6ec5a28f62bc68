import { bankStepsOn } from '../support/bank-steps';
import { BankShownService } from '../../src/features/ledger/bank-shown.service';
import { rowsOf } from '../support/bank-statements';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { ACCOUNTANT } from '../support/village';
import { CASHIER, PayScene } from './pay-lists.fixture';

/** Of 600 owed in rewards, a list sends 300 and 200. */
describeOnEachEngine('a line of the bank that may be of a pay list', (open) => {
  let opened: OpenDatabase;
  let scene: PayScene;
  let listId: string;

  /** @param amount below zero for money out */
  const offered = async (amount: bigint) => {
    const line = { id: 'line', on: '2025-07-20', amount, counterparty: '' };
    const steps = bankStepsOn(opened.database, scene.village);
    const found = (await steps.candidatesFor(scene.village.id, [line])).get('line') ?? [];
    return found
      .filter(({ kind }) => kind === 'payList' || kind === 'grant')
      .map(({ kind, amount: sum, exact, href }) => {
        return `${kind} ${String(sum)} ${String(exact)} ${href.includes(listId) ? 'its list' : 'elsewhere'}`;
      });
  };

  beforeEach(async () => {
    opened = await open();
    scene = await PayScene.start(opened);
    const debt = await scene.accept('1 300 1\n2 200 1\n3 100 1', '600');
    listId = await scene.sent(scene.keysOf(debt, 0, 1));
  });
  afterEach(() => opened.close());

  it('is offered the list, whole or one of its people, and no voucher of what stands on it', async () => {
    expect(await offered(-500_00n)).toContain('payList 50000 true its list');
    expect(await offered(-200_00n)).toContain('payList 50000 false its list');
    // What is left beside the list, no more.
    expect(await offered(-100_00n)).toContain('grant 10000 true elsewhere');
    expect((await offered(-600_00n)).filter((told) => told.includes('60000'))).toEqual([]);
    expect(await offered(200_00n)).toEqual([]);
  });

  it('is offered what the bank paid once it comes back, and the list no more', async () => {
    await scene.pay.bank.confirm(scene.village.id, { id: listId, form: scene.outcome() }, CASHIER);
    expect(await scene.states(listId)).toBe('settled: confirmed confirmed');
    expect((await offered(-500_00n)).filter((told) => told.startsWith('payList'))).toEqual([]);
    expect(await offered(200_00n)).toEqual(['payList 20000 true its list']);
    expect(await offered(200_01n)).toEqual([]);
  });

  it('is told of the list while it stands in a match with the bank', async () => {
    const { id: collectiveId, services } = scene.village;
    await scene.pay.bank.confirm(collectiveId, { id: listId, form: scene.outcome() }, CASHIER);
    const { acts } = await scene.pay.reading.require(collectiveId, listId);
    const entryId = acts.at(-1)?.entryId ?? '';
    const statements = new BankShownService(opened.database);
    const shown = async () => [...(await statements.listMatchedEntries(collectiveId, [entryId, 'x']))];
    const named = { label: 'PV', bank: 'Bank', lastFour: '0011' };
    const account = { ...named, ledgerAccount: '', pool: '', openedOn: '2025-01-01' };
    const { id: accountId } = await services.bankAccounts.addAccount(collectiveId, account, ACCOUNTANT);
    const at = { collectiveId, accountId };
    const { books } = await services.bankRead.requireState(collectiveId, accountId);
    const paid = books.find(({ voucher }) => voucher?.entryId === entryId);
    const [day = '', amount = 0n] = [paid?.on, paid?.amount];
    const rows = rowsOf(100_000_00n, [[day, amount, 'wages']]);
    const wish = { layout: '', from: day, through: day, opening: '', closing: '' };
    await services.bankImport.importStatement(at, { rows, digest: 'one', ...wish }, ACCOUNTANT);
    expect(await shown()).toEqual([]);
    const { bank } = await services.bankRead.requireState(collectiveId, accountId);
    const ticked = { bank: [bank[0]?.id ?? ''], books: [paid?.id ?? ''], code: '', note: '' };
    const { id: matchId } = await services.bankMatching.match(at, ticked, ACCOUNTANT);
    expect(await shown()).toEqual([entryId]);
    await services.bankMatching.undo(at, { matchId, reason: 'another list' }, ACCOUNTANT);
    expect(await shown()).toEqual([]);
  });
});
