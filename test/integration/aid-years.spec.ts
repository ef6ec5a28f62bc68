import type { AidListForm } from '../../src/domain/uses/aid-list';
import type { StateAidForm } from '../../src/domain/uses/state-aid';
import { aidListsOn } from '../support/aid';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { Tampering } from '../support/tampering';
import { ACCOUNTANT, DEPUTY, type Village } from '../support/village';
import { approve, draftUnder, villageUnder } from './plan-village.fixture';
import { codesOf, PERSON } from './works.fixture';

const LIST: AidListForm = {
  ...{ claimId: '', aidKind: 'travel', aidGround: 'work elsewhere', aidBasis: 'rule 12', aidRows: '1 300' },
  ...{ aidTotal: '300', potOf: '', potPercent: '', equalReason: '' },
};
const STATE_AID: StateAidForm = {
  ...{ stateLevel: 'county', stateFund: 'unnamed', statePaper: 'list 3', aidKind: 'travel' },
  ...{ aidGround: 'work elsewhere', statePaidOn: '2022-06-30', aidRows: '1 500', aidTotal: '500' },
  ...{ aidNotes: {}, stateReason: '', twiceReason: '' },
};

let opened: OpenDatabase;
let village: Village;
let claimId: string;
let papers = 0;

const on = () => aidListsOn(opened.database, village.services);
/** Rows of a list, and the total that it has. */
const rowsOf = (rows: string, total: string) => ({ aidRows: rows, aidTotal: total });
const enter = async (change: Partial<AidListForm> = {}, notes: Record<string, string> = {}) => {
  const { id: listId } = await on().lists.enterList(village.id, { ...LIST, claimId, ...change }, ACCOUNTANT);
  if (Object.keys(notes).length > 0)
    await on().lists.noteSteps(village.id, { listId, aidNotes: notes }, ACCOUNTANT);
  return listId;
};
const accept = (listId: string, aidOn: string) =>
  on().lists.acceptList(village.id, { listId, aidOn, aidReason: 'two sums of a day' }, DEPUTY);
const withdraw = (listId: string) =>
  on().aid.withdrawList(village.id, { listId, withdrawnWhy: 'wrong' }, ACCOUNTANT);
/** Each by a paper of its own: nobody is asked whether it is the same list again. */
const enterState = (change: Partial<StateAidForm> = {}) =>
  on().stateAid.enterStateAid(
    village.id,
    { ...STATE_AID, statePaper: `list ${String((papers += 1))}`, ...change },
    ACCOUNTANT,
  );
const takeBack = (listId: string) =>
  on().stateAid.withdrawStateAid(village.id, { listId, withdrawnWhy: 'wrong' }, ACCOUNTANT);
/** The money of the village, which no government money is part of. */
const money = async (): Promise<[bigint, number]> => {
  const { services, id } = village;
  const day = services.clock.today();
  const left = await services.surplus.undistributed(id, { pool: 'pv', day });
  const until = { first: '2018-01', last: day.slice(0, 7) };
  return [left, (await services.books.listVouchers(id, until)).length];
};

async function start(region: string, today: string, use: string): Promise<void> {
  const planId = await draftUnder(village, {
    wish: { region, today, reasons: region === '450000' ? { 'GX-3-6a2': 'later' } : {} },
    uses: { [use]: '700.00' },
  });
  await approve(village, planId);
  const { lines } = await village.services.plans.requirePlan(village.id, planId);
  claimId = lines[0]?.claims[0]?.id ?? '';
}

