import { Controller, Get, Param } from '@nestjs/common';
import type { Explained } from '../../domain/policy/explanation';
import { ApiRoom } from '../../platform/http/api-answer';
import { ItemAddress } from '../../platform/http/api.forms';
import { PlanReadService } from './plan-read.service';
import { PlanStandingService } from './plan-standing.service';

/** How the figures of a plan came about. */
@ApiRoom('plans')
@Controller('api/villages/:collectiveId/plans')
export class PlanExplanationController {
  constructor(
    private readonly plans: PlanReadService,
    private readonly standing: PlanStandingService,
  ) {}

  /** A tree of figures, each with its formula, what it was reckoned from, its source and its clause. */
  @Get(':id/explanation')
  async explain(@Param() at: ItemAddress): Promise<Explained> {
    return this.standing.figuresOf(await this.plans.requirePlan(at.collectiveId, at.id));
  }
}
