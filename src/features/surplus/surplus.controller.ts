import { Controller, Get, Param, Query } from '@nestjs/common';
import type { Bridge } from '../../domain/surplus/bridge';
import type { SurplusStatement } from '../../domain/surplus/surplus-statement';
import { ApiRoom } from '../../platform/http/api-answer';
import { VillageAddress } from '../../platform/http/api.forms';
import { BridgeService } from './bridge.service';
import { SurplusQuery } from './surplus.forms';
import { SurplusService } from './surplus.service';

/** What can be distributed. */
@ApiRoom('surplus')
@Controller('api/villages/:collectiveId/surplus')
export class SurplusController {
  constructor(
    private readonly surplus: SurplusService,
    private readonly bridges: BridgeService,
  ) {}

  /** Carried over + received − deducted = distributable, of a pool between two days. */
  @Get()
  statement(@Param() at: VillageAddress, @Query() period: SurplusQuery): Promise<SurplusStatement> {
    const { pool, from, to } = period;
    return this.surplus.statement(at.collectiveId, { pool, from, to });
  }

  /** From the statement's surplus to the pool's cash, every difference with its reason. */
  @Get('bridge')
  bridge(@Param() at: VillageAddress, @Query() period: SurplusQuery): Promise<Bridge> {
    const { pool, from, to } = period;
    return this.bridges.bridgeOf(at.collectiveId, { pool, from, to });
  }
}
