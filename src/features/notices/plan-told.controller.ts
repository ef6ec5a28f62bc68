import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiRoom } from '../../platform/http/api-answer';
import { ItemAddress } from '../../platform/http/api.forms';
import { SlipQuery } from './notices.forms';
import { type Broadcast, PlanToldService } from './plan-told.service';
import { type SlipView, slipView } from './slip.view';

/** A plan as villagers are told it. */
@ApiRoom('plans')
@Controller('api/villages/:collectiveId/plans')
export class PlanToldController {
  constructor(private readonly told: PlanToldService) {}

  /** The text for the village loudspeaker: about a minute, short sentences, amounts as they are read. */
  @Get(':id/broadcast')
  broadcast(@Param() at: ItemAddress): Promise<Broadcast> {
    return this.told.broadcastOf(at.collectiveId, at.id);
  }

  /** What one household gets of a claim, and why; nothing is kept of what was asked. */
  @Get(':id/slip')
  async slip(@Param() at: ItemAddress, @Query() query: SlipQuery): Promise<SlipView> {
    const { claim: claimId, weights = '', place = '' } = query;
    return slipView(await this.told.slipOf(at.collectiveId, at.id, { claimId, weights, place }));
  }
}
