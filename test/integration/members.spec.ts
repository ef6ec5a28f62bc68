import type { PersonForm } from '../../src/domain/collectives/person';
import { PackChoicesService } from '../../src/features/policy/pack-choices.service';
import { everyTable } from '../../src/platform/database/migrations/every-table';
import { WrongSeal } from '../../src/platform/secrets/sealed-text';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { keysOf, membersOn } from '../support/members';
import { refusals } from '../support/posts';
import { seedRegisters } from '../support/seed-registers';
import { Tampering } from '../support/tampering';
import { ACCOUNTANT, OFFICER, Village } from '../support/village';
import { rotationOn } from '../support/rotation';
import * as fixture from './members.fixture';

const { HEAD, WIFE, SON, CARD, MOBILE } = fixture;
const { person, numberWithCheck, pastedPeople, rowOf } = fixture;

describeOnEachEngine('households and who belongs to them', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  const on = (...keys: readonly string[]) => {
    const { clock, collectives, standards } = village.services;
    const choices = new PackChoicesService(opened.database, clock, seedRegisters().packs, collectives);
    return membersOn(opened.database, { clock, choices, collectives, standards, keys: keysOf(...keys) });
  };

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
  });

  it('are told as of a day; what was entered before stays', async () => {
    const { members, households, incomes, roster } = on();
    const account = { accountKind: 'card', accountNumber: CARD, bank: 'bank of the county', mobile: MOBILE };
    const head = person(account);
    const first = await members.enterHousehold(village.id, { villageGroup: '3', head }, ACCOUNTANT);
    const at = { collectiveId: village.id, householdId: first.id };
    const wife = person({ personName: 'Zhang', identity: WIFE.toLowerCase(), relation: 'spouse' });
    const { id: wifeId } = await members.enterMember(village.id, { ...at, person: wife }, ACCOUNTANT);
    // Nobody stands on the list twice, nor two heads in a house.
    const again = person({ identity: HEAD, relation: 'child', fromDay: '2025-01-01' });
    expect(await refusals(members.enterMember(village.id, { ...at, person: again }, ACCOUNTANT))).toEqual([
      'person.identityTaken identity',
    ]);
    const second = person({ identity: SON, personName: 'Li Wu' });
    expect(await refusals(members.enterMember(village.id, { ...at, person: second }, ACCOUNTANT))).toEqual([
      'person.secondHead relation',
    ]);
    await members.enterMember(village.id, { ...at, person: { ...second, relation: 'child' } }, ACCOUNTANT);

    const paper = 'list of 2024';
    const given = { status: 'monitored', statusFrom: '2024-03-01', statusPaper: paper };
    expect(await refusals(households.giveStatus(at, { ...given, status: 'registered' }, ACCOUNTANT))).toEqual(
      ['household.statusUnknown status'],
    );
    const { statusNumber } = await households.giveStatus(at, given, ACCOUNTANT);
    const ended = {
      ...{ statusNumber: String(statusNumber), statusEnd: 'ended', endedOn: '2024-12-31', endPaper: paper },
    };
    await households.endStatus(at, ended, ACCOUNTANT);
    expect(await refusals(households.endStatus(at, ended, ACCOUNTANT))).toBe('household.statusEnded');
    await incomes.noteIncome(at, { incomeYear: '2023', perHead: '12000', incomePaper: paper }, ACCOUNTANT);
    await incomes.noteIncome(at, { incomeYear: '2024', perHead: '10000.00', incomePaper: paper }, ACCOUNTANT);
    await incomes.noteIncome(at, { incomeYear: '2024', perHead: '9999.99', incomePaper: paper }, ACCOUNTANT);
    await members.leaveMember(
      village.id,
      { memberId: wifeId, form: { leftWhy: 'moved', fromDay: '2025-02-01' } },
      ACCOUNTANT,
    );
    const told = async (day: string) => {
      const all = await roster.listRoster(village.id, day);
      return all.map(({ people, statuses, tags, income }) => ({
        people: roster
          .opened(village.id, people, day)
          .map(({ personal, held, age }) => `${personal.name} ${held.relation} ${String(age)}`),
        ...{ statuses, tags: tags.map(({ id }) => id), income: income?.perHead },
      }));
    };
    expect(await told('2024-06-30')).toEqual([
      {
        people: ['Li Si head 88', 'Zhang spouse 39', 'Li Wu child 24'],
        ...{ statuses: ['监测对象'], tags: [], income: 1_200_000n },
      },
    ]);
    expect(await told('2025-06-30')).toEqual([
      {
        people: ['Li Si head 89', 'Li Wu child 25'],
        // FY-02b: below 10,000, and less than the year before.
        ...{ statuses: [], tags: ['low_income', 'falling'], income: 999_999n },
      },
    ]);
    expect(await told('2023-12-31')).toEqual([]);
  });

  it('are changed with numbers unseen: what is left blank stays', async () => {
    const { members, reads } = on();
    const [household] = await on().roster.listRoster(village.id);
    const memberId = household?.people[0]?.memberId ?? '';
    const blank = person({ personName: 'Li Si', identity: '', labour: 'weak', fromDay: '2025-05-01' });
    const change = {
      memberId,
      householdId: household?.id ?? '',
      person: blank,
      personChange: 'hurt his back',
    };
    await members.changeMember(village.id, change, ACCOUNTANT);
    const again = await refusals(members.changeMember(village.id, change, ACCOUNTANT));
    expect(again).toEqual(['person.nothingChanges ']);
    expect(
      await refusals(members.changeMember(village.id, { ...change, personChange: ' ' }, ACCOUNTANT)),
    ).toEqual(['form.missing personChange']);
    const earlier = { ...change, person: { ...blank, labour: 'none', fromDay: '2025-04-30' } };
    expect(await refusals(members.changeMember(village.id, earlier, ACCOUNTANT))).toEqual([
      'person.beforeLast fromDay',
    ]);
    const read = (readField: string, readWhy: string) =>
      reads.readInFull(village.id, { memberId, form: { readField, readWhy } }, OFFICER);
    expect(await read('identity', 'to compare the list')).toBe(HEAD);
    expect(await read('account', 'to compare the list')).toBe(CARD);
    expect(await refusals(read('mobile', ' '))).toEqual(['form.missing readWhy']);
    expect(await refusals(read('mobile', '看看'))).toEqual(['policy.reasonTooShort readWhy']);
    expect(await reads.findByIdentity(village.id, HEAD, OFFICER.by)).toBe(memberId);
    expect(await reads.findByIdentity(village.id, '341202199912311244', OFFICER.by)).toBeUndefined();
    const kept = await opened.reader.query<{ field: string; read_by: string }[]>(
      'SELECT field, read_by FROM personal_reads ORDER BY read_number',
    );
    expect(kept).toEqual([
      { field: 'identity', read_by: 'officer' },
      { field: 'account', read_by: 'officer' },
      { field: 'sought', read_by: 'officer' },
    ]);
  });

  it('are enough for one key: the same act twice is one, another under its key is refused', async () => {
    const { members } = on();
    const [household] = await on().roster.listRoster(village.id);
    const at = { householdId: household?.id ?? '' };
    const child = person({ personName: 'Li Liu', relation: 'grandchild', labour: 'none' });
    const twice = { ...ACCOUNTANT, key: 'key-of-a-child' };
    const own = { ...child, identity: numberWithCheck('34120220180315001') };
    const once = await members.enterMember(village.id, { ...at, person: own }, twice);
    expect(await members.enterMember(village.id, { ...at, person: own }, twice)).toEqual(once);
    const other = { ...own, identity: numberWithCheck('34120220180315003') };
    expect(await refusals(members.enterMember(village.id, { ...at, person: other }, twice))).toBe(
      'command.keyReused',
    );
  });

  it('come in as a table: all of it or nothing, sealed meanwhile, and once', async () => {
    const { imports, roster } = on();
    const numbers = ['34120219700101001', '34120219720202002'].map(numberWithCheck);
    const [man = '', wife = ''] = numbers;
    const bad = pastedPeople([rowOf('1', ['Wang', man, '户主']), rowOf('1', ['Sun', wife, '内人'])]);
    const refused = await imports.upload(village.id, bad, ACCOUNTANT);
    expect(await refusals(imports.confirm(village.id, refused, ACCOUNTANT))).toEqual([
      'roster.wordUnknown D3',
    ]);
    const good = pastedPeople([
      rowOf('1', ['Wang', man, '户主']),
      rowOf('1', ['Sun', wife, '妻']),
      rowOf('2', ['Li Si', HEAD, '户主']),
    ]);
    const id = await imports.upload(village.id, good, ACCOUNTANT);
    const kept = JSON.stringify(await opened.reader.query('SELECT * FROM import_previews'));
    expect([man, wife, HEAD, MOBILE, 'Wang'].filter((text) => kept.includes(text))).toEqual([]);
    const twice = { ...ACCOUNTANT, key: 'key-of-an-import' };
    const taken = { households: 1, people: 2, standing: 1 };
    expect(await imports.confirm(village.id, id, twice)).toEqual(taken);
    expect(await imports.confirm(village.id, id, twice)).toEqual(taken);
    expect(await imports.confirm(village.id, id, ACCOUNTANT)).toEqual({
      households: 0,
      people: 0,
      standing: 3,
    });
    expect(
      (await roster.listRoster(village.id)).map(({ people }) =>
        roster.opened(village.id, people).map(({ personal }) => personal.name),
      ),
    ).toEqual([
      ['Li Si', 'Li Wu', 'Li Liu'],
      ['Wang', 'Sun'],
    ]);
  });

  it('are asked why, whom another village of the county has on its list, and never which', async () => {
    const { members, imports, reads } = on();
    const [here, there, far] = await fixture.threeVillages(village.services.collectives);
    const enter = (at: string, of: Partial<PersonForm>) =>
      members.enterHousehold(at, { villageGroup: '', head: person({ identity: SON, ...of }) }, ACCOUNTANT);
    const { memberId } = await enter(there, { fromDay: '2024-01-01' });
    const reason = { otherVillageWhy: 'married' };
    // Of another county nothing is asked, and a reason for nothing is refused.
    expect(await refusals(enter(far, reason))).toEqual(['person.onNoOtherList otherVillageWhy']);
    await enter(far, {});
    const asked = ['person.onOtherList otherVillageWhy'];
    expect(await refusals(enter(here, {}))).toEqual(asked);
    expect(await refusals(enter(here, { otherVillageWhy: 'moon' }))).toEqual([
      'form.notAllowed otherVillageWhy',
    ]);

    const son = ['Li Wu', SON, '户主'] as const;
    const wife = ['Zhang', WIFE, '户主'] as const;
    const read = async (...rows: string[][]) => {
      const id = await imports.upload(here, pastedPeople(rows, ['为什么到本村']), ACCOUNTANT);
      const { households, problems } = await imports.read(here, id);
      return { id, households: households.length, problems: problems.map((each) => each.code + each.field) };
    };
    // The number is told by its row, in whatever way it is written; one key is enough.
    expect(await read(rowOf('1', wife, ''), rowOf('2', ['Li Wu', ` ${SON} `, '户主'], ''))).toMatchObject({
      problems: ['person.onOtherListI3'],
    });
    const { id } = await read(rowOf('1', wife, ''), rowOf('2', son, '嫁入'));
    await imports.confirm(here, id, ACCOUNTANT);
    const own = (await reads.findByIdentity(here, SON, OFFICER.by)) ?? '';
    const [first] = await reads.requireVersions(opened.database.reader, {
      collectiveId: here,
      memberId: own,
    });
    expect(first).toMatchObject({ otherVillageWhy: 'married', fromDay: '2025-07-20' });

    // A change asks only of a number that is another, and who has left there is asked no more.
    const change = {
      memberId,
      householdId: (await enter(there, { identity: HEAD })).id,
      personChange: 'mistyped',
    };
    const to = (identity: string, more: Partial<PersonForm> = {}) =>
      members.changeMember(
        there,
        { ...change, person: person({ identity, relation: 'child', fromDay: '2025-01-01', ...more }) },
        ACCOUNTANT,
      );
    await to('', { labour: 'weak' });
    expect(await refusals(to(WIFE))).toEqual(asked);
    const wifeId = (await reads.findByIdentity(here, WIFE, OFFICER.by)) ?? '';
    const form = { leftWhy: 'moved', fromDay: '2025-07-20' };
    await members.leaveMember(here, { memberId: wifeId, form }, ACCOUNTANT);
    expect(await refusals(to(WIFE, { fromDay: '2025-07-19' }))).toEqual(asked);
    await to(WIFE, { fromDay: '2025-07-20' });
  });

  it('open to nobody without the key, and leave no number in any table', async () => {
    const [first] = await on().roster.listRoster(village.id);
    expect(() => on('b'.repeat(64)).roster.opened(village.id, first?.people ?? [])).toThrow(WrongSeal);
    // While one key takes over from another, both open, and a number is found by either.
    const rotated = on('b'.repeat(64), 'a'.repeat(64));
    expect(await rotated.reads.findByIdentity(village.id, HEAD, OFFICER.by)).toBeDefined();
    const head = person({ identity: WIFE, personName: 'Zhang' });
    expect(
      await refusals(rotated.members.enterHousehold(village.id, { villageGroup: '', head }, ACCOUNTANT)),
    ).toEqual(['person.identityTaken identity']);
    for (const { name } of everyTable) {
      const rows = JSON.stringify(
        await opened.reader.query(`SELECT * FROM ${name}`),
        (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value),
      );
      expect([HEAD, WIFE, SON, CARD, MOBILE].filter((number) => rows.includes(number))).toEqual([]);
    }
  });

  it('are sealed anew under another key, and then open to that alone', async () => {
    const rotation = (...keys: readonly string[]) => rotationOn(opened, village, keysOf(...keys));
    const [before, after] = ['a'.repeat(64), 'b'.repeat(64)];
    await expect(rotation(after).requireKeys()).rejects.toThrow('config.keyMissing');
    await expect(rotation(after).sealAnew()).rejects.toThrow(WrongSeal);
    await rotation(before).requireKeys();
    const sealed = await rotation(after, before).sealAnew();
    expect(sealed).toBeGreaterThan(4);
    expect(await rotation(after, before).sealAnew()).toBe(0);
    await rotation(after).requireKeys();
    expect(await on(after).reads.findByIdentity(village.id, HEAD, OFFICER.by)).toBeDefined();
    const all = await on(after).roster.listRoster(village.id);
    expect(all).toHaveLength(2);
    for (const { people } of all) {
      expect(() => on(before).roster.opened(village.id, people)).toThrow(WrongSeal);
      expect(on(after).roster.opened(village.id, people)).toHaveLength(people.length);
    }
  });

  it('are on record: a row changed by hand is found', async () => {
    const hand = await Tampering.on(opened);
    await hand.keep();
    const broken = async () =>
      (await village.services.check.checkBooks(village.id)).breaks.map(({ pass }) => pass);
    expect(await broken()).toEqual([]);
    for (const change of fixture.CHANGED_BY_HAND) {
      await hand.run(change);
      expect(await broken()).toContain('records');
      await hand.putBack();
    }
    await hand.close();
  });
});
