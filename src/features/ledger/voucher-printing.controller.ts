import { Controller, Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { monthOf } from '../../domain/calendar/calendar-day';
import { Clock } from '../../platform/clock/clock';
import { VoucherPrintQuery } from './ledger.queries';
import { VoucherPrintingService } from './voucher-printing.service';
import type { VoucherPlace } from './voucher-view.service';

/** Vouchers as sheets to print and bind. */
@ApiExcludeController()
@Controller('villages/:collectiveId/vouchers')
export class VoucherPrintingController {
  constructor(
    private readonly printing: VoucherPrintingService,
    private readonly clock: Clock,
  ) {}

  /** A selection, or the months from first to last; this month where nothing is said. */
  @Get('print.pdf')
  @Header('content-type', 'application/pdf')
  async printMany(
    @Param('collectiveId') collectiveId: string,
    @Query() { from, to, ids }: VoucherPrintQuery,
  ): Promise<StreamableFile> {
    const first = from ?? to ?? monthOf(this.clock.today());
    const asked = ids === undefined ? { first, last: to ?? first } : { ids: ids.split(',') };
    return pdf(await this.printing.print(collectiveId, asked));
  }

  @Get(':id/voucher.pdf')
  @Header('content-type', 'application/pdf')
  async printOne(@Param() { collectiveId, id }: VoucherPlace): Promise<StreamableFile> {
    return pdf(await this.printing.print(collectiveId, { ids: [id] }));
  }
}

function pdf(bytes: Buffer): StreamableFile {
  return new StreamableFile(bytes, { type: 'application/pdf' });
}
