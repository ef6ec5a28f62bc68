import type { PersonForm } from '../../src/domain/collectives/person';
import type { CheckResult } from '../../src/domain/ledger/check-pass';
import { DomainError } from '../../src/domain/shared/domain-error';
import { FormProblems } from '../../src/domain/shared/problem';
import type { AidListForm } from '../../src/domain/uses/aid-list';
import type { StateAidForm } from '../../src/domain/uses/state-aid';
import { expectSoundBooks } from '../books/invariants';
import { aidListsOn } from '../support/aid';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { addPerson } from '../support/people';
import { ownPasses, Tampering } from '../support/tampering';
import { ACCOUNTANT, claimOf, DEPUTY, Village } from '../support/village';
import { workSheetsOn } from '../support/works';

const PERSON: PersonForm = {
  ...{ personName: 'Li Si', identity: '341202193602290014', relation: 'head', labour: 'able' },
  ...{ officerRelation: 'none', belongs: 'yes', accountKind: '', accountNumber: '', bank: '' },
  ...{ mobile: '', fromDay: '2025-01-01' },
};
const LIST: AidListForm = {
  ...{ claimId: '', aidKind: 'own', aidGround: 'clean yards', aidBasis: 'rule 12', aidRows: '1 50 7\n2 60' },
  ...{ aidTotal: '410', potOf: '', potPercent: '', equalReason: '' },
};

const STATE_AID: StateAidForm = {
  ...{ stateLevel: 'county', stateFund: 'unnamed', statePaper: 'list 3', aidKind: 'startup' },
  ...{ aidGround: 'a first firm', statePaidOn: '2025-07-15', aidRows: '1 5000', aidTotal: '5000' },
  ...{ aidNotes: { 'answer:first_firm': 'yes' }, stateReason: '', twiceReason: '' },
};

const codesOf = (refused: Promise<unknown>): Promise<string[]> =>
  refused.then(
    () => [],
    (error: unknown) => {
      if (error instanceof FormProblems)
        return error.problems.map(({ code, facts }) => [code, facts?.['rule'] ?? ''].join(' ').trim());
      return [error instanceof DomainError ? error.code : String(error)];
    },
  );

