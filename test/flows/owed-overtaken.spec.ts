import { HouseholdsService } from '../../src/features/collectives/households.service';
import { MembersService } from '../../src/features/collectives/members.service';
import { PostWagesService } from '../../src/features/distribution/post-wages.service';
import { AppointmentsService } from '../../src/features/uses/appointments.service';
import { AttendanceService } from '../../src/features/uses/attendance.service';
import { PostsService } from '../../src/features/uses/posts.service';
import { Visitor } from '../platform/http-app.fixture';
import { appointForm, enterPerson, postForm, standardForm } from '../support/posts';
import {
  addVillage,
  openWith,
  PASSWORD,
  type Program,
  startVillageApp,
  type VillageApp,
} from './api-village.fixture';

const BY = { by: 'accountant' };

describe('the page of what is owed', () => {
  let village: VillageApp;
  beforeAll(async () => {
    village = await startVillageApp();
  }, 120_000);
  afterAll(() => village.close());

  /** A plan of half a year with 1,500.00 for posts, decided in the village and by the township. */
  async function claimOf(books: string, accountant: Program): Promise<string> {
    const claim = { bucket: 'posts', forWhat: '保洁', beneficiaries: '1', unit: 'person' };
    const form = {
      ...{ pool: 'pv', from: '2025-01-01', to: '2025-06-30', reasons: {}, leftOverNote: '维修' },
      claims: [{ ...claim, targetGroup: 'lifted_out', amount: '1500.00' }],
    };
    const { body } = await accountant.post(`${books}/plans`, form);
    const at = `${books}/plans/${String(body['id'])}`;
    const { digest } = (await accountant.post(`${at}/submit`, {})).body;
    const votes = {
      due: '30',
      present: '25',
      inFavour: '24',
      against: '0',
      abstained: '1',
      stepPaper: 'minutes',
    };
    await accountant.post(`${at}/meeting`, { heldOn: '2025-07-05', ...votes });
    const review = await village.officer.post(`${at}/review`, { outcome: 'passed', digest });
    expect(review.body).toMatchObject({ approved: true });
    const { lines } = (await accountant.get(at)).body as { lines: { claims: { id: string }[] }[] };
    return lines[0]?.claims[0]?.id ?? '';
  }

  it('tells every month that is owed to somebody after his end, with his post', async () => {
    const { app } = village;
    const routeId = 'village-representatives-then-township';
    const { id, books, accountant } = await addVillage(village, { name: 'Wages', routeId });
    await openWith(app, id, 300_000n);
    const [members, households] = [app.get(MembersService), app.get(HouseholdsService)];
    const [posts, appointments] = [app.get(PostsService), app.get(AppointmentsService)];
    const people = { members, households } as Parameters<typeof enterPerson>[0];
    const li = { personName: '李四', identity: '341202199912311236', status: 'lifted_out' };
    const { memberId } = await enterPerson(people, id, li);
    const { id: postId } = await posts.openPost(id, postForm({ postName: '村东保洁' }), BY);
    const at = { collectiveId: id, postId };
    await posts.setStandard(at, standardForm({ standardFrom: '2025-02' }), BY);
    const appointed = await appointments.appoint(at, appointForm({ appointee: '李四' }), BY);
    const claimId = await claimOf(books, accountant);
    const [attendance, wages] = [app.get(AttendanceService), app.get(PostWagesService)];
    for (const [month, days] of [
      ['2025-04', '30'],
      ['2025-05', '31'],
    ] as const) {
      const form = { month, days: { [appointed.id]: days }, attendanceReason: '' };
      const { id: sheetId } = await attendance.enterSheet(id, form, BY);
      const accepted = { sheetId, claimId, acceptedOn: '2025-07-05', month };
      await wages.acceptSheet(id, accepted, { by: 'officer' });
    }
    const visitor = new Visitor(app);
    await visitor.logIn({ username: 'wages', password: PASSWORD });
    const page = async (query = ''): Promise<string> =>
      (await visitor.get(`/villages/${id}/owed${query}`)).body.replace(/<[^>]*>/g, '');
    expect(await page()).toContain('1,200.00');
    expect(await page()).not.toContain('李四（村东保洁）');
    const form = { leftWhy: 'died', fromDay: '2025-04-20' };
    await members.leaveMember(id, { memberId, form }, BY);
    for (const said of [
      '李四（村东保洁）：2025年4月已经按 30 天记了应付，照这个日期最多 19 天',
      '李四（村东保洁）：2025年5月已经按 31 天记了应付，照这个日期最多 0 天',
    ]) {
      expect(await page()).toContain(said);
      expect(await page('?household=1')).toContain(said);
      expect(await page('?household=2')).not.toContain(said);
    }
  });
});
