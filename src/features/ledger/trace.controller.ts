import { Controller, Get, Param } from '@nestjs/common';
import { ApiRoom } from '../../platform/http/api-answer';
import { ItemAddress } from '../../platform/http/api.forms';
import { TracingService, type VoucherTrace } from './tracing.service';

/** The money of a voucher, both ways. */
@ApiRoom('ledger')
@Controller('api/villages/:collectiveId/vouchers')
export class TraceController {
  constructor(private readonly tracing: TracingService) {}

  /** Where a voucher's money came from and where it went, by pool, first received first used. */
  @Get(':id/trace')
  trace(@Param() { collectiveId, id }: ItemAddress): Promise<VoucherTrace[]> {
    return this.tracing.traceVoucher(collectiveId, id);
  }
}
