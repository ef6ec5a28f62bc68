import type { AidListForm } from '../../src/domain/uses/aid-list';
import { paidLate } from '../../src/domain/uses/paid-late';
import { aidListsOn } from '../support/aid';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { owedOn } from '../support/owed';
import { typedLine, typedVoucher } from '../support/vouchers';
import { ACCOUNTANT, DEPUTY, type Village } from '../support/village';
import { approve, draftUnder, villageUnder } from './plan-village.fixture';
import { codesOf, PERSON, wordsOf } from './works.fixture';

const LIST: AidListForm = {
  ...{ claimId: '', aidKind: 'own', aidGround: 'clean yards', aidBasis: 'rule 12', aidRows: '1 50' },
  ...{ aidTotal: '50', potOf: '', potPercent: '', equalReason: '' },
};
const PAPERS = [
  ...['employer_proof', 'payroll_record', 'place', 'time', 'income_proof', 'trade', 'subsidy_papers'],
];
/** Everything that 商办〔2018〕21号 wants of a labour subsidy, reviewed by the county on a day. */
const reviewed = (on: string): Record<string, string> => ({
  ...{ 'step:apply': '2018-11-20', 'step:income': '2018-11-22', 'step:approve': on },
  ...Object.fromEntries(
    ['helper', 'group_leader', 'first_secretary'].map((who) => [`signer:${who}`, '2018-11-22']),
  ),
  ...Object.fromEntries(PAPERS.map((paper) => [`paper:${paper}`, '2018-11-20'])),
  'answer:employed': 'yes',
});

describeOnEachEngine('what the acceptance of a list asks about', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let claimId: string;

  const on = () => aidListsOn(opened.database, village.services);
  const enter = async (change: Partial<AidListForm>, aidNotes: Record<string, string> = {}) => {
    const { lists } = on();
    const { id: listId } = await lists.enterList(village.id, { ...LIST, claimId, ...change }, ACCOUNTANT);
    if (Object.keys(aidNotes).length > 0) await lists.noteSteps(village.id, { listId, aidNotes }, ACCOUNTANT);
    return listId;
  };
  const accept = (listId: string, aidReason = '', aidOn = village.services.clock.today()) =>
    on().lists.acceptList(village.id, { listId, aidOn, aidReason }, DEPUTY);
  const labour = (number: string, day: string) =>
    enter({ aidKind: 'labour', aidRows: `${number} 50`, aidGround: 'work elsewhere' }, reviewed(day));
  const reasonOf = async (listId: string) =>
    (await on().aid.requireList(village.id, listId)).list.acceptedReason;

  beforeAll(async () => {
    opened = await open();
    village = await villageUnder(opened, { region: '411400', today: '2018-12-20' });
    const identities = ['341202193602290014', '34120219850615009X', '341202199001010010'];
    const names = ['Li Si', 'Wang Wu', 'Zhao Liu'];
    for (const [index, identity] of identities.entries()) {
      const head = { ...PERSON, personName: names[index] ?? '', identity, fromDay: '2018-01-01' };
      await on().members.enterHousehold(village.id, { villageGroup: '1', head }, ACCOUNTANT);
    }
    const wish = { region: '411400', today: '2018-12-20' };
    const planId = await draftUnder(village, { wish, uses: { subsidy: '700.00' } });
    await approve(village, planId);
    const { lines } = await village.services.plans.requirePlan(village.id, planId);
    claimId = lines[0]?.claims[0]?.id ?? '';
  });
  afterAll(() => opened.close());

  it('is why it is late, with the number of days and the last one, and the reason stays', async () => {
    const listId = await labour('1', '2018-11-28');
    const refused = await accept(listId).then(() => [], wordsOf);
    expect(refused).toEqual([expect.stringMatching(/15 个工作日.*11月28日.*2018年12月19日/)]);
    expect(refused.join()).not.toContain('flow');
    expect(await codesOf(accept(listId, '好'))).toEqual(['policy.reasonTooShort']);
    await accept(listId, 'the bank was closed');
    expect(await reasonOf(listId)).toBe('the bank was closed');
  });

  it('is nothing on the last day, and then no reason is kept', async () => {
    const listId = await labour('2', '2018-11-29');
    await accept(listId, 'for nothing');
    expect(await reasonOf(listId)).toBe('');
  });

  it('is told again of what was paid after that day for certain', async () => {
    const late = async (today: string) =>
      paidLate((await owedOn(opened.database, village).read(village.id)).lists, today).map(
        ({ payBy, standing: { state } }) => `${String(payBy)} ${state}`,
      );
    expect(await late('2018-12-20')).toEqual(['2018-12-19 open']);
    expect(await late('2018-12-21')).toEqual(['2018-12-19 open', '2018-12-20 open']);
    village.services.clock.moveTo('2018-12-21');
    const lines = [
      typedLine({ ledgerAccount: '211', debit: '100.00', pool: 'pv' }),
      typedLine({ ledgerAccount: '102', credit: '100.00' }),
    ];
    const typed = typedVoucher({ postedOn: '2018-12-21', lines });
    const hands = { preparedBy: 'ann', reviewedBy: 'ben' };
    await village.services.manualVouchers.postVoucher(village.id, typed, hands);
    expect(await late('2018-12-31')).toEqual(['2018-12-19 paid', '2018-12-20 paid']);
  });

  it('is the same household twice on one day, and an equal split that was cut into lists', async () => {
    const first = await enter({});
    await accept(first);
    const again = await enter({ aidRows: '1 30', aidTotal: '30' });
    expect(await codesOf(accept(again))).toEqual(['aid.householdTwice']);
    await accept(again, 'two yards of his');
    const ground = { aidGround: 'helped neighbours' };
    await accept(await enter(ground));
    await accept(await enter({ ...ground, aidRows: '2 50' }));
    const third = await enter({ ...ground, aidGround: 'helped neighbours.', aidRows: '3 50' });
    expect(await codesOf(accept(third))).toEqual(['aid.equalTogether']);
    const other = await enter({ ...ground, aidRows: '3 51', aidTotal: '51' });
    await accept(other);
  });

  it('is a time whose last day nobody can tell: no working days of 2019 are known', async () => {
    village.services.clock.moveTo('2018-12-28');
    const listId = await labour('3', '2018-12-27');
    village.services.clock.moveTo('2019-01-03');
    expect(await codesOf(accept(listId))).toEqual(['aid.deadlineUnknown']);
    await accept(listId, 'the tenth day by the notice of holidays');
    expect(await village.services.check.checkBooks(village.id)).toMatchObject({ breaks: [] });
  });
});
