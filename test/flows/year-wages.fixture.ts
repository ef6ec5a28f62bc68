import { HouseholdsService } from '../../src/features/collectives/households.service';
import { MembersService } from '../../src/features/collectives/members.service';
import { PostWagesService } from '../../src/features/distribution/post-wages.service';
import { UsersService } from '../../src/features/users/users.service';
import { AppointmentsService } from '../../src/features/uses/appointments.service';
import { AttendanceService } from '../../src/features/uses/attendance.service';
import { PostsService } from '../../src/features/uses/posts.service';
import type { Engine } from '../../src/platform/database/engine';
import { CARDS } from '../integration/pay-lists.fixture';
import { hangThrough } from '../support/hung-sheet';
import { USUAL_ROUTE } from '../support/kit-routes';
import { NAMED_PAPERS } from '../support/step-papers';
import { appointForm, enterPerson, postForm, standardForm } from '../support/posts';
import { yearForm, yearUse } from '../support/year-plans';
import { Visitor } from '../platform/http-app.fixture';
import { done } from './guantao-plan.fixture';
import {
  addVillage,
  draftOf,
  openWith,
  PASSWORD,
  startVillageApp,
  type VillageApp,
} from './api-village.fixture';

const BY = { by: 'accountant' };
const VOTES = { due: '30', present: '30', inFavour: '30', against: '0', abstained: '0' };

/** A village with 3,000.00 of its station's money and one person on a post of 600.00 a month. */
export class YearWages {
  private constructor(
    readonly village: VillageApp,
    readonly added: Awaited<ReturnType<typeof addVillage>>,
    private readonly appointmentId: string,
  ) {}

  static async start(engine: Engine): Promise<YearWages> {
    const village = await startVillageApp(engine);
    const { app } = village;
    const added = await addVillage(village, { name: 'Wages', routeId: USUAL_ROUTE });
    const { id } = added;
    await openWith(app, id, 300_000n);
    const people = { members: app.get(MembersService), households: app.get(HouseholdsService) };
    const account = { accountKind: 'card', bank: '石桥信用社', status: 'lifted_out' };
    const li = { personName: '李四', identity: '341202199912311236', accountNumber: CARDS[0] ?? '' };
    await enterPerson(people as Parameters<typeof enterPerson>[0], id, { ...li, ...account });
    const posts = app.get(PostsService);
    const { id: postId } = await posts.openPost(id, postForm({ postName: '村东保洁' }), BY);
    const at = { collectiveId: id, postId };
    await posts.setStandard(at, standardForm({ standardFrom: '2025-02' }), BY);
    const appointed = await app
      .get(AppointmentsService)
      .appoint(at, appointForm({ appointee: li.personName }), BY);
    await app.get(UsersService).createUser({
      ...{ username: 'cash', displayName: '何出纳', password: PASSWORD, officeId: id },
      roles: [{ role: 'cashier', collectiveId: id }],
    });
    return new YearWages(village, added, appointed.id);
  }

  /** Whoever keeps the books, in a browser. */
  async visitor(): Promise<Visitor> {
    const { app } = this.village;
    await app.get(UsersService).createUser({
      ...{ username: 'keeper', displayName: '周会计', password: PASSWORD, officeId: this.added.id },
      roles: [{ role: 'accountant', collectiveId: this.added.id }],
    });
    const visitor = new Visitor(app);
    await visitor.logIn({ username: 'keeper', password: PASSWORD });
    return visitor;
  }

  /** A plan of 2025, decided by the meeting and the township. @returns its id */
  decideYear(amount: string, changeWhy = ''): Promise<string> {
    return this.decide('year-plans', yearForm({ uses: [yearUse({ amount })], changeWhy }));
  }

  /** The sheet of a plan of the year hangs its seven days: from then on it is approved. */
  hang(planId: string): Promise<string> {
    const { app, clock } = this.village;
    return hangThrough({ app, clock, collectiveId: this.added.id, planId });
  }

  /** A plan of the half year, decided the same way. @returns its id */
  decidePeriod(amount: string): Promise<string> {
    return this.decide('plans', draftOf(amount));
  }

  private async decide(kind: string, form: object): Promise<string> {
    const { books, accountant } = this.added;
    const { id } = await done(accountant.post(`${books}/${kind}`, form));
    const plan = `${books}/${kind}/${String(id)}`;
    const { digest } = await done(accountant.post(`${plan}/submit`, {}));
    const held = { heldOn: this.village.clock.today(), stepPaper: 'minutes', ...VOTES, ...NAMED_PAPERS };
    await done(accountant.post(`${plan}/meeting`, held));
    await done(this.village.officer.post(`${plan}/review`, { outcome: 'passed', digest }));
    return String(id);
  }

  async enter(month: string, days: string): Promise<string> {
    const form = { month, days: { [this.appointmentId]: days }, attendanceReason: '' };
    return (await this.village.app.get(AttendanceService).enterSheet(this.added.id, form, BY)).id;
  }

  /** A month is entered and accepted under a plan of the year, or by a claim. @returns the voucher */
  async accept(month: string, days: string, claimId: string): Promise<string> {
    const sheetId = await this.enter(month, days);
    const accepted = { sheetId, claimId, acceptedOn: this.village.clock.today(), month };
    const wages = this.village.app.get(PostWagesService);
    return (await wages.acceptSheet(this.added.id, accepted, { by: 'somebody else' })).voucher.entryId;
  }
}
