import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { PageQuery } from '../../platform/http/api.forms';
import { pdfFile } from '../../platform/http/sheet-files';
import { HouseholdSlipsService, type SlipsAsked } from './household-slips.service';

/** The slips of the households on a list, to be handed out. */
@ApiExcludeController()
@Controller('villages/:collectiveId/pay-lists/:listId')
export class HouseholdSlipsController {
  constructor(private readonly slips: HouseholdSlipsService) {}

  @Get('slips.pdf')
  async print(
    @Param() at: Omit<SlipsAsked, 'page'>,
    @Query() { page = '1' }: PageQuery,
  ): Promise<StreamableFile> {
    return pdfFile(await this.slips.print({ ...at, page }));
  }
}
