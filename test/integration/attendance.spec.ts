import type { CheckResult } from '../../src/domain/ledger/check-pass';
import { PostWagesService } from '../../src/features/distribution/post-wages.service';
import { expectSoundBooks } from '../books/invariants';
import { attendanceOn } from '../support/attendance';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { MonthAcceptanceTasksService } from '../../src/features/months/month-acceptance-tasks.service';
import { owedOn } from '../support/owed';
import { typedLine, typedVoucher } from '../support/vouchers';
import { industryOn, worksOn } from '../support/works';
import { PostsOutOfPlaceService } from '../../src/features/uses/posts-out-of-place.service';
import { addPerson } from '../support/people';
import { appointForm, enterPerson, postForm, postsOf, refusals, standardForm } from '../support/posts';
import { ownPasses, Tampering } from '../support/tampering';
import { ACCOUNTANT, claimOf, DEPUTY, Village } from '../support/village';

const JUNE = '2025-06';

describeOnEachEngine('wages of posts', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let planId: string;
  let claimId: string;
  let ditches: string;
  let postId: string;
  let dead: string;
  let near: { readonly householdId: string; readonly memberId: string };
  let first = '';
  let second = '';

  const on = () => {
    const { clock, monthGrants } = village.services;
    const posts = postsOf(opened.database, village);
    const attendance = attendanceOn(opened.database, clock, village.services);
    const wages = new PostWagesService(opened.database, clock, attendance, monthGrants);
    return { ...posts, attendance, wages };
  };
  const enter = (days: Record<string, string>, month = JUNE) =>
    on().attendance.enterSheet(village.id, { month, days, attendanceReason: '' }, ACCOUNTANT);
  const accept = (sheetId: string, by = DEPUTY) =>
    on().wages.acceptSheet(village.id, { sheetId, claimId, acceptedOn: '2025-07-20' }, by);
  const granted = async (): Promise<bigint> => {
    const { lines } = await village.services.plans.requirePlan(village.id, planId);
    return lines.find(({ bucket }) => bucket.id === 'posts')?.granted ?? 0n;
  };
  /** What the month's page asks for. */
  const tasks = async (month = JUNE): Promise<string[]> => {
    const { attendance, posts, roster } = on();
    const { works } = worksOn(opened.database, village.services.clock, village.services);
    const { industry } = industryOn(opened.database, village.services);
    const outOfPlace = new PostsOutOfPlaceService(posts, roster);
    const { clock } = village.services;
    const asked = new MonthAcceptanceTasksService(attendance, outOfPlace, works, industry, clock);
    const found = await asked.listTasks(village.id, month);
    return found.map(({ id, state, amount }) => `${id} ${state} ${String(amount ?? '')}`.trim());
  };
  /** Everybody with what is owed, paid and unsure, and the first reckoning; what is owed in all. */
  const owedNow = async (): Promise<[string[], bigint]> => {
    const { people, open } = await owedOn(opened.database, village).read(village.id);
    const told = people.map(({ known, owed: due, paid, unsure, items }) =>
      [known.name, due, paid, unsure, items[0]?.line.reckoning].map(String).join(' '),
    );
    return [told, open];
  };
  /** Wages paid from the bank by a voucher of hands. */
  const pay = (yuan: string) =>
    village.services.manualVouchers.postVoucher(
      village.id,
      typedVoucher({
        postedOn: '2025-07-20',
        lines: [
          typedLine({ ledgerAccount: '213', debit: yuan, pool: 'pv' }),
          typedLine({ ledgerAccount: '102', credit: yuan }),
        ],
      }),
      { preparedBy: 'ann', reviewedBy: 'ben' },
    );
  const states = async (): Promise<string[]> =>
    (await on().attendance.listSheets(village.id, JUNE)).map(({ state }) => state);

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.openWith(300_000n);
    await addPerson(opened.database, village.id, DEPUTY.by);
    const services = on();
    const { posts, appointments } = services;
    const status = 'lifted_out';
    const li = { personName: 'Li Si', identity: '341202199912311236', status };
    const zhang = { personName: 'Zhang', identity: '34120219850615009X', status };
    near = await enterPerson(services, village.id, li);
    dead = (await enterPerson(services, village.id, zhang)).memberId;
    postId = (await posts.openPost(village.id, postForm(), ACCOUNTANT)).id;
    const at = { collectiveId: village.id, postId };
    await posts.setStandard(at, standardForm({ standardFrom: '2025-02' }), ACCOUNTANT);
    first = (await appointments.appoint(at, appointForm(), ACCOUNTANT)).id;
    const later = appointForm({ appointee: 'Zhang', appointedFrom: '2025-06-16' });
    second = (await appointments.appoint(at, later, ACCOUNTANT)).id;
    const labour = { bucket: 'labour', targetGroup: 'unknown', forWhat: 'ditches' };
    const plan = await village.approvedPlan([claimOf(150_000n), claimOf(130_000n, labour)]);
    planId = plan.id;
    claimId = plan.claimIds[0] ?? '';
    ditches = plan.claimIds[1] ?? '';
  });
  afterAll(() => opened.close());

  it('are owed when somebody else accepted the days, never before, and never twice', async () => {
    expect(await refusals(enter({ [first]: '30' }))).toEqual([`form.missing days[${second}]`]);
    expect(await refusals(enter({ [first]: '30', [second]: '15.5' }))).toEqual([
      `attendance.days days[${second}]`,
    ]);
    expect(await refusals(enter({ [first]: '1' }, '2025-08'))).toBe('attendance.notAMonth');
    expect([await tasks(), await tasks('2025-01'), await tasks('2025-07')]).toEqual([
      ['attendance todo'],
      [],
      [],
    ]);
    const wrong = await enter({ [first]: '29', [second]: '15' });
    // A later sheet takes the place of one that nobody accepted.
    const { id } = await enter({ [first]: '30', [second]: '10' });
    expect([await granted(), ...(await states())]).toEqual([0n, 'superseded', 'entered']);
    expect(await tasks()).toEqual(['attendance doing 80000']);
    expect(await refusals(accept(wrong.id))).toBe('attendance.notWaiting');
    expect(await refusals(accept(id, ACCOUNTANT))).toEqual(['attendance.ownSheet ']);
    // Nobody is owed wages whole while somebody is on a post, nor by a line that pays other work.
    expect(await refusals(village.grant(planId, claimId))).toBe('grant.byDays');
    const byLabour = { sheetId: id, claimId: ditches, acceptedOn: '2025-07-20' };
    expect(await refusals(on().wages.acceptSheet(village.id, byLabour, DEPUTY))).toBe('attendance.notPosts');
    const early = { sheetId: id, claimId, acceptedOn: '2025-06-30' };
    expect(await refusals(on().wages.acceptSheet(village.id, early, DEPUTY))).toEqual([
      'uses.acceptedBeforeEntry acceptedOn',
    ]);
    const { voucher } = await accept(id);
    // 600.00 and 600.00 / 30 x 10.
    expect([await granted(), ...(await states())]).toEqual([80_000n, 'superseded', 'owed']);
    expect(await tasks()).toEqual(['attendance done 80000']);
    const booked = await village.services.books.requireEntry(village.id, voucher.entryId);
    // The voucher is of who entered the days; who accepted them may look it over.
    expect([booked.aboutPeriod, booked.preparedBy]).toEqual([JUNE, ACCOUNTANT.by]);
    expect(booked.postings.map(({ ledgerAccount, side, amount }) => [ledgerAccount, side, amount])).toEqual([
      ['514', 'debit', 80_000n],
      ['213', 'credit', 80_000n],
    ]);
    expect(await refusals(accept(id))).toBe('attendance.notWaiting');
    expect(await refusals(enter({ [first]: '30', [second]: '15' }))).toBe('attendance.owed');
    // What is owed is not told otherwise afterwards: it is reversed first.
    const at = { collectiveId: village.id, postId };
    const leaving = { appointmentId: first, postLeaving: 'gone', leavingPaper: 'a letter' };
    const left = on().appointments.leave(at, { ...leaving, leftPostOn: '2025-06-29' }, ACCOUNTANT);
    expect(await refusals(left)).toEqual(['post.leftPaid leftPostOn']);
    await expectSoundBooks(village);
  });

  it('are owed no more by a reversal; the month is entered and accepted anew', async () => {
    const owed = (await on().attendance.listSheets(village.id, JUNE)).find(({ state }) => state === 'owed');
    await village.reverse(owed?.acceptance?.entryId ?? '');
    expect([await granted(), ...(await states())]).toEqual([0n, 'superseded', 'takenBack']);
    expect(await tasks()).toEqual(['attendance attention']);
    expect(await refusals(accept(owed?.id ?? ''))).toBe('attendance.notWaiting');
    const { id } = await enter({ [first]: '30', [second]: '15' });
    await accept(id);
    expect([await granted(), (await states()).at(-1)]).toEqual([90_000n, 'owed']);
    await expectSoundBooks(village);
    // Person by person, with the reckoning; a payment in part names nobody, one of all of it pays everybody.
    expect(await owedNow()).toEqual([
      ['Li Si 60000 0 0 600.00 ÷ 30 天 × 30 天', 'Zhang 30000 0 0 600.00 ÷ 30 天 × 15 天'],
      90_000n,
    ]);
    const part = await pay('400.00');
    expect((await owedNow())[0]).toEqual([
      'Li Si 0 0 60000 600.00 ÷ 30 天 × 30 天',
      'Zhang 0 0 30000 600.00 ÷ 30 天 × 15 天',
    ]);
    expect((await owedNow())[1]).toBe(50_000n);
    const rest = await pay('500.00');
    expect(await owedNow()).toEqual([
      ['Li Si 0 60000 0 600.00 ÷ 30 天 × 30 天', 'Zhang 0 30000 0 600.00 ÷ 30 天 × 15 天'],
      0n,
    ]);
    for (const { entryId } of [rest, part]) await village.reverse(entryId);
    expect((await owedNow())[1]).toBe(90_000n);
  });

  it('never pass what the plan has left, nor are they days of nobody', async () => {
    const { id } = await enter({ [first]: '31' }, '2025-05');
    await accept(id);
    expect(await granted()).toBe(150_000n);
    const march = await enter({ [first]: '1' }, '2025-03');
    const atJune = { sheetId: march.id, claimId, acceptedOn: '2025-07-20', month: JUNE };
    const elsewhere = await refusals(on().wages.acceptSheet(village.id, atJune, DEPUTY));
    expect(elsewhere).toBe('attendance.otherMonth');
    expect(await refusals(accept(march.id))).toBe('grant.aboveLine');
    // The post pays otherwise than when the days were written down.
    const at = { collectiveId: village.id, postId };
    const more = standardForm({ standardFrom: '2025-03', standardAmount: '610.00' });
    const set = () => refusals(on().posts.setStandard(at, more, ACCOUNTANT));
    expect(await set()).toEqual(['post.standardPaid standardFrom']);
    for (const { state, acceptance } of await on().attendance.listSheets(village.id))
      if (state === 'owed') await village.reverse(acceptance?.entryId ?? '');
    expect(await set()).toEqual([]);
    expect(await refusals(accept(march.id))).toBe('attendance.stale');
    const none = await enter({ [first]: '0' }, '2025-03');
    expect(await refusals(accept(none.id))).toEqual(['attendance.nothing ']);
    expect(await refusals(enter({}, '2025-01'))).toEqual(['attendance.nobody ']);
  });

  it('two who accept one sheet at once, or take it back at once: one of them is told so', async () => {
    const { id } = await enter({ [first]: '28' }, '2025-02');
    const both = await Promise.all([refusals(accept(id)), refusals(accept(id, { by: 'officer' }))]);
    expect(both.map(String).sort()).toEqual(['', 'attendance.notWaiting']);
    const sheets = await on().attendance.listSheets(village.id, '2025-02');
    const entryId = sheets[0]?.acceptance?.entryId ?? '';
    const back = await Promise.all([refusals(village.reverse(entryId)), refusals(village.reverse(entryId))]);
    expect(back.map(String).filter((each) => each === '')).toHaveLength(1);
    expect(await granted()).toBe(0n);
    await expectSoundBooks(village);
  });

  it('end with the day before somebody died, whoever noted that he left the post', async () => {
    const [month, form] = ['2025-07', { leftWhy: 'died', fromDay: '2025-07-10' }];
    await on().members.leaveMember(village.id, { memberId: dead, form }, ACCOUNTANT);
    const rows = await on().attendance.listRows(village.id, month);
    expect(rows.map(({ from, to }) => `${from} ${to}`)).toEqual([
      '2025-07-01 2025-07-31',
      '2025-07-01 2025-07-09',
    ]);
    expect(await refusals(enter({ [first]: '20', [second]: '10' }, month))).toEqual([
      `attendance.days days[${second}]`,
    ]);
    expect(await on().attendance.listRows(village.id, '2025-06')).toHaveLength(2);
  });

  it('are no days of who has become close to an officer, until he has left the post', async () => {
    const month = '2025-07';
    const days = { [first]: '20', [second]: '9' };
    // Today is the 20th: a day to come is entered when it was.
    expect(await refusals(enter({ ...days, [first]: '31' }, month))).toEqual([
      `attendance.ahead days[${first}]`,
    ]);
    expect(await refusals(enter(days, month))).toEqual([]);
    const person = {
      ...{ personName: 'Li Si', identity: '', relation: 'head', labour: 'able', officerRelation: 'spouse' },
      ...{ belongs: 'yes', fromDay: '2025-07-10', mobile: '', accountKind: '', accountNumber: '', bank: '' },
    };
    await on().members.changeMember(village.id, { ...near, person, personChange: 'married' }, ACCOUNTANT);
    expect(await refusals(enter(days, month))).toEqual([`attendance.barred days[${first}]`]);
    const at = { collectiveId: village.id, postId };
    const told = await on().posts.requirePost(at);
    expect((await on().posts.listOutOfPlace(village.id, told)).map(({ problem }) => problem.code)).toEqual([
      'post.barredSince',
    ]);
    expect(await tasks(month)).toContain(`post:${postId} attention`);
    const leaving = { appointmentId: first, postLeaving: 'barred', leavingPaper: 'note' };
    await on().appointments.leave(at, { ...leaving, leftPostOn: '2025-07-09' }, ACCOUNTANT);
    const left = await on().posts.requirePost(at);
    expect(await on().posts.listOutOfPlace(village.id, left)).toEqual([]);
    expect(await tasks(month)).not.toContain(`post:${postId} attention`);
    expect(await refusals(enter({ [first]: '9', [second]: '9' }, month))).toEqual([]);
  });

  it('are held by the check: a wage, a sum, an acceptance changed by hand is found', async () => {
    const check = async (): Promise<CheckResult> => village.services.check.checkBooks(village.id);
    const found = async () => [
      ...new Set(ownPasses(await check()).breaks.map(({ pass, code }) => `${pass} ${code}`)),
    ];
    expect((await check()).breaks).toEqual([]);
    const hand = await Tampering.on(opened);
    await hand.keep();
    for (const [change, code] of [
      ['UPDATE attendance_lines SET half_days = half_days - 1 WHERE half_days > 4', 'attendanceDiffers'],
      ['UPDATE attendance_sheets SET amount_fen = amount_fen + 1', 'attendanceDiffers'],
      ["UPDATE attendance_acceptances SET entered_by = 'accountant'", 'attendanceGrantDiffers'],
    ]) {
      await hand.run(change ?? '');
      expect(await found()).toContain(`attendance check.${code ?? ''}`);
      await hand.putBack();
    }
    await hand.close();
  });
});
