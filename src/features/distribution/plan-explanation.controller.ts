import { Controller, Get, Param } from '@nestjs/common';
import type { Explained } from '../../domain/policy/explanation';
import { ApiRoom } from '../../platform/http/api-answer';
import { ItemAddress } from '../../platform/http/api.forms';
import { PlanExplanationService } from './plan-explanation.service';

/** How the figures of a plan came about. */
@ApiRoom('plans')
@Controller('api/villages/:collectiveId/plans')
export class PlanExplanationController {
  constructor(private readonly explanations: PlanExplanationService) {}

  /** A tree of figures, each with its formula, what it was reckoned from, its source and its clause. */
  @Get(':id/explanation')
  explain(@Param() at: ItemAddress): Promise<Explained> {
    return this.explanations.explanationOf(at.collectiveId, at.id);
  }
}
