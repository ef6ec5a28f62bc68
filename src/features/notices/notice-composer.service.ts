import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type {
  DistributionNotice,
  NoticeSums,
  NoticeUses,
  SampleNotice,
} from '../../domain/notices/distribution-notice';
import { periodKindOf } from '../../domain/notices/period-kind';
import { reserveRows } from '../../domain/notices/reserve-rows';
import type { PublishedFacts } from '../../domain/notices/published-facts';
import { RoutesService } from '../approvals/routes.service';
import { type DistributionPlan, poolOfPack } from '../distribution/plan-read.service';
import type { SheetPlan } from '../distribution/plan-publicity.service';
import { NoticeClausesService } from './notice-clauses.service';
import { NoticeFactsService } from './notice-facts.service';
import { issuedBy, type Issuers, NoticeIssueService, type Publication } from './notice-issue.service';
import { reckoningOf } from './notice-reckoning';
import { YearPlanComposerService } from './year-plan-composer.service';

/** Puts the canonical facts of a sheet together; here those of a distribution. */
@Injectable()
export class NoticeComposerService {
  constructor(
    private readonly issue: NoticeIssueService,
    private readonly facts: NoticeFactsService,
    private readonly clauses: NoticeClausesService,
    private readonly routes: RoutesService,
    private readonly years: YearPlanComposerService,
  ) {}

  /** The sheet of a plan, of a period or of a year. @throws as {@link compose} */
  composeFor(of: SheetPlan, publication: Publication, db: EntityManager): Promise<PublishedFacts> {
    return of.kind === 'plan'
      ? this.compose(of.plan, publication, db)
      : this.years.compose(of.plan, publication, db);
  }

  /**
   * The sheet of an approved plan, with everything that is printed and hashed.
   * @throws DomainError `notices.withoutMeeting`, `notices.characterNotPrintable`
   */
  async compose(
    plan: DistributionPlan,
    publication: Publication,
    db: EntityManager,
  ): Promise<DistributionNotice> {
    const issuers = await this.issue.issuersOf(plan.collectiveId);
    const route = plan.form === 'plan/4' ? plan.steps : this.routes.requireRoute(plan.routeId).steps;
    const { heading: issued, ...issue } = this.issue.issueOf({ ...plan, route }, issuers, publication);
    const { heading, ...body } = await this.bodyOf(plan, issuers, db);
    const notice: DistributionNotice = {
      ...{ ...body, ...issue, kind: 'distribution' },
      heading: { ...heading, ...issued, version: 1 },
    };
    this.issue.refuseUnprintable(notice, issuers);
    return notice;
  }

  /**
   * The sheet of a plan as it would be, without anything that is decided only later.
   * @throws DomainError `collective.withoutOffice`, `notices.characterNotPrintable`
   */
  async composeSample(plan: DistributionPlan, db: EntityManager): Promise<SampleNotice> {
    const issuers = await this.issue.issuersOf(plan.collectiveId);
    const notice: SampleNotice = { ...(await this.bodyOf(plan, issuers, db)), kind: 'sample' };
    this.issue.refuseUnprintable(notice, issuers);
    return notice;
  }

  /** What a sheet says of its plan, decided or not; issued, for now, on the day of the draft. */
  private async bodyOf(
    plan: DistributionPlan,
    issuers: Issuers,
    db: EntityManager,
  ): Promise<Omit<SampleNotice, 'kind'>> {
    const { periodFrom, periodTo } = plan;
    return {
      heading: {
        ...{ ...issuedBy(issuers), issuedOn: plan.draftedOn, periodFrom, periodTo },
        periodKind: periodKindOf({ from: periodFrom, to: periodTo }),
        pool: poolOfPack(plan.pool),
      },
      sums: sumsOf(plan),
      income: await this.facts.incomeOf(plan, db),
      deductions: await this.facts.deductionsOf(plan, db),
      uses: usesOf(plan),
      ...reservesOf(plan),
      ...(await this.issue.askedOf(issuers, db)),
      clauses: await this.clauses.clausesOf(plan, db),
      ...reckoningOf(plan),
    };
  }
}

function sumsOf(plan: DistributionPlan): NoticeSums {
  const { carriedOver, received, deducted, distributable, planned, leftOver } = plan.figures;
  return { carriedOver, received, deducted, distributable, planned, leftOver };
}

/** What is set aside of the plan's money; nothing where the plan kept nothing of it. */
function reservesOf({
  ground,
  periodFrom: from,
  periodTo: to,
}: DistributionPlan): Pick<SampleNotice, 'reserves'> {
  const rows = reserveRows(ground?.reserves ?? [], { from, to });
  return rows.length === 0 ? {} : { reserves: rows };
}

/** Between the claims of one line: an ideographic comma. */
const SEPARATOR = '\u3001';

function usesOf(plan: DistributionPlan): NoticeUses {
  const rows = plan.lines.map((line) => ({
    bucket: line.bucket.id,
    name: line.bucket.name,
    description: line.claims.map((claim) => claim.forWhat).join(SEPARATOR),
    ...(line.bucket.mark === undefined ? {} : { clauseMark: line.bucket.mark }),
    amount: line.amount.toString(),
    ...(line.takenOver === 0n ? {} : { granted: line.takenOver.toString() }),
  }));
  const leftOverFor = plan.leftOverNote === '' ? {} : { leftOverFor: plan.leftOverNote };
  return { rows, ...leftOverFor, paidByCardOnly: false };
}
