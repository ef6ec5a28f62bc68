import type { AidListForm } from '../../src/domain/uses/aid-list';
import { aidListsOn } from '../support/aid';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { addPerson } from '../support/people';
import { ACCOUNTANT, claimOf, DEPUTY, Village } from '../support/village';
import { workSheetsOn } from '../support/works';
import { codesOf, PERSON, SHEET, WORK } from './works.fixture';

const LIST: AidListForm = {
  ...{ claimId: '', aidKind: 'own', aidGround: 'clean yards', aidBasis: 'rule 12', aidRows: '' },
  ...{ aidTotal: '', potOf: '', potPercent: '', equalReason: '' },
};

/** A paper that was taken back stands ready again, and asks why where another came between. */
describeOnEachEngine('what was taken back and is owed again', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let reward = '';
  let labour = '';

  beforeEach(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.openWith(300_000n);
    await addPerson(opened.database, village.id, DEPUTY.by);
    const { members } = workSheetsOn(opened.database, village.services);
    await members.enterHousehold(village.id, { villageGroup: '1', head: PERSON }, ACCOUNTANT);
    const other = { ...PERSON, personName: 'Wang Wu', identity: '34120219850615009X' };
    await members.enterHousehold(village.id, { villageGroup: '2', head: other }, ACCOUNTANT);
    const plan = await village.approvedPlan([
      claimOf(150_000n),
      claimOf(70_000n, { targetGroup: 'unknown', bucket: 'reward', forWhat: 'rewards' }),
      claimOf(70_000n, { targetGroup: 'unknown', bucket: 'labour', forWhat: 'ditches' }),
    ]);
    const { lines } = await village.services.plans.requirePlan(village.id, plan.id);
    const claims = new Map(lines.map(({ bucket, claims: own }) => [bucket.id, own[0]?.id ?? '']));
    [reward, labour] = [claims.get('reward') ?? '', claims.get('labour') ?? ''];
  });
  afterEach(() => opened.close());

  const today = (): string => village.services.clock.today();
  const lists = () => aidListsOn(opened.database, village.services);
  const enter = async (person: string, yuan: number, ground = 'clean yards'): Promise<string> => {
    const rows = { aidRows: `${person} ${String(yuan)}`, aidTotal: String(yuan), aidGround: ground };
    const { id } = await lists().lists.enterList(
      village.id,
      { ...LIST, claimId: reward, ...rows },
      ACCOUNTANT,
    );
    return id;
  };
  const accept = async (listId: string, aidReason = '', placeOf = ''): Promise<string> => {
    const form = { listId, aidOn: today(), aidReason, placeOf };
    return (await lists().lists.acceptList(village.id, form, DEPUTY)).voucher.entryId;
  };
  const reverse = (entryId: string) =>
    village.services.reversing.reverseVoucher(
      village.id,
      { entryId, reason: 'wrongAmount', postedOn: today() },
      ACCOUNTANT,
    );

  it.each<[name: string, person: string, ground: string, asked: string[]]>([
    ['the same household and ground', '1', 'clean yards', ['aid.againBeside']],
    ['the same household for another ground', '1', 'tidy yards', ['aid.againBeside']],
    ['another household for the same ground', '2', 'clean yards 。', ['aid.againBeside']],
    ['another household for another ground', '2', 'helped out', []],
  ])('a list: %s between', async (_, person, ground, asked) => {
    const list = await enter('1', 100);
    await reverse(await accept(list));
    // Nothing came between: nothing is asked.
    await reverse(await accept(list));
    await accept(await enter(person, 90, ground));
    village.services.clock.moveTo('2025-07-22');
    if (asked.length > 0) {
      expect(await codesOf(accept(list))).toEqual(asked);
      expect(await codesOf(accept(list, 'two'))).toEqual(['policy.reasonTooShort']);
    }
    await accept(list, asked.length > 0 ? 'for two months' : '');
    const kept = (await lists().aid.listLists(village.id)).find(({ id }) => id === list);
    expect([kept?.state, kept?.acceptedReason]).toEqual(['owed', asked.length > 0 ? 'for two months' : '']);
  });

  it('a list: one accepted before it was taken back, or taken back too, asks nothing', async () => {
    const list = await enter('1', 100);
    const first = await accept(list);
    const other = await enter('1', 90, 'tidy yards');
    await accept(other);
    village.services.clock.moveTo('2025-07-22');
    await reverse(first);
    const third = await enter('1', 80);
    await reverse(await accept(third));
    await accept(list);
  });

  it('a list whose place another took asks when it is of this year', async () => {
    const list = await enter('1', 100);
    const first = await accept(list);
    village.services.clock.moveTo('2026-01-20');
    await reverse(first);
    await accept(await enter('2', 90, 'helped out'), '', first);
    village.services.clock.moveTo('2026-01-21');
    expect(await codesOf(accept(list))).toEqual(['aid.againBeside']);
    await accept(list, 'of this January');
  });

  it('a sheet asks where another of the same days came between', async () => {
    const { sheets, works } = workSheetsOn(opened.database, village.services);
    const work = { ...WORK, claimId: labour };
    const { id: workId } = await sheets.openWork(village.id, work, ACCOUNTANT);
    const sheet = async (from: string, to: string, labourRows: string): Promise<string> => {
      const form = { ...SHEET, from, to, labourRows };
      return (await sheets.enterSheet(village.id, { workId, form }, ACCOUNTANT)).id;
    };
    const owe = async (sheetId: string, againWhy = ''): Promise<string> => {
      const form = { workId, sheetId, acceptedOn: today(), againWhy };
      return (await sheets.acceptSheet(village.id, form, DEPUTY)).voucher.entryId;
    };
    const first = await sheet('2025-07-01', '2025-07-05', '1 2 100');
    await reverse(await owe(first));
    await owe(await sheet('2025-07-06', '2025-07-08', '1 1 100'));
    // Other days are other work: nothing is asked.
    await reverse(await owe(first));
    await owe(await sheet('2025-07-05', '2025-07-05', '2 1 100'));
    expect(await codesOf(owe(first))).toEqual(['works.againBeside']);
    expect(await codesOf(owe(first, 'ask 13800138000'))).toEqual(['form.privateNumber']);
    await owe(first, 'two groups dug');
    const kept = (await works.requireSheet(village.id, { workId, sheetId: first })).sheet;
    expect([kept.state, kept.againWhy]).toEqual(['owed', 'two groups dug']);
    expect((await village.services.check.checkBooks(village.id)).breaks).toEqual([]);
  });
});
