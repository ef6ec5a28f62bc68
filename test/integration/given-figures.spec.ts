import { HouseholdCircumstanceEntity } from '../../src/features/collectives/circumstance.entity';
import { FormProblems } from '../../src/domain/shared/problem';
import { PostWagesService } from '../../src/features/distribution/post-wages.service';
import { insertRecorded } from '../../src/platform/audit/records';
import { seeded } from '../domain/policy/seeded';
import { aidListsOn } from '../support/aid';
import { attendanceOn } from '../support/attendance';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { givenReckonerOn, officesOn } from '../support/goals';
import { paidGrantsOn } from '../support/owed';
import { addPerson } from '../support/people';
import { confirmPolicy } from '../support/policy-register';
import { appointForm, enterPerson, postForm, postsOf, standardForm } from '../support/posts';
import { typedLine, typedVoucher } from '../support/vouchers';
import { ACCOUNTANT, claimOf, DEPUTY, type Village } from '../support/village';
import { workSheetsOn } from '../support/works';
import { SHEET, WORK } from './works.fixture';
import { KIT_ROUTE } from '../support/kit-routes';

/** A county whose only village keeps posts, a work for relief and a list of awards, on 20 July 2025. */
describeOnEachEngine('figures of goals about what people were given', (open) => {
  let opened: OpenDatabase;
  let offices: Awaited<ReturnType<typeof officesOn>>;
  let village: Village;
  const entries: Record<string, string> = {};

  const figuresOf = async (line: string, year = 2025): Promise<(string | undefined)[]> => {
    const { abouts } = await offices.goals.requireGoal(offices.countyId, line, year);
    return abouts[0]?.figures.filter((each) => each.year === year).map(({ value }) => value) ?? [];
  };
  const enter = (line: string, figures: Record<string, string>, aboutId = village.id) => {
    const form = { aboutId, year: '2025', figuresOn: '2025-07-20', paper: 'table', figures };
    return offices.goals.enter({ officeId: offices.countyId, line }, form, ACCOUNTANT).then(
      () => [],
      (error: unknown) =>
        error instanceof FormProblems ? error.problems.map(({ code, field }) => `${code} ${field}`) : error,
    );
  };
  const saidOf = async (pack: string, measure: string, year = 2025) => {
    const at = { pack: seeded.requirePack(pack).pack, years: [year] };
    const abouts = new Map([[village.id, [village.id]]]);
    const said = await givenReckonerOn(opened.database, offices.clock).reckon(measure, { ...at, abouts });
    return said?.get(year)?.get(village.id);
  };
  const pay = (ledgerAccount: string, yuan: string) =>
    village.services.manualVouchers.postVoucher(
      village.id,
      typedVoucher({
        postedOn: '2025-07-20',
        lines: [
          typedLine({ ledgerAccount, debit: yuan, pool: 'pv' }),
          typedLine({ ledgerAccount: '102', credit: yuan }),
        ],
      }),
      { preparedBy: 'ann', reviewedBy: 'ben' },
    );

  beforeAll(async () => {
    opened = await open();
    offices = await officesOn(opened.database, '341200', '2025-07-20', '2025-01-01');
    ({ village } = offices);
    const { services } = village;
    await confirmPolicy(services.confirmations, { officeId: offices.countyId, today: '2025-07-20' });
    await village.openWith(300_000n);
    await addPerson(opened.database, village.id, DEPUTY.by);
  });
  afterAll(() => opened.close());

  it('are typed while the village keeps none of it', async () => {
    expect([await figuresOf('FY-10'), await figuresOf('FY-12')]).toEqual([
      [undefined],
      [undefined, undefined],
    ]);
    expect(await enter('FY-10', { count: '7' })).toEqual([]);
    expect(await figuresOf('FY-10')).toEqual(['7']);
    // Its books hold the year and no award: there is nothing to pay.
    expect(await figuresOf('FY-22')).toEqual(['0.00', '0.00']);
    expect(await figuresOf('FY-22', 2024)).toEqual([undefined, undefined]);
    expect(await enter('FY-22', { part: '100', whole: '100' }, offices.countyId)).toEqual([
      ...['figures.booksKnow figures.part', 'figures.booksKnow figures.whole'],
      ...['policy.ruleBroken figures.part', 'policy.ruleBroken figures.whole'],
    ]);
  });

  it('ask the books of many villages as often as those of one', async () => {
    const sent = jest.spyOn(opened.database, 'reader', 'get');
    const reckoner = givenReckonerOn(opened.database, offices.clock);
    const { pack } = seeded.requirePack('211324/2024-08-15');
    const asked = async (ids: readonly string[]): Promise<number> => {
      sent.mockClear();
      const abouts = new Map(ids.map((id) => [id, [id]]));
      await reckoner.reckon('share_to_target', { pack, years: [2025, 2024], abouts });
      return sent.mock.calls.length;
    };
    const others = Array.from({ length: 60 }, (_, place) => `village-${String(place)}`);
    const once = await asked([village.id]);
    expect([once > 0, await asked([village.id, ...others])]).toEqual([true, once]);
    sent.mockRestore();
  });

  it('count who is on a post on the day, and nobody says otherwise', async () => {
    const services = postsOf(opened.database, village);
    const { posts, appointments } = services;
    const li = { personName: 'Li Si', identity: '341202199912311236', status: 'lifted_out' };
    await enterPerson(services, village.id, li);
    await enterPerson(services, village.id, { personName: 'Zhang', identity: '34120219850615009X' });
    const wang = { personName: 'Wang Wu', identity: '341202193602290014', status: 'lifted_out' };
    await enterPerson(services, village.id, wang);
    const { id: postId } = await posts.openPost(village.id, postForm({ postFrom: '2025-01-01' }), ACCOUNTANT);
    const at = { collectiveId: village.id, postId };
    await posts.setStandard(at, standardForm({ standardFrom: '2025-02' }), ACCOUNTANT);
    expect(await figuresOf('FY-10')).toEqual(['0']);
    const { id: first } = await appointments.appoint(at, appointForm(), ACCOUNTANT);
    const why = { tooOld: 'still strong' };
    const later = appointForm({ appointee: 'Wang Wu', appointedFrom: '2025-07-20', postReasons: why });
    const { id: second } = await appointments.appoint(at, later, ACCOUNTANT);
    expect(await figuresOf('FY-10')).toEqual(['2']);
    expect(await figuresOf('FY-10', 2024)).toEqual([undefined]);
    const leave = { leftPostOn: '2025-07-20', postLeaving: 'mistaken', leavingPaper: 'note' };
    await appointments.leave(at, { appointmentId: second, ...leave }, ACCOUNTANT);
    expect(await figuresOf('FY-10')).toEqual(['1']);
    expect(await enter('FY-10', { count: '2' })).toEqual([
      ...['figures.booksKnow figures.count', 'policy.ruleBroken figures.count'],
    ]);
    entries['appointment'] = first;
  });

  it('tell what was approved and paid, by the trace of the money', async () => {
    const { services } = village;
    const lists = aidListsOn(opened.database, services);
    const reward = { bucket: 'reward', targetGroup: 'unknown', forWhat: 'rewards' };
    const labour = { bucket: 'labour', targetGroup: 'unknown', forWhat: 'ditches' };
    const { claimIds } = await village.approvedPlan([
      claimOf(150_000n),
      claimOf(100_000n, labour),
      claimOf(41_000n, reward),
    ]);
    const [posts = '', works = '', rewards = ''] = claimIds;
    const form = {
      ...{ claimId: rewards, aidKind: 'own', aidGround: 'clean yards', aidBasis: 'rule 12' },
      ...{ aidRows: '1 50 7\n2 60', aidTotal: '410', potOf: '', potPercent: '', equalReason: '' },
    };
    const { id: listId } = await lists.lists.enterList(village.id, form, ACCOUNTANT);
    expect(await figuresOf('FY-22')).toEqual(['0.00', '0.00']);
    const accept = { listId, aidOn: '2025-07-20', aidReason: '' };
    const { voucher } = await lists.lists.acceptList(village.id, accept, DEPUTY);
    expect(await figuresOf('FY-22')).toEqual(['0.00', '410.00']);
    await village.reverse(voucher.entryId);
    expect(await figuresOf('FY-22')).toEqual(['0.00', '0.00']);
    await lists.lists.acceptList(village.id, accept, DEPUTY);
    await pay('211', '405.00');
    expect(await figuresOf('FY-22')).toEqual(['405.00', '410.00']);
    const { outcome, villages } = await offices.goals.requireGoal(offices.countyId, 'FY-22', 2025);
    expect([outcome, villages.map(({ figures }) => figures.map(({ value }) => value))]).toEqual([
      ...['missed', [['405.00', '410.00']]],
    ]);
    // An office above a village whose books hold nothing has at least what the other one's say.
    const reckoner = givenReckonerOn(opened.database, offices.clock);
    const abouts = new Map([['county', [village.id, 'another']]]);
    const at = { pack: seeded.requirePack('341200/2023-09-21').pack, years: [2025], abouts };
    const said = await reckoner.reckon('awards_paid', at);
    expect(said?.get(2025)?.get('county')).toEqual({
      ...{ exact: {}, least: { part: '405.00', whole: '410.00' }, most: {}, rest: '5.00' },
    });
    const told = await paidGrantsOn(opened.database, village).listGrants(village.id);
    expect(told.map(({ amount, paid }) => [amount, paid])).toEqual([[41_000n, 40_500n]]);
    Object.assign(entries, { posts, works });
  });

  it('tell whom the photovoltaic money reached, to the fen or between two bounds', async () => {
    const { pack } = seeded.requirePack('411400/2018-04-09');
    const [word] = pack.lists.find(({ id }) => id === 'pv_priority')?.of ?? [];
    const sq = () => saidOf(pack.id, 'pv_share_to_tagged');
    // 405.00 of 410.00 is paid: Li Si has 350.00 of it and nobody looks at him first yet.
    expect(await sq()).toEqual({ exact: { part: '0.00', whole: '405.00' }, least: {}, most: {} });
    const household = await aidListsOn(opened.database, village.services).roster.listRoster(village.id);
    const row = {
      ...{ collectiveId: village.id, householdId: household[0]?.id ?? '', circumstanceNumber: 1 },
      ...{ circumstance: word?.id ?? '', circumstanceWords: word?.name ?? '', pack: pack.id },
      ...{ fromDay: '2025-07-20', paper: 'card', enteredBy: 'ann', enteredAt: '2025-07-20T08:00:00Z' },
    };
    await opened.database.inTransaction(village.id, (tx) =>
      insertRecorded(tx, HouseholdCircumstanceEntity, row),
    );
    expect(await sq()).toEqual({
      ...{ exact: { whole: '405.00' }, least: { part: '345.00' }, most: { part: '350.00' } },
    });
    entries['rest'] = (await pay('211', '5.00')).entryId;
    expect(await sq()).toEqual({ exact: { part: '350.00', whole: '410.00' }, least: {}, most: {} });
    expect(await saidOf(pack.id, 'pv_share_to_tagged', 2024)).toEqual({ exact: {}, least: {}, most: {} });
  });

  it('tell what went to those to be helped, and that key persons had no more of it', async () => {
    const attendance = attendanceOn(opened.database, offices.clock, village.services);
    const { monthGrants } = village.services;
    const wages = new PostWagesService(opened.database, offices.clock, attendance, monthGrants);
    const days = { [entries['appointment'] ?? '']: '30' };
    const month = { month: '2025-06', days, attendanceReason: '' };
    const { id: sheetId } = await attendance.enterSheet(village.id, month, ACCOUNTANT);
    const accepted = { sheetId, claimId: entries['posts'] ?? '', acceptedOn: '2025-07-20' };
    await wages.acceptSheet(village.id, accepted, DEPUTY);
    const kazuo = '211324/2024-08-15';
    const share = () => saidOf(kazuo, 'share_to_target');
    // Wages of 600.00 and 350.00 of the list's 410.00 are Li Si's.
    expect((await share())?.exact).toEqual({ part: '950.00', whole: '1010.00' });
    const most = async () => (await saidOf('530113/2022-09-19', 'key_group_gain'))?.most;
    expect(await most()).toEqual({ value: '350.00' });
    await pay('213', '600.00');
    expect(await most()).toEqual({ value: '950.00' });
    expect(await saidOf(kazuo, 'share_to_target', 2024)).toEqual({ exact: {}, least: {}, most: {} });
  });

  it('count who worked for relief by accepted sheets, and by a reversal no more', async () => {
    const { works, sheets } = workSheetsOn(opened.database, village.services);
    const relief = { workInvestment: '2000', workCentral: '600', workRegion: '400' };
    const opens = { ...WORK, ...relief, claimId: entries['works'] ?? '' };
    const { id: workId } = await sheets.openWork(village.id, opens, ACCOUNTANT);
    const form = { ...SHEET, labourRows: '1 3 120\n2 3 120' };
    const { id: sheetId } = await sheets.enterSheet(village.id, { workId, form }, ACCOUNTANT);
    expect(await figuresOf('FY-12')).toEqual([undefined, undefined]);
    const accept = { workId, sheetId, acceptedOn: '2025-07-20' };
    const { voucher } = await sheets.acceptSheet(village.id, accept, DEPUTY);
    expect(await figuresOf('FY-12')).toEqual(['1', '2']);
    expect(await enter('FY-12', { part: '2', whole: '2' })).toEqual([
      ...['figures.booksKnow figures.part', 'figures.booksKnow figures.whole'],
      'policy.ruleBroken figures.part',
    ]);
    await village.reverse(voucher.entryId);
    expect(await figuresOf('FY-12')).toEqual([undefined, undefined]);
    expect((await works.requireWork(village.id, workId)).sheets.map(({ state }) => state)).toEqual([
      'takenBack',
    ]);
  });

  it('leave no more of a county to be paid than its other villages can have had', async () => {
    const { collectives } = village.services;
    await collectives.createCollective({
      ...{ parentId: offices.townshipId, kind: 'village', name: 'without books', contacts: [] },
      ...{ organisationName: 'another', regionPath: ['341200'], noticeLabel: 'W' },
      ...{ routeId: KIT_ROUTE, booksOpenOn: '2025-01-01' },
    });
    const all = { part: '500.00', whole: '500.00' };
    expect(await enter('FY-22', all, offices.countyId)).toEqual([]);
    expect(await figuresOf('FY-22')).toEqual(['500.00', '500.00']);
    await village.reverse(entries['rest'] ?? '');
    // 5.00 of its 410.00 is owed again: all of the county's is not paid.
    expect(await figuresOf('FY-22')).toEqual([undefined, '500.00']);
    expect(await enter('FY-22', all, offices.countyId)).toEqual(['figures.restOnBooks figures.part']);
    expect(await enter('FY-22', { ...all, part: '495.01' }, offices.countyId)).toEqual([
      'figures.restOnBooks figures.part',
    ]);
    expect(await enter('FY-22', { ...all, part: '495.00' }, offices.countyId)).toEqual([]);
    expect(await figuresOf('FY-22')).toEqual(['495.00', '500.00']);
  });
});
