import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Month } from '../../domain/calendar/calendar-day';
import { isSettled, openOfYear, requireGrantOfYear } from '../../domain/distribution/year-grants';
import { usedByUse } from '../../domain/distribution/year-plan-checks';
import { type Fen, plainYuan } from '../../domain/money/fen';
import { type Bucket, bucketsOf } from '../../domain/policy/pack';
import { judge, judgementProblems } from '../../domain/policy/judge';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { paysPosts, POSTS_USE } from '../../domain/uses/post-uses';
import { yearGrantWords } from '../../glossary/year-grant-words';
import { Database } from '../../platform/database/database';
import type { BookedEntry } from '../ledger/ledger.service';
import { SurplusService } from '../surplus/surplus.service';
import { type GrantBooked, GrantBookingService } from './grant-booking.service';
import { approvedOn } from './plan-read.service';
import { YearClaimsService } from './year-claims.service';
import { YearLeftService } from './year-left.service';
import type { YearPlan } from './year-plan-read.service';

/** A month on posts that is granted: what it comes to, of how many people. */
export interface GrantedMonth extends GrantBooked {
  readonly about: Month;
  readonly amount: Fen;
  readonly people: number;
}

/** The use of a yearly plan that pays posts, and what of it is planned and still open. Fen. */
export interface YearPostsUse {
  readonly bucket: Bucket;
  readonly planned: Fen;
  readonly open: Fen;
}

/** Grants months on posts under the plan of their year, before a distribution settles them. */
@Injectable()
export class YearGrantingService {
  constructor(
    private readonly database: Database,
    private readonly surplus: SurplusService,
    private readonly lefts: YearLeftService,
    private readonly claims: YearClaimsService,
    private readonly booking: GrantBookingService,
  ) {}

  /** The use that pays posts with what it has open; undefined where the plan has none. */
  async findUse(plan: YearPlan, db: EntityManager = this.database.reader): Promise<YearPostsUse | undefined> {
    const { collectiveId, pool, year, content } = plan;
    const bucket = postsBucket(plan);
    if (bucket === undefined) return undefined;
    const planned = usedByUse(content)[bucket.id] ?? 0n;
    const given = (await this.lefts.givenOf(db, collectiveId, { pool, year })).get(bucket.id);
    const { decided = 0n, granted = 0n } = given ?? {};
    return { bucket, planned, open: openOfYear({ planned, decided, granted }) };
  }

  /** The same, where it may pay a month: something is open, and no distribution has settled the month. */
  async findOpen(plan: YearPlan, month: Month): Promise<YearPostsUse | undefined> {
    const settled = await this.surplus.listSettled(plan.collectiveId, plan.pool);
    const isOver = settled.some(({ periodTo }) => isSettled(month, periodTo));
    const use = isOver ? undefined : await this.findUse(plan);
    return use !== undefined && use.open > 0n ? use : undefined;
  }

  /**
   * Grants a month under a decided plan of its year, by a claim of its own, inside the transaction of whoever
   * accepted it.
   * @throws DomainError `yearGrant.*`, `yearPlan.notNow`, `grant.*`, `period.*`; FormProblems `policy.*`
   */
  async grantMonth(
    tx: EntityManager,
    plan: YearPlan,
    month: GrantedMonth,
  ): Promise<{ id: string; voucher: BookedEntry }> {
    const { collectiveId, pool, year, state } = plan;
    if (state !== 'approved') throw new DomainError('yearPlan.notNow', { state });
    const use = await this.findUse(plan, tx);
    if (use === undefined) throw new DomainError('yearGrant.noPosts', { year });
    const { about, amount, grantedOn, people } = month;
    const settled = await this.surplus.listSettled(collectiveId, pool, tx);
    requireGrantOfYear(
      { month: about, amount, grantedOn },
      {
        ...{ year, approvedOn: approvedOn(plan), open: use.open },
        settledTo: settled.at(-1)?.periodTo,
        free: await this.surplus.leastFreeFrom(collectiveId, { pool, day: grantedOn }, tx),
      },
    );
    const { bucket } = use;
    const facts = { pool, bucket: bucket.id, amount: plainYuan(amount), line_left: plainYuan(use.open) };
    const judged = judge(plan.pack, { subject: 'grant', facts });
    refuseProblems(judgementProblems(judged, { field: 'claimId' }));
    const before = (await this.claims.list(tx, collectiveId, pool)).filter((each) => each.month === about);
    const claim = await this.claims.name(tx, plan, {
      ...{ pool, bucket: bucket.id, forWhat: yearGrantWords.month(about), amount, month: about },
      ...{ beneficiaries: people, unit: people === 0 ? 'none' : 'person', targetGroup: 'unknown' },
    });
    // A line of a year has no id in the books: a claim of it is settled by the line of another plan.
    const under = { collectiveId, pool, planId: plan.id, planLineId: claim.id, useName: bucket.name, claim };
    const sameClaims = before.filter((each) => each.use === bucket.id).map(({ claimId }) => claimId);
    return this.booking.book(tx, { ...under, sameClaims }, month);
  }
}

/**
 * The use that pays posts: the one the document names for that; where it names none, one that is reckoned by
 * posts.
 */
function postsBucket({ pack, pool, content }: YearPlan): Bucket | undefined {
  const buckets = bucketsOf(pack, pool);
  const known = buckets.map(({ id }) => id);
  const own = content.uses.filter(({ bucket }) => paysPosts(bucket, known));
  const used = own.find(({ bucket, posts }) => bucket === POSTS_USE || posts !== undefined);
  return buckets.find(({ id }) => id === used?.bucket);
}
