import { Controller, Get, Param } from '@nestjs/common';
import { ApiRoom } from '../../platform/http/api-answer';
import { ItemAddress } from '../../platform/http/api.forms';
import { TracingService, type VoucherTrace } from './tracing.service';

/** The money of a voucher, both ways. */
@ApiRoom('ledger')
@Controller('api/villages/:collectiveId/vouchers')
export class TraceController {
  constructor(private readonly tracing: TracingService) {}

  /**
   * Every fen of a voucher by pool, from the bank to the bank: what it came from, what it was used for, how
   * it was paid; first received first used, first owed first paid.
   */
  @Get(':id/trace')
  trace(@Param() { collectiveId, id }: ItemAddress): Promise<VoucherTrace[]> {
    return this.tracing.traceVoucher(collectiveId, id);
  }
}
