import { Injectable } from '@nestjs/common';
import { DomainError } from '../../domain/shared/domain-error';
import { FormProblems, type Problem, refuseProblems } from '../../domain/shared/problem';
import { problemSentence } from '../../glossary/sentences';
import type { Command } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import { CollectivesService } from '../collectives/collectives.service';
import { DecidingService } from '../distribution/deciding.service';
import { PlanReadService } from '../distribution/plan-read.service';
import { ReviewQueueService, type WaitingPlan } from './review-queue.service';

/**
 * Agreeing to several plans in one go: those alone of which no check says anything, each still decided by
 * itself, in its own village's books, as its own page would.
 */
@Injectable()
export class BatchReviewsService {
  constructor(
    private readonly collectives: CollectivesService,
    private readonly plans: PlanReadService,
    private readonly queue: ReviewQueueService,
    private readonly deciding: DecidingService,
    private readonly clock: Clock,
  ) {}

  /** The plans that wait for a review and on which nothing is remarked, the longest waiting first. */
  async listClean(townshipId: string): Promise<WaitingPlan[]> {
    const villages = await this.collectives.listVillagesBelow(townshipId);
    const waiting = await this.queue.listWaiting(villages, this.clock.today());
    return waiting.filter(isClean).sort((one, other) => (one.since < other.since ? -1 : 1));
  }

  /**
   * Agrees to each of the plans that were ticked, on the bytes that were seen. What cannot be agreed to is
   * told with its village; the others stand as agreed to all the same.
   * @param agreed by plan id the digest that was seen
   * @throws FormProblems `approvals.noneTicked`, `approvals.notClean` where it has a remark or waits no more,
   *   `approvals.batchRefused` with what its own page would say
   */
  async agree(townshipId: string, agreed: Readonly<Record<string, string>>, command: Command): Promise<void> {
    const ticked = Object.entries(agreed);
    if (ticked.length === 0) refuseProblems([{ code: 'approvals.noneTicked', field: 'agreed' }]);
    const clean = await this.listClean(townshipId);
    const problems: Problem[] = [];
    for (const [planId, digest] of ticked) {
      const waiting = clean.find(({ plan }) => plan.id === planId);
      if (waiting !== undefined) problems.push(...(await this.agreeTo(waiting, digest, command)));
      else if (!(await this.isAgreed(townshipId, planId, command.by)))
        problems.push({ code: 'approvals.notClean', field: `agreed.${planId}` });
    }
    refuseProblems(problems);
  }

  /** Whether somebody agreed to a plan before: who sends a form twice is told no fault. */
  private async isAgreed(townshipId: string, planId: string, by: string): Promise<boolean> {
    for (const { id } of await this.collectives.listVillagesBelow(townshipId)) {
      const plan = (await this.plans.listPlans(id)).find((each) => each.id === planId);
      if (plan !== undefined)
        return plan.decisions.some(({ decidedBy, outcome }) => decidedBy === by && outcome === 'passed');
    }
    return false;
  }

  /** Each plan is a command of its own: sent twice, it is agreed to once. */
  private async agreeTo(
    { village, plan }: WaitingPlan,
    digest: string,
    command: Command,
  ): Promise<Problem[]> {
    const { key, by } = command;
    const own: Command = key === undefined ? { by } : { by, key: `${key}:${plan.id}` };
    const form = { outcome: 'passed', reason: '', digest };
    try {
      await this.deciding.reviewPlan(village.id, plan.id, { form, command: own });
      return [];
    } catch (error) {
      const facts = { village: village.name, why: sentencesOf(error).join('') };
      return [{ code: 'approvals.batchRefused', field: `agreed.${plan.id}`, facts }];
    }
  }
}

/** Whether nothing is said of a plan but that it passes. */
function isClean({ checks }: WaitingPlan): boolean {
  return checks.every(({ outcome }) => outcome === 'passed');
}

function sentencesOf(error: unknown): string[] {
  if (error instanceof FormProblems) return error.problems.map(problemSentence);
  if (!(error instanceof DomainError)) throw error;
  return [problemSentence({ code: error.code, field: '', facts: error.facts })];
}
