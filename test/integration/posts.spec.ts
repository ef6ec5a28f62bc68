import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import {
  appointForm,
  enterPerson,
  postForm,
  postsOf,
  refusals,
  standardForm,
  villageUnder,
} from '../support/posts';
import { Tampering } from '../support/tampering';
import { ACCOUNTANT, Village } from '../support/village';

const PEOPLE = [
  { personName: 'Li Si', identity: '341202193602290014' },
  { personName: 'Zhang', identity: '34120219850615009X' },
  { personName: 'Zhang', identity: '341202199912311236' },
];

/** The paper by which a county gives its numbers. */
const PAPER = {
  ...{ paperTitle: 'standards', paperNumber: '' },
  ...{ paperIssuer: 'county', paperIssuedOn: '2022-07-01' },
};

describeOnEachEngine('public-welfare posts', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  const of = (at: Village) => postsOf(opened.database, at);

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
  });

  it('pay what the document of their region lets them: its floor asks why, its cap refuses', async () => {
    const nanning = await villageUnder(opened.database, '450000', '2022-12-20');
    const { posts } = of(nanning);
    const gives = (numberId: string, value: string, from: string) =>
      nanning.services.standards.addStandard(
        nanning.id,
        { region: '450000', numberId, value, from, ...PAPER },
        { by: 'county' },
      );
    const { id: postId } = await posts.openPost(nanning.id, postForm(), ACCOUNTANT);
    const at = { collectiveId: nanning.id, postId };
    const set = (standardFrom: string, standardAmount: string, document = '', paidEvery = 'month') =>
      refusals(
        posts.setStandard(
          at,
          standardForm({ standardFrom, standardAmount, paidEvery, postReasons: { document } }),
          ACCOUNTANT,
        ),
      );
    // A number that nobody gave passes nothing.
    const undecided = ['policy.ruleUndecided standardAmount'];
    expect(await set('2022-08', '600.00')).toEqual(undecided);
    for (const aDay of ['10.00', '57.20', '78.00'])
      expect(await set('2022-08', aDay, 'few days', 'day')).toEqual(undecided);
    await gives('local.low_income_aid', '580.00', '2022-07-19');
    await gives('local.low_income_aid', '610.00', '2022-10-01');
    await gives('local.minimum_wage', '1430.00', '2022-07-19');
    await gives('local.minimum_wage', '1433.33', '2022-11-01');
    expect(await set('2022-08', '579.99')).toEqual(['policy.reasonMissing postReasons[document]']);
    expect(await set('2022-08', '1716.01', 'heavy')).toEqual(['policy.ruleBroken standardAmount']);
    expect(await set('2022-08', '580.00')).toEqual([]);
    expect(await set('2022-08', '1716.00')).toEqual([]);
    expect(await set('2022-09', '600.00')).toEqual([]);
    expect(await set('2022-10', '600.00')).toEqual(['policy.reasonMissing postReasons[document]']);
    expect(await set('2022-10', '600.00', 'half days')).toEqual([]);
    // 1.2 times 1,433.33 is 1,719.996: the cap is never rounded up.
    expect(await set('2022-11', '1720.00')).toEqual(['policy.ruleBroken standardAmount']);
    expect(await set('2022-11', '1719.99')).toEqual([]);
    // By the day, 30 days: 1,719.90 and 610.20 are within, 1,720.20 and 609.90 ask.
    const asks = ['policy.reasonMissing postReasons[document]'];
    expect(await set('2022-12', '57.33', '', 'day')).toEqual([]);
    expect(await set('2022-12', '57.34', '', 'day')).toEqual(asks);
    expect(await set('2022-12', '57.34', 'few days', 'day')).toEqual([]);
    expect(await set('2022-12', '20.34', '', 'day')).toEqual([]);
    expect(await set('2022-12', '20.33', '', 'day')).toEqual(asks);
  });

  it('never pay less than before without a reason, where the document wants more', async () => {
    const dongchuan = await villageUnder(opened.database, '530113', '2024-07-20');
    for (const at of [dongchuan, village]) {
      const { posts } = of(at);
      const { id: postId } = await posts.openPost(at.id, postForm({ postName: 'care' }), ACCOUNTANT);
      const set = (standardFrom: string, standardAmount: string, paidEvery = 'month') =>
        refusals(
          posts.setStandard(
            { collectiveId: at.id, postId },
            standardForm({ standardFrom, standardAmount, paidEvery }),
            ACCOUNTANT,
          ),
        );
      expect(await set('2024-02', '300.00')).toEqual([]);
      // A first month typed too late: the right one is set before it, nothing of it being owed.
      expect(await set('2024-01', '300.01')).toEqual(['policy.reasonMissing postReasons[document]']);
      expect(await set('2024-01', '300.00')).toEqual([]);
      expect(await set('2024-03', '299.99')).toEqual(['policy.reasonMissing postReasons[document]']);
      // 30 days at 9.99 are 299.70.
      expect(await set('2024-03', '9.99', 'day')).toEqual(['policy.reasonMissing postReasons[document]']);
    }
    // DC-IV3: at 11,000 a head a household is one of those to be looked after, a fen above it is not.
    const { households, incomes, roster, ...people } = of(dongchuan);
    const [someone] = PEOPLE;
    const { householdId } = await enterPerson({ households, incomes, roster, ...people }, dongchuan.id, {
      ...someone,
    });
    const tags = async (perHead: string): Promise<string[]> => {
      const at = { collectiveId: dongchuan.id, householdId };
      await incomes.noteIncome(at, { incomeYear: '2023', perHead, incomePaper: 'sheet' }, ACCOUNTANT);
      return (await roster.listRoster(dongchuan.id, '2024-07-20')).flatMap((each) =>
        each.tags.map(({ id }) => id),
      );
    };
    expect(await tags('11000.01')).not.toContain('low_income');
    expect(await tags('11000.00')).toContain('low_income');
    // DC-II2b: below the average that the county gave, and below none while it gave none.
    expect(await tags('10999.99')).toEqual(['low_income']);
    const average = { region: '530113', numberId: 'average.income', value: '12640', from: '2022-09-19' };
    await dongchuan.services.standards.addStandard(dongchuan.id, { ...average, ...PAPER }, { by: 'county' });
    expect(await tags('10999.99')).toEqual(['low_income', 'below_average']);
    expect(await tags('12639.99')).toEqual(['below_average']);
    expect(await tags('12640.00')).toEqual([]);
  });

  it('have somebody who was shown, agreed and is no officer; one person, one post', async () => {
    const services = of(village);
    const { posts, appointments } = services;
    const [li = {}, zhang = {}, other = {}] = PEOPLE;
    await enterPerson(services, village.id, { ...li, status: 'lifted_out', fromDay: '2024-01-01' });
    await enterPerson(services, village.id, { ...zhang, officerRelation: 'spouse', status: 'lifted_out' });
    const { memberId: strangerId } = await enterPerson(services, village.id, { ...other });
    const { id: postId } = await posts.openPost(village.id, postForm({ seats: '1' }), ACCOUNTANT);
    const { id: second } = await posts.openPost(village.id, postForm({ postName: 'west' }), ACCOUNTANT);
    const appoint = (wish: Parameters<typeof appointForm>[0], id = postId) =>
      refusals(appointments.appoint({ collectiveId: village.id, postId: id }, appointForm(wish), ACCOUNTANT));
    const tooOld = { tooOld: 'sweeps his own lane' };
    expect(await appoint({ appointee: 'Nobody' })).toEqual(['post.personUnknown appointee']);
    expect(await appoint({ appointee: 'Zhang' })).toEqual(['post.personSeveral appointee']);
    expect(await appoint({ appointee: '2' })).toEqual(['post.barred appointee']);
    expect(await appoint({ appointee: '3' })).toEqual(['post.notHelped postReasons[notHelped]']);
    expect(await appoint({})).toEqual(['post.tooOldWhy postReasons[tooOld]']);
    expect(await appoint({ postReasons: tooOld })).toEqual([]);
    expect(await appoint({ postReasons: tooOld }, second)).toEqual(['post.onPost appointee']);
    const stranger = { appointee: '3', postReasons: { notHelped: 'nobody else came' } };
    expect(await appoint(stranger)).toEqual(['post.full appointedFrom']);
    const [told] = (await posts.listPosts(village.id)).filter(({ post }) => post.id === postId);
    const [appointment] = told?.appointments ?? [];
    expect(appointment).toMatchObject({ group: 'lifted_out', reasons: tooOld, left: undefined });
    const at = { collectiveId: village.id, postId };
    const leaving = {
      ...{ appointmentId: appointment?.id ?? '', postLeaving: 'ownWish', leftPostOn: '2025-06-30' },
      leavingPaper: 'letter',
    };
    await appointments.leave(at, leaving, ACCOUNTANT);
    expect(await refusals(appointments.leave(at, leaving, ACCOUNTANT))).toBe('post.hasLeft');
    expect(await appoint({ ...stranger, appointedFrom: '2025-06-30' })).toEqual(['post.full appointedFrom']);
    expect(await appoint({ ...stranger, appointedFrom: '2025-07-01' })).toEqual([]);
    // Who died holds no seat from that day on, though nobody noted that he left the post.
    const died = { memberId: strangerId, form: { leftWhy: 'died', fromDay: '2025-07-15' } };
    await services.members.leaveMember(village.id, died, ACCOUNTANT);
    const back = { postReasons: tooOld };
    expect(await appoint({ ...back, appointedFrom: '2025-07-14' })).toEqual(['post.full appointedFrom']);
    expect(await appoint({ ...back, appointedFrom: '2025-07-15' })).toEqual([]);
    // The name is nowhere but under its seal.
    const rows = await opened.reader.query<unknown[]>('SELECT * FROM post_appointments');
    expect(JSON.stringify(rows)).not.toContain('Zhang');
  });

  it('are for fewer people, or closed, only when nobody loses his place by it', async () => {
    const services = of(village);
    const { posts, appointments } = services;
    const yang = { personName: 'Yang', identity: '341202198804040016', status: 'lifted_out' };
    await enterPerson(services, village.id, yang);
    const { id: postId } = await posts.openPost(village.id, postForm({ postName: 'north' }), ACCOUNTANT);
    const at = { collectiveId: village.id, postId };
    const change = (seats: string, seatsFrom: string) => {
      const form = { seats, seatsFrom, seatsWhy: 'paved', seatsPaper: 'resolution' };
      return refusals(appointments.changeSeats(at, form, ACCOUNTANT));
    };
    const appoint = (appointedFrom: string, appointedTo: string) =>
      refusals(
        appointments.appoint(at, appointForm({ appointee: 'Yang', appointedFrom, appointedTo }), ACCOUNTANT),
      );
    expect(await appoint('2025-02-01', '2025-08-31')).toEqual([]);
    expect(await change('0', '2025-08-31')).toEqual(['post.seatsTaken seats']);
    expect(await change('1', '2025-03-01')).toEqual([]);
    expect(await change('0', '2025-09-01')).toEqual([]);
    expect(await appoint('2025-09-01', '2025-12-31')).toEqual(['post.closed appointedFrom']);
    expect(await change('2', '2025-08-31')).toEqual(['post.seatsBeforeLast seatsFrom']);
    expect(await change('1', '2025-10-01')).toEqual([]);
    expect(await appoint('2025-10-01', '2025-12-31')).toEqual([]);
    expect((await posts.requirePost(at)).seatChanges.map(({ seats }) => seats)).toEqual([1, 0, 1]);
  });

  it('two clerks appoint the same person at once: one of them is told so', async () => {
    const services = of(village);
    const { posts, appointments } = services;
    const { memberId } = await enterPerson(services, village.id, {
      ...{ personName: 'Wang', identity: '341202197001010011', status: 'lifted_out' },
    });
    const ids: string[] = [];
    for (const postName of ['one', 'two'])
      ids.push((await posts.openPost(village.id, postForm({ postName }), ACCOUNTANT)).id);
    const acts = ids.map((postId) =>
      refusals(
        appointments.appoint(
          { collectiveId: village.id, postId },
          appointForm({ appointee: 'Wang' }),
          ACCOUNTANT,
        ),
      ),
    );
    expect((await Promise.all(acts)).map(String).sort()).toEqual(['', 'post.onPost appointee']);
    const on = (await posts.listPosts(village.id)).flatMap((each) => each.appointments);
    expect(on.filter((each) => each.memberId === memberId)).toHaveLength(1);
  });

  it('are on record: a row changed by hand is found', async () => {
    const hand = await Tampering.on(opened);
    await hand.keep();
    const broken = async () =>
      (await village.services.check.checkBooks(village.id)).breaks.map(({ pass }) => pass);
    expect(await broken()).toEqual([]);
    for (const change of [
      'UPDATE posts SET seats = 9',
      'UPDATE post_standards SET amount_fen = amount_fen + 1',
      "UPDATE post_appointments SET from_day = '2024-01-01'",
      'DELETE FROM post_leavings',
      'UPDATE post_seats SET seats = 9',
    ]) {
      await hand.run(change);
      expect(await broken()).toContain('records');
      await hand.putBack();
    }
    await hand.close();
  });
});
