import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isVillageMeeting, type MeetingStep } from '../../domain/approvals/route';
import { countingSignatures } from '../../domain/approvals/signatures';
import type { ReportFigures, ReportRow } from '../../domain/notices/report-notice';
import { resolutionNotice } from '../../domain/notices/resolution';
import { DomainError } from '../../domain/shared/domain-error';
import { bodyName } from '../../glossary/bodies';
import { resolutionWords } from '../../glossary/resolution-words';
import { Database } from '../../platform/database/database';
import type { StepDecision } from '../approvals/approvals.service';
import { StepSignaturesService } from '../approvals/step-signatures.service';
import { PlanPublicityService, type SheetPlan } from '../distribution/plan-publicity.service';
import { NoticeMatterEntity } from './notice-report.entity';
import { MatterSource, type OfferedMatter, type ReportSubject } from './report-source';
import { daysOfPlan, decidedFacts, decidedUses, lawQuotes, planKind } from './resolved-plan';
import { reportTitle } from './report-words';

/** A plan, and how the village's body voted on it last. */
interface Voted {
  readonly of: SheetPlan;
  readonly step: MeetingStep;
  readonly decision: StepDecision;
}

/** How the village's body voted on a plan: that it passed or failed, by which law, and what was decided. */
@Injectable()
export class ResolutionService extends MatterSource {
  override readonly sheet = 'resolution';

  constructor(
    private readonly database: Database,
    private readonly plans: PlanPublicityService,
    private readonly signatures: StepSignaturesService,
  ) {
    super();
  }

  /** @throws DomainError `plan.unknown`, `notices.withoutMeeting` */
  override async subjectOf(collectiveId: string, id: string, db: EntityManager): Promise<ReportSubject> {
    const voted = requireVoted(await this.requirePlan(collectiveId, id, db));
    return { collectiveId, sheet: this.sheet, ...matterOf(voted) };
  }

  override async figuresOf(
    { collectiveId, about }: ReportSubject,
    db: EntityManager,
  ): Promise<ReportFigures> {
    const { of, step, decision } = requireVoted(await this.requirePlan(collectiveId, about?.id ?? '', db));
    const { counts } = decision;
    if (counts === null) throw new DomainError('notices.withoutMeeting');
    const { papersOutOn, decidedOn: on } = decision;
    const facts = { body: bodyName(step.body), on, ...(papersOutOn === null ? {} : { papersOutOn }) };
    const told = {
      ...{ step, counts, isPassed: decision.outcome === 'passed' },
      facts: { ...facts, ...decidedFacts(of) },
      ...{ uses: decidedUses(of), papers: paperRows(decision) },
      signers: await this.signersOf(of, decision, db),
    };
    return { ...resolutionNotice(told, resolutionWords.rule), basis: lawQuotes(step) };
  }

  /** Every plan that was voted on and whose vote hangs nowhere, the latest vote first. */
  override async listMatters(collectiveId: string, db: EntityManager): Promise<readonly OfferedMatter[]> {
    const published = await db.findBy(NoticeMatterEntity, { collectiveId, sheet: this.sheet });
    const known = new Set(published.map(({ matterId }) => matterId));
    const plans = (await this.plans.listStanding(collectiveId, db)).filter(({ plan }) => !known.has(plan.id));
    const voted = plans.flatMap((of) => votedOf(of) ?? []);
    voted.sort((one, other) => (one.decision.decidedAt < other.decision.decidedAt ? 1 : -1));
    return voted.map((each) => {
      const title = reportTitle({ sheet: this.sheet, ...matterOf(each) });
      return { id: each.of.plan.id, name: resolutionWords.offered(title, bodyName(each.step.body)) };
    });
  }

  private requirePlan(collectiveId: string, id: string, db: EntityManager): Promise<SheetPlan> {
    return this.database.readWithin(db, () => this.plans.requirePlan(collectiveId, id, db));
  }

  /** Who signed the steps of the plan up to the vote, in their order. */
  private async signersOf(of: SheetPlan, vote: StepDecision, db: EntityManager): Promise<ReportRow[]> {
    const { plan, kind } = of;
    const all = await this.signatures.listOf({ collectiveId: plan.collectiveId, kind, id: plan.id }, db);
    return plan.decisions
      .filter(({ stepNumber }) => stepNumber <= vote.stepNumber)
      .flatMap(({ stepId: id, digest }) =>
        countingSignatures({ id }, digest, all).map((signed) => ({
          ...{ signature: signed.id, step: plan.steps.find((each) => each.id === id)?.name ?? id },
          ...{ how: signed.signer === null ? 'paper' : 'own', day: signed.signedOn },
        })),
      );
  }
}

/** How the village's body voted last, whether it passed or not; undefined while it did not. */
function votedOf(of: SheetPlan): Voted | undefined {
  const { steps, decisions } = of.plan;
  const meetings = new Map(steps.filter(isVillageMeeting).map((step) => [step.id, step]));
  const decision = decisions.findLast(({ stepId, counts }) => counts !== null && meetings.has(stepId));
  const step = meetings.get(decision?.stepId ?? '');
  return decision === undefined || step === undefined ? undefined : { of, step, decision };
}

function matterOf({ of }: Voted) {
  return { ...daysOfPlan(of), about: { id: of.plan.id, of: planKind(of) } };
}

/** @throws DomainError `notices.withoutMeeting` */
function requireVoted(of: SheetPlan): Voted {
  const voted = votedOf(of);
  if (voted === undefined) throw new DomainError('notices.withoutMeeting');
  return voted;
}

/** What shows the vote: its papers by name and pages; of a vote of before the line that names them. */
function paperRows({ papers, paper }: StepDecision): ReportRow[] {
  const named = (papers ?? []).map(({ kind, title, keptAt, pages, sha256 }) => ({
    ...{ paper: kind, title: title === '' ? resolutionWords.unnamed : title },
    ...{ pages: resolutionWords.pages(pages), at: sha256 === null ? keptAt : resolutionWords.scan },
  }));
  if (paper === null || paper === '') return named;
  const record = { paper: 'record', title: paper, pages: resolutionWords.pages(null) };
  return [{ ...record, at: resolutionWords.withMinutes }, ...named];
}
