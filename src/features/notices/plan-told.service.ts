import { Injectable } from '@nestjs/common';
import { villageDecision } from '../../domain/approvals/plan-steps';
import { toldFigure } from '../../domain/notices/notice-reckoning';
import { readSlip, type SlipForm, type SlipPart } from '../../domain/notices/household-slip';
import type { Explained } from '../../domain/policy/explanation';
import { DomainError } from '../../domain/shared/domain-error';
import { broadcastSentences, secondsOf } from '../../glossary/broadcast-words';
import { planName } from '../../glossary/periods';
import { type SlipLine, slipLines } from '../../glossary/slip-words';
import { labelOf } from '../../glossary/terms';
import { Database } from '../../platform/database/database';
import { CollectivesService } from '../collectives/collectives.service';
import { type DistributionPlan, PlanReadService } from '../distribution/plan-read.service';
import { NoticeFactsService } from './notice-facts.service';
import { figuresOf } from './notice-reckoning';
import { NoticesService } from './notices.service';

/** The text for the loudspeaker, and how long it takes to read out. */
export interface Broadcast {
  readonly sentences: readonly string[];
  readonly seconds: number;
}

/** Which claim of a plan a slip is about, and how it is shared. */
export interface SlipAsked extends SlipForm {
  readonly claimId: string;
}

/** A household's slip: what it gets, and why. */
export interface HouseholdSlip {
  readonly lines: readonly SlipLine[];
  readonly part: SlipPart;
}

/** A plan told to villagers: read out over the loudspeaker, and to one household what it gets and why. */
@Injectable()
export class PlanToldService {
  constructor(
    private readonly database: Database,
    private readonly plans: PlanReadService,
    private readonly collectives: CollectivesService,
    private readonly notices: NoticesService,
    private readonly facts: NoticeFactsService,
  ) {}

  /** @throws DomainError `plan.unknown` */
  async broadcastOf(collectiveId: string, planId: string): Promise<Broadcast> {
    const plan = await this.plans.requirePlan(collectiveId, planId);
    const { contacts } = await this.collectives.requireCollective(collectiveId);
    const notice = (await this.notices.listNotices(collectiveId)).find((each) => each.planId === planId);
    const sentences = broadcastSentences({
      figures: toldFigures(plan),
      pool: labelOf(`pool.${plan.pool}`),
      from: plan.periodFrom,
      to: plan.periodTo,
      publicity: notice && { from: notice.publicityFrom, to: notice.publicityTo },
      phone: contacts[0]?.phone,
    });
    return { sentences, seconds: secondsOf(sentences) };
  }

  /**
   * What one person or household gets of a claim, and why. Nothing is kept of what was asked.
   * @throws DomainError `plan.unknown`, `grant.claimUnknown`; FormProblems `slip.*`
   */
  async slipOf(collectiveId: string, planId: string, asked: SlipAsked): Promise<HouseholdSlip> {
    const plan = await this.plans.requirePlan(collectiveId, planId);
    const { claimId } = asked;
    const line = plan.lines.find(({ claims }) => claims.some(({ id }) => id === claimId));
    const claim = line?.claims.find(({ id }) => id === claimId);
    if (line === undefined || claim === undefined) throw new DomainError('grant.claimUnknown', { claimId });
    const people = claim.unit === 'none' ? 0 : claim.beneficiaries;
    const part = readSlip(asked, { amount: claim.amount - claim.released, people });
    const lines = slipLines({
      income: await this.facts.incomeOf(plan, this.database.reader),
      figures: toldFigures(plan),
      plan: planName({ from: plan.periodFrom, to: plan.periodTo }, labelOf(`pool.${plan.pool}`)),
      decidedOn: villageDecision(plan)?.decidedOn,
      document: plan.pack.source.title,
      use: line.bucket.name,
      claim: claim.forWhat,
      unit: labelOf(`unit.${claim.unit === 'none' ? 'person' : claim.unit}`),
      part,
      claimed: claim.amount,
      released: claim.released,
    });
    return { lines, part };
  }
}

/** The figures of a plan as its sheet tells them. */
function toldFigures(plan: DistributionPlan): Explained[] {
  return figuresOf(plan).map(toldFigure);
}
