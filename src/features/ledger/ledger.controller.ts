import { Controller, Get, Param, Query } from '@nestjs/common';
import type { TrialBalance } from '../../domain/ledger/trial-balance';
import { ApiRoom } from '../../platform/http/api-answer';
import { ItemAddress, MonthsQuery, type PageOf, pageOf, VillageAddress } from '../../platform/http/api.forms';
import { LedgerReadService, type Voucher } from './ledger-read.service';

/** What was booked. */
@ApiRoom('ledger')
@Controller('api/villages/:collectiveId')
export class LedgerController {
  constructor(private readonly books: LedgerReadService) {}

  /** The vouchers of the months from first to last, in the order of their numbers. */
  @Get('vouchers')
  async listVouchers(@Param() at: VillageAddress, @Query() query: MonthsQuery): Promise<PageOf<Voucher>> {
    const { first, last } = query;
    return pageOf(await this.books.listVouchers(at.collectiveId, { first, last }), query);
  }

  /** One voucher with its lines and its place in the chain. */
  @Get('vouchers/:id')
  showVoucher(@Param() at: ItemAddress): Promise<Voucher> {
    return this.books.requireEntry(at.collectiveId, at.id);
  }

  /** The trial balance of the months from first to last: every column adds up to zero. */
  @Get('trial-balance')
  trialBalance(@Param() at: VillageAddress, @Query() query: MonthsQuery): Promise<TrialBalance> {
    const { first, last } = query;
    return this.books.trialBalance(at.collectiveId, { first, last });
  }
}