/** One travel subsidy a year, whoever pays. The document is of 2022-07-19 to 2022-12-31. Source: GX-2-1. */
describeOnEachEngine('a cap of a year over state money', (open) => {
  const key = { 'answer:key_county': 'no' };

  beforeAll(async () => {
    opened = await open();
    village = await villageUnder(opened, { region: '450000', today: '2022-12-30' });
    const { members, households } = on();
    const entered = await members.enterHousehold(
      village.id,
      { villageGroup: '1', head: { ...PERSON, fromDay: '2022-01-01' } },
      ACCOUNTANT,
    );
    const at = { collectiveId: village.id, householdId: entered.id };
    const status = { status: 'lifted_out', statusFrom: '2022-07-19', statusPaper: 'list' };
    await households.giveStatus(at, status, ACCOUNTANT);
    await start('450000', '2022-12-30', 'target');
  });
  afterAll(() => opened.close());

  it('counts what was paid of its kind before the document began, and no voucher stands for it', async () => {
    const before = await money();
    const { id: early } = await enterState();
    expect(await money()).toEqual(before);
    const again = { statePaidOn: '2022-12-30', aidNotes: key };
    expect(await codesOf(enterState(again))).toEqual(['stateAid.against GX-2-1']);
    await takeBack(early);
    const { id } = await enterState(again);
    await takeBack(id);
    expect(await money()).toEqual(before);
    // The village's own money pays none of it.
    expect(await codesOf(enter({}, key))).toEqual(['aid.paidByGovernment']);
  });

  it('is met to the fen by what a government pays, which is kept above it with a reason alone', async () => {
    const paid = (rows: string, change: Partial<StateAidForm> = {}) =>
      enterState({ ...rowsOf(`1 ${rows}`, rows), statePaidOn: '2022-12-29', aidNotes: key, ...change });
    expect(await codesOf(paid('800.01'))).toEqual(['stateAid.against GX-2-1']);
    const { id } = await paid('800.00');
    await takeBack(id);
    const richer = { aidNotes: { 'answer:key_county': 'yes' } };
    expect(await codesOf(paid('1000.01', richer))).toEqual(['stateAid.against GX-2-1']);
    const { id: most } = await paid('1000.00', richer);
    expect(await codesOf(paid('0.01', richer))).toEqual(['stateAid.against GX-2-1']);
    await takeBack(most);
  });

  it('ends with its year: on 31 December a second time is above it, on 1 January a first', async () => {
    const { id } = await enterState({ statePaidOn: '2022-12-30', aidNotes: key });
    village.services.clock.moveTo('2023-01-04');
    const second = (statePaidOn: string, aidNotes: Record<string, string>) =>
      codesOf(enterState({ statePaidOn, aidNotes }));
    expect(await second('2022-12-31', key)).toEqual(['stateAid.against GX-2-1']);
    // The document has ended: it asks nothing any more.
    expect(await second('2023-01-01', {})).toEqual([]);
    await takeBack(id);
    expect(await village.services.check.checkBooks(village.id)).toMatchObject({ breaks: [] });
  });
});

