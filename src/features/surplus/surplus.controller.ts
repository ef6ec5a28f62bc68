import { Controller, Get, Param, Query } from '@nestjs/common';
import type { SurplusStatement } from '../../domain/surplus/surplus-statement';
import { ApiRoom } from '../../platform/http/api-answer';
import { VillageAddress } from '../../platform/http/api.forms';
import { SurplusQuery } from './surplus.forms';
import { SurplusService } from './surplus.service';

/** What can be distributed. */
@ApiRoom('surplus')
@Controller('api/villages/:collectiveId/surplus')
export class SurplusController {
  constructor(private readonly surplus: SurplusService) {}

  /** Carried over + received − deducted = distributable, of a pool between two days. */
  @Get()
  statement(@Param() at: VillageAddress, @Query() period: SurplusQuery): Promise<SurplusStatement> {
    const { pool, from, to } = period;
    return this.surplus.statement(at.collectiveId, { pool, from, to });
  }
}
