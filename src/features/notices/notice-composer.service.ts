import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { officeAgreement, villageDecision } from '../../domain/approvals/plan-steps';
import { publicityPeriod } from '../../domain/approvals/publicity';
import { type CalendarDay, yearOf } from '../../domain/calendar/calendar-day';
import type {
  DistributionNotice,
  NoticeDecision,
  NoticeSums,
  NoticeUses,
  SampleNotice,
} from '../../domain/notices/distribution-notice';
import { ANSWER_DAYS } from '../../domain/notices/objection';
import { periodKindOf } from '../../domain/notices/period-kind';
import { reserveRows } from '../../domain/notices/reserve-rows';
import { DomainError } from '../../domain/shared/domain-error';
import { bodyName } from '../../glossary/bodies';
import { publicityStep, RoutesService } from '../approvals/routes.service';
import { type Collective, CollectivesService } from '../collectives/collectives.service';
import { type DistributionPlan, poolOfPack } from '../distribution/plan-read.service';
import { NoticeClausesService } from './notice-clauses.service';
import { NoticeFactsService } from './notice-facts.service';
import { NoticeFontsService } from './notice-fonts.service';
import { toldObjections } from './objections.store';
import { reckoningOf } from './notice-reckoning';

/** What a publication adds to a plan: its number, its first day on the wall, where the chain stood. */
export interface Publication {
  readonly number: number;
  readonly displayedOn: CalendarDay;
  readonly witness: { readonly chainLength: number; readonly chainHead: string };
}

/** Who issues a sheet, and the office above. */
interface Issuers {
  readonly collective: Collective;
  readonly township: Collective;
}

const DEFAULT_PUBLICITY = { days: 7, firstDayCounts: true };

/** Puts the canonical facts of a distribution sheet together. */
@Injectable()
export class NoticeComposerService {
  constructor(
    private readonly collectives: CollectivesService,
    private readonly facts: NoticeFactsService,
    private readonly clauses: NoticeClausesService,
    private readonly routes: RoutesService,
    private readonly fonts: NoticeFontsService,
  ) {}

  /**
   * The sheet of an approved plan, with everything that is printed and hashed.
   * @throws DomainError `notices.withoutMeeting`, `notices.characterNotPrintable`
   */
  async compose(
    plan: DistributionPlan,
    publication: Publication,
    db: EntityManager,
  ): Promise<DistributionNotice> {
    const { collective, township } = await this.issuersOf(plan);
    const steps = plan.form === 'plan/4' ? plan.steps : this.routes.requireRoute(plan.routeId).steps;
    const step = publicityStep(steps) ?? DEFAULT_PUBLICITY;
    const publicity = publicityPeriod(step, publication.displayedOn);
    const { heading, ...body } = await this.bodyOf(plan, { collective, township }, db);
    const notice: DistributionNotice = {
      ...body,
      kind: 'distribution',
      heading: {
        ...heading,
        number: { label: collective.noticeLabel, year: yearOf(publicity.from), number: publication.number },
        version: 1,
        issuedOn: publicity.from,
      },
      decision: this.decisionOf(plan, township),
      publicity,
      witness: publication.witness,
    };
    // The officers' names are printed beside the hashed facts.
    this.fonts.refuseUnprintable([notice, collective.contacts]);
    return notice;
  }

  /**
   * The sheet of a plan as it would be, without anything that is decided only later.
   * @throws DomainError `collective.withoutOffice`, `notices.characterNotPrintable`
   */
  async composeSample(plan: DistributionPlan, db: EntityManager): Promise<SampleNotice> {
    const issuers = await this.issuersOf(plan);
    const notice: SampleNotice = { ...(await this.bodyOf(plan, issuers, db)), kind: 'sample' };
    this.fonts.refuseUnprintable([notice, issuers.collective.contacts]);
    return notice;
  }

  /** What a sheet says of its plan, decided or not; issued, for now, on the day of the draft. */
  private async bodyOf(
    plan: DistributionPlan,
    { collective, township }: Issuers,
    db: EntityManager,
  ): Promise<Omit<SampleNotice, 'kind'>> {
    return {
      heading: {
        issuer: collective.organisationName,
        village: collective.name,
        township: township.name,
        issuedOn: plan.draftedOn,
        periodFrom: plan.periodFrom,
        periodTo: plan.periodTo,
        periodKind: periodKindOf({ from: plan.periodFrom, to: plan.periodTo }),
        pool: poolOfPack(plan.pool),
      },
      sums: sumsOf(plan),
      income: await this.facts.incomeOf(plan, db),
      deductions: await this.facts.deductionsOf(plan, db),
      uses: usesOf(plan),
      ...reservesOf(plan),
      ...(await toldObjections(db, plan.collectiveId)),
      clauses: await this.clauses.clausesOf(plan, db),
      contacts: {
        offices: collective.contacts.map(({ id, body, phone, place }) => ({
          id,
          body,
          phone,
          ...(place === undefined ? {} : { place }),
        })),
        answerWithinDays: ANSWER_DAYS,
      },
      ...reckoningOf(plan),
    };
  }

  private async issuersOf(plan: DistributionPlan): Promise<Issuers> {
    const collective = await this.collectives.requireCollective(plan.collectiveId);
    return { collective, township: await this.requireTownship(collective) };
  }

  private async requireTownship(collective: Collective): Promise<Collective> {
    if (collective.parentId === null)
      throw new DomainError('collective.withoutOffice', { collective: collective.name });
    return this.collectives.requireCollective(collective.parentId);
  }

  private decisionOf(plan: DistributionPlan, township: Collective): NoticeDecision {
    const meeting = villageDecision(plan);
    const step = plan.steps.find((each) => each.id === meeting?.stepId);
    if (meeting === undefined || meeting.counts === null || step?.kind !== 'meeting') {
      throw new DomainError('notices.withoutMeeting');
    }
    const review = officeAgreement(plan);
    const { due, present, inFavour } = meeting.counts;
    return {
      body: bodyName(step.body),
      decidedOn: meeting.decidedOn,
      due,
      present,
      inFavour,
      ...(review === undefined
        ? {}
        : { townshipReview: { body: township.organisationName, on: review.decidedOn } }),
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
  }));
  const leftOverFor = plan.leftOverNote === '' ? {} : { leftOverFor: plan.leftOverNote };
  return { rows, ...leftOverFor, paidByCardOnly: false };
}
