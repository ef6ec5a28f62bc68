import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiRoom } from '../../platform/http/api-answer';
import { type PageOf, pageOf, PageQuery } from '../../platform/http/api.forms';
import type { BankCandidate } from './bank-candidates.service';
import { BankLineStepsService } from './bank-line-steps.service';
import { BankLineAddress } from './bank.forms';

/** A line of the bank, and what it could be. */
@ApiRoom('bank')
@Controller('api/villages/:collectiveId/bank-accounts/:id/lines/:lineId')
export class BankLinesController {
  constructor(private readonly steps: BankLineStepsService) {}

  /** What the steps would book for an open line of the bank, those of its very amount first. */
  @Get('candidates')
  async candidates(@Param() at: BankLineAddress, @Query() query: PageQuery): Promise<PageOf<BankCandidate>> {
    const place = { collectiveId: at.collectiveId, accountId: at.id };
    return pageOf((await this.steps.requireLine(place, at.lineId)).candidates, query);
  }
}
