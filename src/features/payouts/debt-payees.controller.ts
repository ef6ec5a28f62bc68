import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { ItemAddress, type PageOf, pageOf, PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import { PayeeEntryForm } from './debt-payees.forms';
import { DebtPayeesService } from './debt-payees.service';
import { PayablePartsService, sumText } from './payable-parts.service';

/** A sum that was granted as one, as programs are told it; whose it is by his id and name. */
interface WholeSumAnswer {
  readonly debtEntryId: string;
  readonly forWhat: string;
  readonly amount: bigint;
  /** Nobody knows whether it was paid. */
  readonly isUnsure: boolean;
  readonly payeeId: string | undefined;
  readonly payeeName: string | undefined;
}

/** Sums that were granted as one, and whose they are. */
@ApiRoom('payLists')
@Controller('api/villages/:collectiveId/whole-sums')
export class DebtPayeesController {
  constructor(
    private readonly parts: PayablePartsService,
    private readonly payees: DebtPayeesService,
  ) {}

  /** Those that are not paid for certain. */
  @Get()
  async list(@Param() at: VillageAddress, @Query() query: PageQuery): Promise<PageOf<WholeSumAnswer>> {
    const sums = await this.parts.listSums(at.collectiveId);
    return pageOf(
      sums.map(({ grant, payee }) => ({
        ...{ debtEntryId: grant.voucher.entryId, forWhat: sumText(grant), amount: grant.standing.amount },
        ...{ isUnsure: grant.standing.state === 'unsure', payeeId: payee?.memberId, payeeName: payee?.name },
      })),
      query,
    );
  }

  /** Says by a paper whose a sum is and where he is paid; the id of a sum is its voucher's. */
  @Post(':id/payee')
  name(
    @Param() at: ItemAddress,
    @Body() form: PayeeEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.payees.name(at.collectiveId, { debtId: at.id, form }, command);
  }
}
