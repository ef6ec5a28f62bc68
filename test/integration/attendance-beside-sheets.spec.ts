import { problemSentence } from '../../src/glossary/sentences';
import { FormProblems } from '../../src/domain/shared/problem';
import type { AttendanceForm } from '../../src/domain/uses/attendance';
import { PostWagesService } from '../../src/features/distribution/post-wages.service';
import { attendanceOn } from '../support/attendance';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { addPerson } from '../support/people';
import { appointForm, enterPerson, postForm, postsOf, refusals, standardForm } from '../support/posts';
import { ACCOUNTANT, claimOf, DEPUTY, Village } from '../support/village';
import { workSheetsOn } from '../support/works';
import { SHEET, WORK } from './works.fixture';

const JUNE = '2025-06';
const MAY = '2025-05';

describeOnEachEngine('the days of a month on posts', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let workId: string;
  let wages: string;
  let li: string;
  let zhang: string;

  const services = () => ({
    ...workSheetsOn(opened.database, village.services),
    attendance: attendanceOn(opened.database, village.services.clock, village.services),
  });
  const enter = (of: Partial<AttendanceForm> & { readonly month?: string }, by = ACCOUNTANT) => {
    const usual = { month: JUNE, days: {}, attendanceReason: '' };
    return services().attendance.enterSheet(village.id, { ...usual, ...of }, by);
  };
  /** Days of Li Si's and of Zhang's. */
  const days = (one: string, other: string) => ({ [li]: one, [zhang]: other });
  const work = (to: string, labourRows: string, bothWhy = '') => {
    const form = { ...SHEET, from: `${to.slice(0, 8)}01`, to, labourRows, bothWhy };
    return services().sheets.enterSheet(village.id, { workId, form }, ACCOUNTANT);
  };
  const accept = (sheetId: string) => {
    const { clock, monthGrants } = village.services;
    const accepting = new PostWagesService(opened.database, clock, services().attendance, monthGrants);
    return accepting.acceptSheet(village.id, { sheetId, claimId: wages, acceptedOn: '2025-07-20' }, DEPUTY);
  };
  const sheetsOf = async (month: string) =>
    (await services().attendance.listSheets(village.id, month)).map(({ state, bothWhy }) => [state, bothWhy]);

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.openWith(400_000n);
    await addPerson(opened.database, village.id, DEPUTY.by);
    const people = postsOf(opened.database, village);
    const status = 'lifted_out';
    await enterPerson(people, village.id, { identity: '341202199912311236', status });
    const second = { personName: 'Zhang', identity: '34120219850615009X', status };
    await enterPerson(people, village.id, second);
    const { id: postId } = await people.posts.openPost(village.id, postForm(), ACCOUNTANT);
    const at = { collectiveId: village.id, postId };
    await people.posts.setStandard(at, standardForm({ standardFrom: '2025-02' }), ACCOUNTANT);
    li = (await people.appointments.appoint(at, appointForm(), ACCOUNTANT)).id;
    const later = appointForm({ appointee: 'Zhang', appointedFrom: '2025-05-16' });
    zhang = (await people.appointments.appoint(at, later, ACCOUNTANT)).id;
    const labour = { bucket: 'labour', targetGroup: 'unknown', forWhat: 'ditches' };
    const plan = await village.approvedPlan([claimOf(200_000n), claimOf(150_000n, labour)]);
    wages = plan.claimIds[0] ?? '';
    const form = { ...WORK, claimId: plan.claimIds[1] ?? '' };
    workId = (await services().sheets.openWork(village.id, form, ACCOUNTANT)).id;
  });
  afterAll(() => opened.close());

  it('are never laid aside unseen by another clerk: he is told where his differ', async () => {
    await enter({ days: days('30', '20'), basedOn: '0' });
    const stale = (basedOn: string) => enter({ days: days('30', '19.5'), basedOn }, DEPUTY);
    const told = ['attendance.changedMeanwhile ', `attendance.otherDays days[${zhang}]`];
    expect(await refusals(stale('0'))).toEqual(told);
    expect(await refusals(stale(''))).toEqual(told);
    expect(await refusals(enter({ days: days('30', '20'), basedOn: '0' }, DEPUTY))).toEqual([
      'attendance.changedMeanwhile ',
    ]);
    const refused = await stale('0').catch((error: unknown) => error);
    const [, other] = refused instanceof FormProblems ? refused.problems : [];
    expect(other === undefined ? '' : problemSentence(other)).toBe('别人存的是 20 天，您填的是“19.5”。');
    expect(await sheetsOf(JUNE)).toEqual([['entered', null]]);
    // Knowing of it he may put his in its place.
    expect(await refusals(stale('1'))).toEqual([]);
    expect(await sheetsOf(JUNE)).toEqual([
      ['superseded', null],
      ['entered', null],
    ]);
  });

  it('are entered by one of twenty clerks at once; all others are told', async () => {
    const all = await Promise.allSettled(
      Array.from({ length: 20 }, (_, each) =>
        enter(
          { month: MAY, days: days('31', String(each % 16)), basedOn: '' },
          each % 2 ? DEPUTY : ACCOUNTANT,
        ),
      ),
    );
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const each of all)
      if (each.status === 'rejected')
        expect(each.reason).toMatchObject({
          problems: expect.arrayContaining([
            expect.objectContaining({ code: 'attendance.changedMeanwhile' }),
          ]) as unknown,
        });
    expect(await sheetsOf(MAY)).toEqual([['entered', null]]);
  });

  it('and a labour sheet together pay a day twice: it is asked why, whichever comes second', async () => {
    // June: Li was on the post on all 30 days, Zhang on 19.5 of them.
    expect(await refusals(work('2025-06-10', '2 10 120'))).toEqual([]);
    expect(await refusals(work('2025-06-12', '2 0.5 120'))).toEqual([]);
    expect(await refusals(work('2025-06-12', '2 0.5 120'))).toEqual(['works.alsoOnPost bothWhy']);
    expect(await refusals(work('2025-06-01', '1 0.5 120'))).toEqual(['works.alsoOnPost bothWhy']);
    const { id: sheetId } = await work('2025-06-01', '1 0.5 120', 'before daybreak');
    const { sheet } = await services().works.requireSheet(village.id, { workId, sheetId });
    expect(sheet.bothWhy).toBe('before daybreak');
    // The month is typed again: it is asked of Li and, of one half day more, of Zhang.
    const again = (one: string, other: string, bothWhy = '') =>
      enter({ days: days(one, other), basedOn: '2', bothWhy });
    const asks = (...who: string[]) => [
      ...who.map((each) => `attendance.alsoWorked days[${each}]`),
      'attendance.bothWhy bothWhy',
    ];
    expect(await refusals(again('30', '19.5'))).toEqual(asks(li));
    expect(await refusals(again('29.5', '20'))).toEqual(asks(zhang));
    expect(await refusals(again('30', '20', 'ask 13800138000'))).toEqual(['form.privateNumber bothWhy']);
    const { id } = await again('30', '20', 'nights and days');
    expect((await sheetsOf(JUNE)).at(-1)).toEqual(['entered', 'nights and days']);
    await accept(id);
    // Owed days are held against a labour sheet as those that wait.
    expect(await refusals(work('2025-06-30', '1 1 120'))).toEqual(['works.alsoOnPost bothWhy']);
  });

  it('count no more once they were taken back', async () => {
    const [owed] = (await services().attendance.listSheets(village.id, JUNE)).filter(
      ({ state }) => state === 'owed',
    );
    await village.reverse(owed?.acceptance?.entryId ?? '', '2025-07-20');
    expect(await refusals(work('2025-06-30', '1 1 120'))).toEqual([]);
    expect((await village.services.check.checkBooks(village.id)).breaks).toEqual([]);
  });
});
