import { PostWagesService } from '../../src/features/distribution/post-wages.service';
import { attendanceOn } from '../support/attendance';
import type { OpenDatabase } from '../support/engines';
import { addPerson } from '../support/people';
import { appointForm, enterPerson, postForm, postsOf, standardForm } from '../support/posts';
import { NAMED_PAPERS } from '../support/step-papers';
import { ACCOUNTANT, claimOf, DEPUTY, OFFICER, Village } from '../support/village';
import { yearForm, yearPlansOn, yearUse } from '../support/year-plans';

const COUNTS = { due: '40', present: '40', inFavour: '40', against: '0', abstained: '0' };

/** What a refusal is and its facts, or `done`. */
export const told = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => {
      const { code, facts, problems } = error as {
        code?: string;
        facts?: Record<string, unknown>;
        problems?: readonly { code: string; facts?: Record<string, unknown> }[];
      };
      const [first = { code, facts }] = problems ?? [];
      return [first.code, ...Object.values(first.facts ?? {}).map(String)].join(' ');
    },
  );

/** A village on 30 April 2025 with one person on a post of 600.00 a month from February on. */
export class YearGrants {
  private constructor(
    private readonly opened: OpenDatabase,
    readonly village: Village,
    private readonly appointment: string,
  ) {}

  /** @param money of its pool at the start, in fen */
  static async start(opened: OpenDatabase, money: bigint): Promise<YearGrants> {
    const village = await Village.start(opened.database);
    village.services.clock.moveTo('2025-04-30');
    await village.openWith(money);
    await addPerson(opened.database, village.id, DEPUTY.by);
    const on = postsOf(opened.database, village);
    const li = { personName: 'Li Si', identity: '341202199912311236', status: 'lifted_out' };
    await enterPerson(on, village.id, li);
    const { id: postId } = await on.posts.openPost(village.id, postForm(), ACCOUNTANT);
    const at = { collectiveId: village.id, postId };
    await on.posts.setStandard(at, standardForm({ standardFrom: '2025-02' }), ACCOUNTANT);
    const { id } = await on.appointments.appoint(at, appointForm(), ACCOUNTANT);
    return new YearGrants(opened, village, id);
  }

  /** A yearly plan of so much for posts, taken through every step that decides. */
  async decideYear(amount: string, changeWhy = ''): Promise<string> {
    const { village } = this;
    const years = yearPlansOn(village.services);
    const form = yearForm({ uses: [yearUse({ amount })], changeWhy });
    const { id } = await years.drafting.draftPlan(village.id, form, ACCOUNTANT);
    const { digest } = await years.deciding.submitPlan(village.id, id, ACCOUNTANT);
    const { steps } = await years.reading.requirePlan(village.id, id);
    for (const [index, step] of steps.entries()) {
      const heldOn = village.services.clock.today();
      const noted = { stepNumber: String(index + 1), heldOn, stepPaper: 'paper', ...NAMED_PAPERS };
      const command = ACCOUNTANT;
      if (step.kind === 'meeting')
        await years.deciding.recordMeeting(village.id, id, { form: { ...noted, ...COUNTS }, command });
      else if (step.kind === 'review')
        await years.deciding.reviewPlan(village.id, id, {
          form: { outcome: 'passed', reason: '', digest },
          command: OFFICER,
        });
    }
    return id;
  }

  /** A distribution of some days that gives posts so much, fen, through every step. @returns its id */
  async distribute(amount: bigint, days: { readonly from: string; readonly to: string }): Promise<string> {
    const { id } = await this.village.draft([claimOf(amount)], days);
    await this.village.submit(id);
    await this.village.meet(id);
    await this.village.review(id);
    return id;
  }

  /** The claim of a distribution. */
  async claimOf(planId: string): Promise<string> {
    const { lines } = await this.village.services.plans.requirePlan(this.village.id, planId);
    return lines[0]?.claims[0]?.id ?? '';
  }

  /** Somebody enters the days of a month, another accepts them. @returns the voucher */
  async accept(month: string, days: string, by: string): Promise<string> {
    const { village, opened } = this;
    const { clock, monthGrants } = village.services;
    const attendance = attendanceOn(opened.database, clock, village.services);
    const accepting = new PostWagesService(opened.database, clock, attendance, monthGrants);
    const form = { month, days: { [this.appointment]: days }, attendanceReason: '' };
    const { id: sheetId } = await attendance.enterSheet(village.id, form, ACCOUNTANT);
    const asked = { sheetId, claimId: by, acceptedOn: clock.today() };
    return (await accepting.acceptSheet(village.id, asked, DEPUTY)).voucher.entryId;
  }

  /** The line for posts of a distribution: its amount, what is granted of it, what of that it took over. */
  async lineOf(planId: string): Promise<readonly bigint[] | undefined> {
    const { lines } = await this.village.services.plans.requirePlan(this.village.id, planId);
    const line = lines.find(({ bucket }) => bucket.id === 'posts');
    return line && [line.amount, line.granted, line.takenOver];
  }

  async breaks() {
    return (await this.village.services.check.checkBooks(this.village.id)).breaks;
  }

  freeOn(day: string): Promise<bigint> {
    return this.village.services.promises.leastFreeFrom(this.village.id, { pool: 'pv', day });
  }
}
