import type { PersonForm } from '../../src/domain/collectives/person';
import { sharesText } from '../../src/domain/collectives/share-roll';
import { FormProblems } from '../../src/domain/shared/problem';
import { PackChoicesService } from '../../src/features/policy/pack-choices.service';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { keysOf, membersOn } from '../support/members';
import { seedRegisters } from '../support/seed-registers';
import { Tampering } from '../support/tampering';
import { ACCOUNTANT, Village } from '../support/village';

const person = (of: Partial<PersonForm>): Omit<PersonForm, 'relation'> => ({
  ...{ personName: 'Li Si', identity: '341202193602290014', labour: 'able', officerRelation: 'none' },
  ...{ belongs: 'yes', fromDay: '2024-01-01', mobile: '', accountKind: '', accountNumber: '', bank: '' },
  ...of,
});
const refusals = (act: Promise<unknown>): Promise<unknown> =>
  act.then(
    () => [],
    (error: unknown) =>
      error instanceof FormProblems ? error.problems.map(({ code, field }) => `${code} ${field}`) : error,
  );

describeOnEachEngine('shares of members and the reviews of who is helped', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let services: ReturnType<typeof membersOn>;
  const homes: string[] = [];
  const table = {
    ...{ holderKind: 'household', shareFrom: '2025-01-01', shareLines: '1 3.5\n2 2', shareWhy: 'first' },
    sharePaper: 'resolution 3',
  };
  const told = async (day: string): Promise<string[]> => {
    const roll = await services.shares.listRoll(village.id, day);
    return roll.map(
      (held) => `${String(held.holderNumber)} ${sharesText(held.hundredths)} ${String(held.onList)}`,
    );
  };

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    const { clock, collectives, standards } = village.services;
    const choices = new PackChoicesService(opened.database, clock, seedRegisters().packs, collectives);
    services = membersOn(opened.database, { clock, choices, collectives, standards, keys: keysOf() });
    for (const head of [person({}), person({ personName: 'Wang', identity: '34120219850615009X' })]) {
      const home = await services.members.enterHousehold(village.id, { villageGroup: '', head }, ACCOUNTANT);
      homes.push(home.id);
    }
  });

  it('are told as of a day; a later table changes whom it names', async () => {
    const { shares } = services;
    const twice = { ...ACCOUNTANT, key: 'key-of-the-first-table' };
    expect(await shares.enterRoll(village.id, table, twice)).toEqual({ changed: 2 });
    expect(await shares.enterRoll(village.id, table, twice)).toEqual({ changed: 2 });
    const split = { ...table, shareFrom: '2025-07-01', shareLines: '2 1.25', shareWhy: 'a son moved out' };
    expect(await shares.enterRoll(village.id, split, ACCOUNTANT)).toEqual({ changed: 1 });
    expect(await told('2024-12-31')).toEqual([]);
    expect(await told('2025-06-30')).toEqual(['1 3.5 true', '2 2 true']);
    expect(await told('2025-07-01')).toEqual(['1 3.5 true', '2 1.25 true']);
    const earlier = { ...split, shareFrom: '2025-06-30', shareLines: '1 4\n2 1' };
    expect(await refusals(shares.enterRoll(village.id, earlier, ACCOUNTANT))).toEqual([
      'shareRoll.beforeLast shareLines',
    ]);
    const byHead = { ...table, holderKind: 'member', shareFrom: '2025-07-01', shareLines: '1 1' };
    expect(await refusals(shares.enterRoll(village.id, byHead, ACCOUNTANT))).toEqual([
      'shareRoll.otherKind holderKind',
    ]);
    expect(await shares.listHoldings(village.id)).toHaveLength(3);
  });

  it('are withdrawn where they were entered wrongly and nothing rests on them', async () => {
    const { shares } = services;
    const withdraw = (shareRow: string, withdrawnWhy = 'wrong household') =>
      refusals(shares.withdrawHolding(village.id, { shareRow, withdrawnWhy }, ACCOUNTANT));
    expect(await withdraw('2')).toEqual(['shareRoll.laterStands shareRow']);
    expect(await withdraw('9')).toEqual(['shareRoll.rowUnknown shareRow']);
    expect(await withdraw('3', ' ')).toEqual(['form.missing withdrawnWhy']);
    expect(await withdraw('3', 'ask 13800138000')).toEqual(['form.privateNumber withdrawnWhy']);
    // Two at once: one of them is told so.
    const both = await Promise.all([withdraw('3'), withdraw('3')]);
    expect(both.map(String).sort()).toEqual(['', 'shareRoll.rowWithdrawn shareRow']);
    expect(await told('2025-07-01')).toEqual(['1 3.5 true', '2 2 true']);
    const again = { ...table, shareFrom: '2025-07-01', shareLines: '2 1.25', shareWhy: 'a son moved out' };
    expect(await shares.enterRoll(village.id, again, ACCOUNTANT)).toEqual({ changed: 1 });
    expect(await told('2025-07-01')).toEqual(['1 3.5 true', '2 1.25 true']);
    expect((await shares.listHoldings(village.id)).map(({ withdrawn }) => withdrawn ?? '')).toEqual([
      ...['', '', 'wrong household', ''],
    ]);
  });

  it('belong to a household whose group is put right; no text of it holds a number', async () => {
    const { members, households, roster, imports } = services;
    const [number, mobile] = ['341202199912311236', '13800138000'];
    const at = { collectiveId: village.id, householdId: homes[0] ?? '' };
    const enter = (villageGroup: string, bank: string) =>
      refusals(members.enterHousehold(village.id, { villageGroup, head: person({ bank }) }, ACCOUNTANT));
    expect(await enter(number, '')).toEqual(['form.privateNumber villageGroup']);
    expect(await enter('', '4367421234567890123')).toContain('form.privateNumber bank');
    const moved = (villageGroup: string, groupWhy: string) =>
      refusals(households.changeGroup(at, { villageGroup, groupWhy }, ACCOUNTANT));
    expect(await moved(mobile, `wrong ${number}`)).toEqual([
      'form.privateNumber villageGroup',
      'form.privateNumber groupWhy',
    ]);
    expect(await moved('', 'moved')).toEqual(['household.sameGroup villageGroup']);
    expect(await moved('4', 'moved')).toEqual([]);
    const [home] = await roster.listRoster(village.id);
    expect(home?.villageGroup).toBe('4');
    const same = { ...person({ identity: '' }), relation: 'head' };
    const change = {
      ...{ memberId: home?.people[0]?.memberId ?? '', householdId: at.householdId, person: same },
      personChange: `wrong ${number}`,
    };
    expect(await refusals(members.changeMember(village.id, change, ACCOUNTANT))).toEqual([
      'form.privateNumber personChange',
    ]);
    const head = ['姓名', '身份证号', '与户主关系', '是否成员', '劳动能力', '与村干部的关系', '村民小组'];
    const row = ['Zhou', number, '户主', '是', '有', '无', `3 ${mobile}`];
    const pasted = [head, row].map((cells) => cells.join('\t')).join('\n');
    const id = await imports.upload(village.id, { source: { pasted }, fileName: '' }, ACCOUNTANT);
    expect(await refusals(imports.confirm(village.id, id, ACCOUNTANT))).toEqual(['form.privateNumber G2']);
  });

  it('stay with a household that nobody lives in any more, and the roll says so', async () => {
    const all = await services.roster.listRoster(village.id, '2025-07-01');
    const memberId = all.find(({ id }) => id === homes[1])?.people[0]?.memberId ?? '';
    const form = { leftWhy: 'died', fromDay: '2025-07-10' };
    await services.members.leaveMember(village.id, { memberId, form }, ACCOUNTANT);
    expect(await told('2025-07-09')).toEqual(['1 3.5 true', '2 1.25 true']);
    expect(await told('2025-07-10')).toEqual(['1 3.5 true', '2 1.25 false']);
    const more = { ...table, shareFrom: '2025-07-10', shareLines: '2 9' };
    expect(await refusals(services.shares.enterRoll(village.id, more, ACCOUNTANT))).toEqual([
      'shareRoll.mayNotHold shareLines',
    ]);
    const given = { ...more, shareLines: '1 4.75\n2 0', shareWhy: 'taken over' };
    expect(await services.shares.enterRoll(village.id, given, ACCOUNTANT)).toEqual({ changed: 2 });
    expect(await told('2025-07-10')).toEqual(['1 4.75 true']);
  });

  it('a standing is due a year after somebody looked; one that ended never', async () => {
    const { households, reviews } = services;
    const given = { status: 'monitored', statusFrom: '2024-03-01', statusPaper: 'list' };
    for (const householdId of homes)
      await households.giveStatus({ collectiveId: village.id, householdId }, given, ACCOUNTANT);
    const due = async () =>
      (await reviews.listDue(village.id)).map(({ status, dueOn, lastOn }) => [
        homes.indexOf(status.householdId),
        ...[lastOn, dueOn],
      ]);
    expect(await due()).toEqual([
      [0, undefined, '2025-03-01'],
      [1, undefined, '2025-03-01'],
    ]);
    const [first = '', second = ''] = homes;
    const form = { reviewDay: '2025-07-01', reviewPaper: 'minutes', reviewed: { [`${first}.1`]: 'yes' } };
    expect(await reviews.noteReviews(village.id, form, ACCOUNTANT)).toEqual({ reviewed: 1 });
    expect(await due()).toEqual([
      [1, undefined, '2025-03-01'],
      [0, '2025-07-01', '2026-07-01'],
    ]);
    const end = { statusNumber: '1', statusEnd: 'ended', endedOn: '2025-07-10', endPaper: 'died' };
    await households.endStatus({ collectiveId: village.id, householdId: second }, end, ACCOUNTANT);
    expect(await due()).toEqual([[0, '2025-07-01', '2026-07-01']]);
    const gone = { ...form, reviewed: { [`${second}.1`]: 'yes' } };
    expect(await refusals(reviews.noteReviews(village.id, gone, ACCOUNTANT))).toEqual([
      'review.unknown reviewed',
    ]);
  });

  it('are on record: a row changed by hand is found', async () => {
    const hand = await Tampering.on(opened);
    await hand.keep();
    const broken = async () =>
      (await village.services.check.checkBooks(village.id)).breaks.map(({ pass }) => pass);
    expect(await broken()).toEqual([]);
    for (const change of [
      'UPDATE share_holdings SET share_hundredths = 900 WHERE holding_number = 1',
      'DELETE FROM household_status_reviews',
      'DELETE FROM share_withdrawals',
    ]) {
      await hand.run(change);
      expect(await broken()).toContain('records');
      await hand.putBack();
    }
    await hand.close();
  });
});