/** 1,500.00 for industry, in all years together, by household. Source: SQ-C32, the sum is made up. */
describeOnEachEngine('a total of a household over state money and village money', (open) => {
  const given = { 'answer:channel': 'card', 'answer:to_recipient': 'yes' };
  const industry = (rows: string, total: string) => ({ aidKind: 'industry', ...rowsOf(rows, total) });

  beforeAll(async () => {
    opened = await open();
    village = await villageUnder(opened, { region: '411400', today: '2018-12-20' });
    const { members } = on();
    const head = { ...PERSON, fromDay: '2018-01-01' };
    const { id } = await members.enterHousehold(village.id, { villageGroup: '1', head }, ACCOUNTANT);
    const child = { ...head, personName: 'Wang Wu', identity: '34120219850615009X', relation: 'child' };
    await members.enterMember(village.id, { householdId: id, person: child }, ACCOUNTANT);
    const paper = { paperTitle: 'notice', paperNumber: '1', paperIssuer: 'county' };
    // From 11 January 2019 on a fen more.
    for (const [from, value] of [
      ['2018-04-09', '1500'],
      ['2019-01-11', '1500.01'],
    ] as const) {
      const number = { region: '411400', numberId: 'industry.total', value, from };
      const form = { ...number, ...paper, paperIssuedOn: '2018-04-01' };
      await village.services.standards.addStandard(village.id, form, { by: 'county' });
    }
    await start('411400', '2018-12-20', 'subsidy');
  });
  afterAll(() => opened.close());

  it('is what both paid to anybody of it in both years, to the fen', async () => {
    const { id: first } = await enterState({ ...industry('1 700', '700'), statePaidOn: '2018-12-19' });
    village.services.clock.moveTo('2019-01-10');
    await enterState({ ...industry('2 500', '500'), statePaidOn: '2019-01-09' });
    const above = await enter(industry('1 300.01', '300.01'), given);
    expect(await codesOf(accept(above, '2019-01-10'))).toEqual(['policy.ruleBroken SQ-C32']);
    const two = await enter(industry('1 200\n2 100.01', '300.01'), given);
    expect(await codesOf(accept(two, '2019-01-10'))).toEqual(['policy.ruleBroken SQ-C32']);
    const met = await enter(industry('1 200\n2 100', '300'), given);
    await accept(met, '2019-01-10');
    const more = await enter(industry('2 0.01', '0.01'), given);
    expect(await codesOf(accept(more, '2019-01-10'))).toEqual(['policy.ruleBroken SQ-C32']);
    village.services.clock.moveTo('2019-01-11');
    expect(await codesOf(accept(above, '2019-01-11'))).toEqual(['policy.ruleBroken SQ-C32']);
    expect(await codesOf(accept(more, '2019-01-10'))).toEqual(['policy.ruleBroken SQ-C32']);
    await accept(more, '2019-01-11');
    await takeBack(first);
    // 500.00, 300.00 and 0.01 stand; 700.00 are free again.
    await accept(above, '2019-01-11');
    const paid = (sum: string) => enterState({ ...industry(`1 ${sum}`, sum), statePaidOn: '2019-01-11' });
    expect(await codesOf(paid('400.00'))).toEqual(['stateAid.against SQ-C32']);
    await paid('399.99');
    const { found } = await on().lists.askedOf(village.id, met);
    expect(found.filter(({ outcome }) => outcome !== 'passed').map(({ ruleId }) => ruleId)).toEqual([]);
    expect(await village.services.check.checkBooks(village.id)).toMatchObject({ breaks: [] });
  });

  it('is for who is helped on the day it is given, not on the day its list was typed', async () => {
    const { members, households } = on();
    const other = { ...PERSON, personName: 'Zhao Liu', identity: '341202199001010010' };
    const head = { ...other, fromDay: '2018-01-01' };
    const entered = await members.enterHousehold(village.id, { villageGroup: '2', head }, ACCOUNTANT);
    const at = { collectiveId: village.id, householdId: entered.id };
    const status = { status: 'lifted_out', statusFrom: '2018-07-19', statusPaper: 'list' };
    const { statusNumber } = await households.giveStatus(at, status, ACCOUNTANT);
    const project = { aidKind: 'household_project', ...rowsOf('3 50', '50') };
    const listId = await enter(project, { 'answer:purpose': 'crops' });
    const end = { statusNumber: String(statusNumber), statusEnd: 'ended', endedOn: '2019-01-14' };
    village.services.clock.moveTo('2019-01-15');
    await households.endStatus(at, { ...end, endPaper: 'list' }, ACCOUNTANT);
    expect(await codesOf(accept(listId, '2019-01-15'))).toEqual(['policy.ruleBroken SQ-A3p']);
    // He was helped on the 10th, too: the list was not written down yet.
    expect(await codesOf(accept(listId, '2019-01-10'))).toEqual(['uses.acceptedBeforeEntry']);
    await accept(listId, '2019-01-14');
    village.services.clock.moveTo('2019-06-01');
    const { found } = await on().lists.askedOf(village.id, listId);
    expect(found.filter(({ outcome }) => outcome !== 'passed').map(({ ruleId }) => ruleId)).toEqual([]);
  });

  it('waits for what its document asks, noted and taken off again', async () => {
    const listId = await enter(industry('2 0.01', '0.01'));
    const note = (aidNotes: Record<string, string>) =>
      codesOf(on().lists.noteSteps(village.id, { listId, aidNotes }, ACCOUNTANT));
    const off = (noteWhy: string) =>
      codesOf(on().aid.withdrawNote(village.id, { listId, noteKey: 'answer:channel', noteWhy }, ACCOUNTANT));
    const noted = async () => (await on().aid.requireList(village.id, listId)).list.notes.size;
    expect(await note({ 'answer:channel': 'card' })).toEqual([]);
    expect(await note({ 'answer:channel': 'card' })).toEqual(['aid.nothingNoted']);
    expect(await note({ 'answer:channel': 'cash' })).toEqual([]);
    expect(await off(' ')).toEqual(['form.missing']);
    expect(await off('another list')).toEqual([]);
    expect(await noted()).toBe(0);
    expect(await off('again')).toEqual(['aid.noteUnknown']);
    await withdraw(listId);
    expect(await note({ 'answer:channel': 'card' })).toEqual(['aid.withdrawn']);
    const hand = await Tampering.on(opened);
    await hand.keep();
    for (const sql of ["UPDATE aid_notes SET value = 'no'", "UPDATE aid_note_withdrawals SET why = 'x'"]) {
      await hand.run(sql);
      const { breaks } = await village.services.check.checkBooks(village.id);
      expect(breaks.map(({ pass, code }) => `${pass} ${code}`)).toContain('records check.rowChanged');
      await hand.putBack();
    }
    await hand.close();
  });
});
