import { HouseholdsService } from '../../src/features/collectives/households.service';
import { MembersService } from '../../src/features/collectives/members.service';
import { OpeningService } from '../../src/features/months/opening.service';
import { PostWagesService } from '../../src/features/distribution/post-wages.service';
import { PayablePartsService } from '../../src/features/payouts/payable-parts.service';
import { PayListBankService } from '../../src/features/payouts/pay-list-bank.service';
import { PayListDraftingService } from '../../src/features/payouts/pay-list-drafting.service';
import { PayListsReadService } from '../../src/features/payouts/pay-lists-read.service';
import { PayListsService } from '../../src/features/payouts/pay-lists.service';
import { UsersService } from '../../src/features/users/users.service';
import { AppointmentsService } from '../../src/features/uses/appointments.service';
import { AttendanceService } from '../../src/features/uses/attendance.service';
import { PostsService } from '../../src/features/uses/posts.service';
import { partKey } from '../../src/domain/payouts/payable-parts';
import { CARDS } from '../integration/pay-lists.fixture';
import { hangThrough } from '../support/hung-sheet';
import { appointForm, enterPerson, postForm, standardForm } from '../support/posts';
import { addVillage, PASSWORD, STATION, type VillageApp } from './api-village.fixture';

const BY = { by: 'accountant' };
export const PAID_PEOPLE = [
  { personName: '李四', identity: '341202199912311236', accountNumber: CARDS[0] ?? '' },
  { personName: '王五', identity: '341202198803041236', accountNumber: CARDS[1] ?? '' },
];

/** A village whose posts are paid out of two stations' money of two months. */
export interface PaidVillage {
  readonly id: string;
  readonly accountant: VillageApp['accountant'];
  readonly members: readonly { readonly householdId: string; readonly memberId: string }[];
  /** Drafts a list of these people's parts, has it agreed to and sends it. @returns its id */
  readonly send: (...places: readonly number[]) => Promise<string>;
  /** The bank paid these lines, or did not. */
  readonly end: (listId: string, lineNumbers: string, returnKind?: string) => Promise<void>;
  /** The bank sends lines back that it had paid. */
  readonly giveBack: (listId: string, lineNumbers: string) => Promise<void>;
}

/**
 * By hand: 900.00 for February came from Station 1 on 20 June, 304.00 for March from Station 2 on 25 June. Of
 * 1,000.00 for posts May is owed: 李四 31 of 31 days at 600.00, 王五 20 days, 600 ÷ 31 × 20 = 387.0967…, so
 * 387.10. First in, first out: 李四 600.00 of Station 1; 王五 300.00 of Station 1 and 87.10 of Station 2.
 */
