import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { type PageOf, pageOf, PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import { CountyFilingsService, type KeptFiling } from '../approvals/county-filings.service';
import { FilingService } from '../distribution/filing.service';
import { FilingApiForm, FilingsPageQuery } from './filings.forms';
import { type WaitingFiling, WaitingFilingsService } from './waiting-filings.service';

/** What of its villages is filed with a county, under numbers of its own. */
@ApiRoom('packs')
@Controller('api/offices/:collectiveId/filings')
export class FilingsController {
  constructor(
    private readonly filing: FilingService,
    private readonly filings: CountyFilingsService,
    private readonly waiting: WaitingFilingsService,
  ) {}

  /** What was filed, in the order of its numbers; of one year where one is named. */
  @Get()
  async list(@Param() at: VillageAddress, @Query() query: FilingsPageQuery): Promise<PageOf<KeptFiling>> {
    const { year = '' } = query;
    const filed = await this.filings.listFilings(at.collectiveId);
    return pageOf(year === '' ? filed : filed.filter((each) => String(each.year) === year), query);
  }

  /** What waits to be filed, the longest waiting first. */
  @Get('waiting')
  async listWaiting(
    @Param() at: VillageAddress,
    @Query() query: PageQuery,
  ): Promise<PageOf<Omit<WaitingFiling, 'village' | 'href'> & { readonly villageId: string }>> {
    const waiting = await this.waiting.listWaiting(at.collectiveId);
    const told = waiting.map(({ village, kind, planId, name, total, since, days }) => {
      return { villageId: village.id, kind, planId, name, total, since, days };
    });
    return pageOf(told, query);
  }

  /** Files a plan under the county's next number. */
  @Post()
  file(
    @Param() at: VillageAddress,
    @Body() { villageId, kind, planId, ...form }: FilingApiForm,
    @GivenCommand() command: Command,
  ): Promise<{ readonly number: string }> {
    return this.filing.filePlan(at.collectiveId, { villageId, kind, planId }, { form, command });
  }
}
