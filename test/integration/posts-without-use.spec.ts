import { PostWagesService } from '../../src/features/distribution/post-wages.service';
import { attendanceOn } from '../support/attendance';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { appointForm, enterPerson, postForm, postsOf, standardForm } from '../support/posts';
import { ACCOUNTANT, DEPUTY, type Village } from '../support/village';
import { workSheetsOn } from '../support/works';
import { approve, draftUnder, villageUnder } from './plan-village.fixture';
import { codesOf, WORK } from './works.fixture';

const TODAY = '2022-09-20';

/** What Guangxi holds a post's pay against. */
async function giveLocalNumbers({ id, services }: Village): Promise<void> {
  const paper = {
    paperTitle: 'notice',
    paperNumber: '1',
    paperIssuer: 'county',
    paperIssuedOn: '2022-07-01',
  };
  const given = { 'local.low_income_aid': '280', 'local.minimum_wage': '1430' };
  for (const [numberId, value] of Object.entries(given)) {
    const form = { region: '450000', numberId, value, from: '2022-07-19', ...paper };
    await services.standards.addStandard(id, form, { by: 'county' });
  }
}

/** Guangxi bounds what a post pays and names no use for posts. */
describeOnEachEngine('wages of posts under a document that names no use for them', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let planId: string;
  const claims = new Map<string, string>();

  const wages = () => {
    const { clock, monthGrants } = village.services;
    const attendance = attendanceOn(opened.database, clock, village.services);
    return {
      attendance,
      wages: new PostWagesService(opened.database, clock, attendance, monthGrants),
    };
  };
  /** Enters August and accepts it against the claim of a use. */
  const owe = async (use: string, appointmentId: string) => {
    const month = { month: '2022-08', days: { [appointmentId]: '15.5' }, attendanceReason: '' };
    const { id: sheetId } = await wages().attendance.enterSheet(village.id, month, ACCOUNTANT);
    const form = { sheetId, claimId: claims.get(use) ?? '', acceptedOn: TODAY };
    return wages().wages.acceptSheet(village.id, form, DEPUTY);
  };
  const work = (use: string, workName: string) =>
    workSheetsOn(opened.database, village.services).sheets.openWork(
      village.id,
      { ...WORK, claimId: claims.get(use) ?? '', workName },
      ACCOUNTANT,
    );
  const offered = async (): Promise<string[]> =>
    (await village.services.monthGrants.listClaims(village.id)).map(({ claim }) => claim.bucket);
  let appointmentId = '';

  beforeAll(async () => {
    opened = await open();
    village = await villageUnder(opened, { region: '450000', today: TODAY });
    await giveLocalNumbers(village);
    const services = postsOf(opened.database, village);
    const { posts, appointments } = services;
    const li = { personName: 'Li Si', identity: '341202199912311236', fromDay: '2022-01-01' };
    await enterPerson(services, village.id, li);
    const { id: postId } = await posts.openPost(village.id, postForm(), ACCOUNTANT);
    const at = { collectiveId: village.id, postId };
    const pay = standardForm({ standardFrom: '2022-08', standardAmount: '300.00' });
    await posts.setStandard(at, pay, ACCOUNTANT);
    const days = { shownFrom: '2022-07-01', shownTo: '2022-07-05', appointedTo: '2022-12-31' };
    const postReasons = { notHelped: 'nobody else came' };
    const appointed = appointForm({ ...days, appointedFrom: '2022-08-01', postReasons });
    appointmentId = (await appointments.appoint(at, appointed, ACCOUNTANT)).id;
    const reasons = { 'GX-3-6a2': 'later' };
    planId = await draftUnder(village, {
      wish: { region: '450000', today: TODAY, reasons },
      uses: { agreed: '50.00', target: '300.00', other: '200.00' },
    });
    await approve(village, planId);
    const { lines } = await village.services.plans.requirePlan(village.id, planId);
    for (const claim of lines.flatMap((line) => line.claims)) claims.set(claim.bucket, claim.id);
  });
  afterAll(() => opened.close());

  it('are owed by a claim of any use that is not owed in a way of its own', async () => {
    expect(await offered()).toEqual(['target', 'other']);
    await work('other', 'ditch');
    expect(await offered()).toEqual(['target']);
    expect(await codesOf(owe('agreed', appointmentId))).toEqual(['attendance.notPosts']);
    expect(await codesOf(owe('other', appointmentId))).toEqual(['attendance.owedOtherwise']);
  });

  it('are labour owed to people, and nothing but months is owed of the claim', async () => {
    const { voucher } = await owe('target', appointmentId);
    const { postings } = await village.services.books.requireEntry(village.id, voucher.entryId);
    const { roles, choices } = await village.services.ledger.requireChartOf(
      opened.database.reader,
      village.id,
    );
    // 300.00 for a whole month, 15.5 of 31 days.
    expect(postings.map(({ ledgerAccount, amount }) => [ledgerAccount, amount])).toEqual([
      [choices.postWages, 15_000n],
      [roles.labourPayable, 15_000n],
    ]);
    expect(await offered()).toEqual(['target']);
    expect(await codesOf(village.grant(planId, claims.get('target') ?? '', TODAY))).toEqual(['grant.byDays']);
    expect(await codesOf(work('target', 'wall'))).toEqual(['works.claimUnknown']);
    await village.reverse(voucher.entryId, TODAY);
    await work('target', 'wall');
    expect(await offered()).toEqual([]);
  });
});