export async function payVillage(
  village: VillageApp,
  postName = '村东保洁',
  more: readonly { readonly bucket: string; readonly forWhat: string; readonly amount: string }[] = [],
): Promise<PaidVillage> {
  const { app } = village;
  const routeId = 'village-representatives-then-township';
  const { id, books, accountant } = await addVillage(village, { name: 'Wages', routeId });
  const done = async (answer: ReturnType<typeof accountant.post>) => {
    const { status, body } = await answer;
    if (status >= 300) throw new Error(JSON.stringify(body));
    return body;
  };
  await app
    .get(OpeningService)
    .recordShort(
      id,
      { on: '2025-01-01', bank: [{ pool: 'other' as const, amount: 5_000n }], receivables: [] },
      BY,
    );
  const slips = [
    { name: 'Station 1', month: '2025-02', kwh: 2_250, yuan: '900.00', on: '2025-06-20' },
    { name: 'Station 2', month: '2025-03', kwh: 760, yuan: '304.00', on: '2025-06-25' },
  ];
  for (const { name: station, month, kwh, yuan, on } of slips) {
    const { id: assetId } = await done(accountant.post(`${books}/assets`, { ...STATION, name: station }));
    await done(
      accountant.post(`${books}/settlements`, {
        ...{ assetId, generationMonth: month, postedOn: '2025-06-05', readingFrom: '0' },
        ...{ readingTo: String(kwh), energy: String(kwh), energyUnit: 'kWh', energyPrice: '0.4' },
        ...{ priceUnit: 'yuan/kWh', subsidyPrice: '0.35', energyAmount: yuan, subsidyAmount: '' },
      }),
    );
    const { items } = (await accountant.get(`${books}/receivables`)).body;
    const [energy] = (items as { id: string; assetId: string }[]).filter((each) => each.assetId === assetId);
    const amounts = { [energy?.id ?? '']: yuan };
    await done(accountant.post(`${books}/receipts`, { receivedOn: on, amount: yuan, amounts }));
  }
  const people = { members: app.get(MembersService), households: app.get(HouseholdsService) };
  const members: { householdId: string; memberId: string }[] = [];
  for (const each of PAID_PEOPLE) {
    const account = { accountKind: 'card', bank: '石桥信用社', status: 'lifted_out' };
    const given = people as Parameters<typeof enterPerson>[0];
    members.push(await enterPerson(given, id, { ...each, ...account }));
  }
  const posts = app.get(PostsService);
  const { id: postId } = await posts.openPost(id, postForm({ postName }), BY);
  const at = { collectiveId: id, postId };
  await posts.setStandard(at, standardForm({ standardFrom: '2025-02' }), BY);
  const days: Record<string, string> = {};
  for (const [place, { personName }] of PAID_PEOPLE.entries()) {
    const form = appointForm({ appointee: personName });
    days[(await app.get(AppointmentsService).appoint(at, form, BY)).id] = place === 0 ? '31' : '20';
  }
  const claim = { bucket: 'posts', forWhat: '保洁', beneficiaries: '2', unit: 'person' };
  const form = {
    ...{ pool: 'pv', from: '2025-01-01', to: '2025-06-30', reasons: {}, leftOverNote: '维修' },
    claims: [{ amount: '1000.00' }, ...more].map((each) => {
      return { ...claim, targetGroup: 'lifted_out', ...each };
    }),
  };
  const planId = String((await done(accountant.post(`${books}/plans`, form)))['id']);
  const plan = `${books}/plans/${planId}`;
  const { digest } = await done(accountant.post(`${plan}/submit`, {}));
  const voted = { due: '30', present: '25', inFavour: '24', against: '0', abstained: '1' };
  await done(accountant.post(`${plan}/meeting`, { heldOn: '2025-07-05', ...voted, stepPaper: 'minutes' }));
  await done(village.officer.post(`${plan}/review`, { outcome: 'passed', digest }));
  const { lines } = (await accountant.get(plan)).body as { lines: { claims: { id: string }[] }[] };
  const claimId = lines[0]?.claims[0]?.id ?? '';
  const sheet = { month: '2025-05', days, attendanceReason: '' };
  const { id: sheetId } = await app.get(AttendanceService).enterSheet(id, sheet, BY);
  const accepted = { sheetId, claimId, acceptedOn: '2025-07-05', month: '2025-05' };
  await app.get(PostWagesService).acceptSheet(id, accepted, { by: 'somebody else' });
  // Money goes out once the sheet has hung its days.
  await hangThrough({ app, clock: village.clock, collectiveId: id, planId });
  await app.get(UsersService).createUser({
    ...{ username: 'wages-cash', displayName: '何出纳', password: PASSWORD, officeId: id },
    roles: [{ role: 'cashier', collectiveId: id }],
  });
  const send = async (...places: readonly number[]): Promise<string> => {
    const wanted = new Set(places.map((place) => members[place]?.memberId));
    const owed = await app.get(PayablePartsService).listParts(id);
    const parts = owed.filter(({ memberId, onList }) => wanted.has(memberId) && onList === undefined);
    const chosen = { channel: 'card', parts: parts.map(partKey).join(','), cashWhy: '' };
    const { id: listId } = await app.get(PayListDraftingService).draft(id, chosen, BY);
    const lists = app.get(PayListsService);
    await lists.submit(id, { id: listId, reasons: {} }, BY);
    const { list } = await app.get(PayListsReadService).require(id, listId);
    const agreed = { outcome: 'passed', reason: '', digest: list.digest ?? '' };
    await lists.review(id, { id: listId, form: agreed }, { by: 'an officer' });
    await app.get(PayListBankService).send(id, listId, { by: 'a cashier' });
    return listId;
  };
  const end = async (listId: string, lineNumbers: string, returnKind = ''): Promise<void> => {
    const bank = app.get(PayListBankService);
    const did = { bankDay: village.clock.today(), lineNumbers, returnKind, returnWords: '' };
    if (returnKind === '') await bank.confirm(id, { id: listId, form: did }, BY);
    else await bank.fail(id, { id: listId, form: did }, BY);
  };
  const giveBack = async (listId: string, lineNumbers: string): Promise<void> => {
    const form = { bankDay: village.clock.today(), lineNumbers, returnKind: 'closed', returnWords: '' };
    await app.get(PayListBankService).giveBack(id, { id: listId, form }, BY);
  };
  return { id, accountant, members, send, end, giveBack };
}
