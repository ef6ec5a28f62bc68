import { HouseholdsService } from '../../src/features/collectives/households.service';
import { MembersService } from '../../src/features/collectives/members.service';
import { PostWagesService } from '../../src/features/distribution/post-wages.service';
import { UsersService } from '../../src/features/users/users.service';
import { AppointmentsService } from '../../src/features/uses/appointments.service';
import { AttendanceService } from '../../src/features/uses/attendance.service';
import { PostsService } from '../../src/features/uses/posts.service';
import type { Engine } from '../../src/platform/database/engine';
import { CARDS } from '../integration/pay-lists.fixture';
import type { HungPlan } from '../support/hung-sheet';
import { USUAL_ROUTE } from '../support/kit-routes';
import { appointForm, enterPerson, postForm, standardForm } from '../support/posts';
import { addVillage, openWith, PASSWORD, startVillageApp, type VillageApp } from './api-village.fixture';

const BY = { by: 'accountant' };
const PEOPLE = [
  { personName: '李四', identity: '341202199912311236', accountNumber: CARDS[0] ?? '' },
  { personName: '王五', identity: '341202198803041236', accountNumber: CARDS[1] ?? '' },
];

/** A village that owes two people 600.00 each by a plan whose sheet does not hang yet, on 2025-07-05. */
export interface PayVillage {
  readonly village: VillageApp;
  readonly id: string;
  readonly members: readonly { readonly householdId: string; readonly memberId: string }[];
  readonly plan: HungPlan;
}

export async function startPayVillage(engine: Engine): Promise<PayVillage> {
  const village = await startVillageApp(engine);
  const { app, clock } = village;
  const added = await addVillage(village, { name: 'Wages', routeId: USUAL_ROUTE });
  const { id } = added;
  await openWith(app, id, 300_000n);
  const people = { members: app.get(MembersService), households: app.get(HouseholdsService) };
  const posts = app.get(PostsService);
  const members = [];
  for (const each of PEOPLE) {
    const account = { accountKind: 'card', bank: '石桥信用社', status: 'lifted_out' };
    const given = people as Parameters<typeof enterPerson>[0];
    members.push(await enterPerson(given, id, { ...each, ...account }));
  }
  const { id: postId } = await posts.openPost(id, postForm({ postName: '村东保洁' }), BY);
  const at = { collectiveId: id, postId };
  await posts.setStandard(at, standardForm({ standardFrom: '2025-02' }), BY);
  const days: Record<string, string> = {};
  for (const { personName } of PEOPLE) {
    const form = appointForm({ appointee: personName });
    days[(await app.get(AppointmentsService).appoint(at, form, BY)).id] = '30';
  }
  const { planId, claimId } = await decidedPlan(village, added);
  const sheet = { month: '2025-04', days, attendanceReason: '' };
  const { id: sheetId } = await app.get(AttendanceService).enterSheet(id, sheet, BY);
  const accepted = { sheetId, claimId, acceptedOn: '2025-07-05', month: '2025-04' };
  await app.get(PostWagesService).acceptSheet(id, accepted, { by: 'somebody else' });
  await app.get(UsersService).createUser({
    ...{ username: 'cash', displayName: '何出纳', password: PASSWORD, officeId: id },
    roles: [{ role: 'cashier', collectiveId: id }],
  });
  return { village, id, members, plan: { app, clock, collectiveId: id, planId } };
}

/** A plan of half a year with 1,500.00 for posts, decided in the village and by the township. */
async function decidedPlan(
  { officer }: VillageApp,
  { books: at, accountant }: Awaited<ReturnType<typeof addVillage>>,
): Promise<{ readonly planId: string; readonly claimId: string }> {
  const claim = { bucket: 'posts', forWhat: '保洁', beneficiaries: '2', unit: 'person' };
  const form = {
    ...{ pool: 'pv', from: '2025-01-01', to: '2025-06-30', reasons: {}, leftOverNote: '维修' },
    claims: [{ ...claim, targetGroup: 'lifted_out', amount: '1500.00' }],
  };
  const planId = String((await accountant.post(`${at}/plans`, form)).body['id']);
  const plan = `${at}/plans/${planId}`;
  const { digest } = (await accountant.post(`${plan}/submit`, {})).body;
  const voted = { due: '30', present: '25', inFavour: '24', against: '0', abstained: '1' };
  await accountant.post(`${plan}/meeting`, { heldOn: '2025-07-05', ...voted, stepPaper: 'minutes' });
  await officer.post(`${plan}/review`, { outcome: 'passed', digest });
  const { lines } = (await accountant.get(plan)).body as { lines: { claims: { id: string }[] }[] };
  return { planId, claimId: lines[0]?.claims[0]?.id ?? '' };
}
