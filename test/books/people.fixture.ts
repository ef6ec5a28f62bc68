import { DomainError } from '../../src/domain/shared/domain-error';
import { PostWagesService } from '../../src/features/distribution/post-wages.service';
import type { Database } from '../../src/platform/database/database';
import { aidListsOn } from '../support/aid';
import { attendanceOn } from '../support/attendance';
import { addPerson } from '../support/people';
import { appointForm, enterPerson, postForm, postsOf, standardForm } from '../support/posts';
import { ACCOUNTANT, claimOf, DEPUTY, Village } from '../support/village';
import { industryOn, workSheetsOn } from '../support/works';

const IDENTITIES = ['341202199912311236', '34120219850615009X', '341202193602290014'];

/** Every service that people and their money go through, of one village. */
function servicesOf(database: Database, village: Village) {
  const { clock, monthGrants } = village.services;
  const attendance = attendanceOn(database, clock, village.services);
  const { works, sheets } = workSheetsOn(database, village.services);
  const { withdrawals } = industryOn(database, village.services);
  const { aid, lists, stateAid } = aidListsOn(database, village.services);
  const wages = new PostWagesService(database, clock, attendance, monthGrants);
  const posts = postsOf(database, village);
  return { ...posts, attendance, wages, works, sheets, withdrawals, aid, lists, stateAid };
}

/** A village of three households, each with somebody on a post, and a plan for wages, labour and rewards. */
export class PeopleHistory {
  readonly services: ReturnType<typeof servicesOf>;
  private readonly households: string[] = [];
  private readonly appointments: string[] = [];
  private postId = '';
  private claimIds: readonly string[] = [];
  planId = '';
  private made = 0;

  private constructor(
    database: Database,
    readonly village: Village,
  ) {
    this.services = servicesOf(database, village);
  }

  static async start(database: Database): Promise<PeopleHistory> {
    const village = await Village.start(database);
    await village.openWith(400_000n);
    await addPerson(database, village.id, DEPUTY.by);
    const history = new PeopleHistory(database, village);
    await history.appointAll();
    const labour = { bucket: 'labour', targetGroup: 'unknown', forWhat: 'ditches' };
    const reward = { bucket: 'reward', targetGroup: 'unknown', forWhat: 'rewards' };
    const claims = [claimOf(240_000n), claimOf(60_000n, labour), claimOf(80_000n, reward)];
    const plan = await village.approvedPlan(claims);
    history.planId = plan.id;
    history.claimIds = plan.claimIds;
    return history;
  }

  private async appointAll(): Promise<void> {
    const { village, services } = this;
    const { id } = await services.posts.openPost(village.id, postForm({ seats: '3' }), ACCOUNTANT);
    this.postId = id;
    const at = { collectiveId: village.id, postId: id };
    await services.posts.setStandard(at, standardForm({ standardFrom: '2025-02' }), ACCOUNTANT);
    for (const [index, identity] of IDENTITIES.entries()) {
      const of = { personName: `Li ${'ABC'[index] ?? ''}`, identity, status: 'lifted_out' };
      this.households.push((await enterPerson(services, village.id, of)).householdId);
      const postReasons = { tooOld: 'able still' };
      const form = appointForm({
        appointee: String(index + 1),
        agreement: `no ${String(index)}`,
        postReasons,
      });
      this.appointments.push((await services.appointments.appoint(at, form, ACCOUNTANT)).id);
    }
  }

  /** Something of a list, by a number; a step about nothing is refused. */
  pick<Item>(items: readonly Item[], choice: number): Item {
    const item = items[choice % Math.max(items.length, 1)];
    if (item === undefined) throw new DomainError('form.missing');
    return item;
  }

  home(choice: number): { collectiveId: string; householdId: string } {
    return { collectiveId: this.village.id, householdId: this.pick(this.households, choice) };
  }

  seat(choice: number): { appointmentId: string; at: { collectiveId: string; postId: string } } {
    const at = { collectiveId: this.village.id, postId: this.postId };
    return { appointmentId: this.pick(this.appointments, choice), at };
  }

  claim(use: 'posts' | 'labour' | 'reward'): string {
    return this.claimIds[['posts', 'labour', 'reward'].indexOf(use)] ?? '';
  }

  next(): string {
    return String((this.made += 1));
  }
}