describeOnEachEngine('rewards and subsidies', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let planId: string;
  let claimId: string;

  const on = () => aidListsOn(opened.database, village.services);
  const enter = (change: Partial<AidListForm> = {}) =>
    on().lists.enterList(village.id, { ...LIST, claimId, ...change }, ACCOUNTANT);
  const accept = (listId: string, by = DEPUTY) =>
    on().lists.acceptList(village.id, { listId, aidOn: '2025-07-20', aidReason: '' }, by);
  const withdraw = (listId: string) =>
    on().aid.withdrawList(village.id, { listId, withdrawnWhy: 'wrong standard' }, ACCOUNTANT);
  const statesOf = async (): Promise<string[]> =>
    (await on().aid.listLists(village.id)).map(({ state }) => state);
  const granted = async (): Promise<bigint> => {
    const { lines } = await village.services.plans.requirePlan(village.id, planId);
    return lines.find(({ bucket }) => bucket.id === 'reward')?.granted ?? 0n;
  };

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.openWith(300_000n);
    await addPerson(opened.database, village.id, DEPUTY.by);
    const { members } = on();
    await members.enterHousehold(village.id, { villageGroup: '1', head: PERSON }, ACCOUNTANT);
    const other = { ...PERSON, personName: 'Wang Wu', identity: '34120219850615009X' };
    await members.enterHousehold(village.id, { villageGroup: '2', head: other }, ACCOUNTANT);
    const reward = { bucket: 'reward', targetGroup: 'unknown', forWhat: 'rewards' };
    const plan = await village.approvedPlan([claimOf(150_000n), claimOf(100_000n, reward)]);
    planId = plan.id;
    claimId = plan.claimIds[1] ?? '';
  });
  afterAll(() => opened.close());

  it('are for a claim of an approved plan, which is not granted whole from then on', async () => {
    const { lines } = await village.services.plans.requirePlan(village.id, planId);
    const wages = lines.find(({ bucket }) => bucket.id === 'posts')?.claims[0]?.id ?? '';
    expect(await codesOf(enter({ claimId: wages }))).toEqual(['aid.claimUnknown']);
    expect(await codesOf(enter({ aidKind: 'star' }))).toEqual(['form.notAllowed']);
    expect(await codesOf(enter({ aidTotal: '409.99' }))).toEqual(['aid.totalDiffers']);
    const { id } = await enter();
    expect(await codesOf(village.grant(planId, claimId))).toEqual(['grant.bySheets']);
    const labour = await workSheetsOn(opened.database, village.services).sheets.listLabourClaims(village.id);
    expect(labour.map(({ claim }) => claim.id)).not.toContain(claimId);
    await withdraw(id);
    expect((await on().lists.listClaims(village.id)).map(({ claim }) => claim.id)).toEqual([claimId]);
  });

  it('are owed when somebody else accepted them, and by a reversal no more', async () => {
    const { id } = await enter();
    expect(await granted()).toBe(0n);
    expect(await codesOf(accept(id, ACCOUNTANT))).toEqual(['aid.ownList']);
    const { voucher } = await accept(id);
    expect([await granted(), ...(await statesOf())]).toEqual([41_000n, 'withdrawn', 'owed']);
    expect(await codesOf(accept(id))).toEqual(['aid.owed']);
    expect(await codesOf(withdraw(id))).toEqual(['aid.owed']);
    const { postings, preparedBy } = await village.services.books.requireEntry(village.id, voucher.entryId);
    expect(preparedBy).toBe(ACCOUNTANT.by);
    expect(postings.map(({ ledgerAccount, side, amount }) => [ledgerAccount, side, amount])).toEqual([
      ['514', 'debit', 41_000n],
      ['211', 'credit', 41_000n],
    ]);
    await village.reverse(voucher.entryId);
    expect([await granted(), (await statesOf()).at(-1)]).toEqual([0n, 'takenBack']);
    await accept(id);
    expect(await granted()).toBe(41_000n);
    await expectSoundBooks(village);
  });

  it('are never owed above what the plan gives', async () => {
    const above = await enter({ aidRows: '1 590.01', aidTotal: '590.01', aidGround: 'helped out' });
    // The document forbids it before the plan does: no payment above its line.
    expect(await codesOf(accept(above.id))).toEqual(['policy.ruleBroken FY-07p']);
    await withdraw(above.id);
    expect(await codesOf(accept(above.id))).toEqual(['aid.withdrawn']);
  });

  it('are never of a kind that a government pays', async () => {
    for (const aidKind of ['startup', 'training', 'graduate', 'travel'])
      expect(await codesOf(enter({ aidKind }))).toEqual(['aid.paidByGovernment']);
  });

  it('count what a government paid, which books nothing, until that is withdrawn', async () => {
    const enterState = (change: Partial<StateAidForm> = {}) =>
      on().stateAid.enterStateAid(village.id, { ...STATE_AID, ...change }, ACCOUNTANT);
    const takeBack = (listId: string) =>
      on().stateAid.withdrawStateAid(village.id, { listId, withdrawnWhy: 'wrong person' }, ACCOUNTANT);
    const vouchers = (await village.vouchers()).length;
    expect(await codesOf(enterState({ aidTotal: '5000.01' }))).toEqual(['aid.totalDiffers']);
    const short = { aidRows: '1 4999.99', aidTotal: '4999.99' };
    expect(await codesOf(enterState(short))).toEqual(['stateAid.against FY-13']);
    const { id: stateId } = await enterState();
    expect(await codesOf(enterState())).toEqual(['twice.samePaper']);
    expect(await codesOf(enterState({ twiceReason: 'two firms' }))).toEqual(['stateAid.against FY-13']);
    expect((await village.vouchers()).length).toBe(vouchers);
    await takeBack(stateId);
    expect(await codesOf(takeBack(stateId))).toEqual(['stateAid.withdrawn']);
    const { id: kept } = await enterState({ ...short, stateReason: 'so it stands on the list' });
    const told = await on().stateAid.requireStateAid(village.id, kept);
    expect((await on().stateAid.judgementsOf(village.id, told)).map(({ outcome }) => outcome)).toContain(
      'failed',
    );
  });

  it('accepted and withdrawn at once go one way', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { id } = await enter({ aidRows: '2 20', aidTotal: '20', aidGround: 'helped out' });
      const before = await granted();
      const acts = [() => accept(id), () => withdraw(id), () => accept(id)];
      const tried = round % 2 === 0 ? acts : [...acts].reverse();
      const raced = await Promise.allSettled(tried.map((act) => act()));
      expect(raced.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const state = (await statesOf()).at(-1) ?? '';
      expect(['owed', 'withdrawn']).toContain(state);
      expect(await granted()).toBe(state === 'owed' ? before + 2_000n : before);
      if (state !== 'owed') continue;
      await village.reverse((await village.vouchers()).at(-1)?.entryId ?? '');
      await withdraw(id);
    }
    await expectSoundBooks(village);
  });

  it('are checked: no row, sum, acceptance or grant changes unseen', async () => {
    const check = (): Promise<CheckResult> => village.services.check.checkBooks(village.id);
    const told = async (): Promise<string[]> =>
      ownPasses(await check()).breaks.map(({ pass, code }) => `${pass} ${code}`);
    expect(await told()).toEqual([]);
    const hand = await Tampering.on(opened);
    await hand.keep();
    const cases: [sql: string, found: string][] = [
      ['UPDATE aid_lines SET times = times + 1', 'aid check.aidDiffers'],
      ['UPDATE aid_lists SET amount_fen = amount_fen + 1', 'aid check.aidDiffers'],
      ["UPDATE aid_lists SET entered_by = 'deputy bookkeeper'", 'aid check.aidGrantDiffers'],
      ['UPDATE state_aid_lines SET times = times + 1', 'aid check.stateAidDiffers'],
      ["UPDATE state_aid_withdrawals SET why = 'x'", 'records check.rowChanged'],
      ['DELETE FROM aid_acceptances', 'aid check.grantWithoutAid'],
    ];
    for (const [sql, found] of cases) {
      await hand.run(sql);
      const whole = (await check()).breaks.map(({ pass, code }) => `${pass} ${code}`);
      expect(found.startsWith('records') ? whole : await told()).toContain(found);
      await hand.putBack();
    }
    await hand.close();
  });
});
