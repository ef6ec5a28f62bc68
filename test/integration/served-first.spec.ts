import type { AidListForm } from '../../src/domain/uses/aid-list';
import { aidListsOn } from '../support/aid';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { ACCOUNTANT, DEPUTY, type Village } from '../support/village';
import { approve, draftUnder, villageUnder } from './plan-village.fixture';
import { codesOf, PERSON } from './works.fixture';

/** Who goes first on a list paid out of photovoltaic income. Source: SQ-A5b, SQ-A7b. */
describeOnEachEngine('a list and those whom its document serves first', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let claimId: string;
  let first: { readonly collectiveId: string; readonly householdId: string };
  const on = () => aidListsOn(opened.database, village.services);

  beforeAll(async () => {
    opened = await open();
    village = await villageUnder(opened, { region: '411400', today: '2018-12-20' });
    const enter = async (of: { readonly personName: string; readonly identity: string }) => {
      const head = { ...PERSON, ...of, fromDay: '2018-01-01' };
      const { id } = await on().members.enterHousehold(village.id, { villageGroup: '1', head }, ACCOUNTANT);
      const at = { collectiveId: village.id, householdId: id };
      const status = { status: 'registered', statusFrom: '2018-05-01', statusPaper: 'list' };
      await on().households.giveStatus(at, status, ACCOUNTANT);
      return at;
    };
    first = await enter({ personName: 'Li Si', identity: '341202193602290014' });
    await enter({ personName: 'Wang Wu', identity: '34120219850615009X' });
    const wish = { region: '411400', today: '2018-12-20' };
    const planId = await draftUnder(village, { wish, uses: { reward: '700.00' } });
    await approve(village, planId);
    const { lines } = await village.services.plans.requirePlan(village.id, planId);
    claimId = lines[0]?.claims[0]?.id ?? '';
  });
  afterAll(() => opened.close());

  const enterList = async (aidRows: string, aidTotal: string, aidGround = 'clean yards'): Promise<string> => {
    const form: AidListForm = {
      ...{ claimId, aidKind: 'own', aidGround, aidBasis: 'rule 12', aidRows, aidTotal },
      ...{ potOf: '', potPercent: '', equalReason: '' },
    };
    return (await on().lists.enterList(village.id, form, ACCOUNTANT)).id;
  };
  const accept = (listId: string, aidReason = '') =>
    on().lists.acceptList(village.id, { listId, aidOn: '2018-12-20', aidReason }, DEPUTY);
  const withdraw = (listId: string) =>
    on().aid.withdrawList(village.id, { listId, withdrawnWhy: 'wrong' }, ACCOUNTANT);
  const NONE_TAGGED = 'policy.reasonMissing SQ-A7b';
  const FORGETS = 'policy.reasonMissing 增收·五(五)';

  it('asks why, from the day on which somebody goes first until he does no more', async () => {
    const listId = await enterList('2 350.01', '350.01');
    const asked = async () => {
      const { found } = await on().lists.askedOf(village.id, listId);
      return found.filter(({ outcome }) => outcome === 'failed').map(({ ruleId }) => ruleId);
    };
    expect(await asked()).toEqual([]);
    const note = (circumstance: string, circumstanceFrom: string) =>
      on().circumstances.note(
        first,
        { circumstance, circumstanceFrom, circumstancePaper: 'list' },
        ACCOUNTANT,
      );
    await note('old', '2018-12-20');
    expect(await codesOf(accept(listId))).toEqual([NONE_TAGGED]);
    await note('cannot_work', '2018-12-20');
    expect(await codesOf(accept(listId))).toEqual([NONE_TAGGED, FORGETS]);
    const end = { circumstanceEnd: 'ended', circumstanceEndedOn: '2018-12-20', circumstanceEndPaper: 'list' };
    for (const circumstanceNumber of ['1', '2'])
      await on().circumstances.end(first, { ...end, circumstanceNumber }, ACCOUNTANT);
    // Both hold on their last day, and on the next no more.
    expect(await asked()).toEqual(['SQ-A7b', '增收·五(五)']);
    village.services.clock.moveTo('2018-12-21');
    expect(await asked()).toEqual([]);
    village.services.clock.moveTo('2018-12-20');
    await withdraw(listId);
  });

  it('asks for one alone while enough is left for another, and for none once he was served', async () => {
    // 700.00 − 300.00 leave the least of the list once more: nobody is told to be short of money.
    const leaves = await enterList('2 300', '300');
    expect(await codesOf(accept(leaves))).toEqual([NONE_TAGGED]);
    await accept(leaves, 'they work and he may not');
    await accept(await enterList('1 10', '10'));
    // He had of it in the year: the rest of the line may go to others.
    await accept(await enterList('2 390', '390', 'helped out'));
    expect(await village.services.check.checkBooks(village.id)).toMatchObject({ breaks: [] });
  });
});
