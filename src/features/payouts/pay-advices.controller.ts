import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { ItemAddress, type PageOf, pageOf, PageQuery } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import { PayAdvicePrintingService } from './pay-advice-printing.service';
import { PayAdvicesService, readWhose } from './pay-advices.service';
import { type FileAnswer, fileAnswer } from './pay-file-bytes';
import { PayAdvicesForm } from './pay-lists.forms';
import { PayListsReadService } from './pay-lists-read.service';

/** When somebody on a list got his advice last; absent where he has none. */
interface AdviceAnswer {
  readonly memberId: string;
  readonly issuedAt: string | undefined;
}

/** Pay advices, with the code that opens each household its own slip. */
@ApiRoom('payLists')
@Controller('api/villages/:collectiveId/pay-lists/:id/advices')
export class PayAdvicesController {
  constructor(
    private readonly reading: PayListsReadService,
    private readonly advices: PayAdvicesService,
    private readonly printing: PayAdvicePrintingService,
  ) {}

  /** Everybody on the list, in its order. */
  @Get()
  async list(
    @Param() { collectiveId, id }: ItemAddress,
    @Query() query: PageQuery,
  ): Promise<PageOf<AdviceAnswer>> {
    const { lines } = await this.reading.require(collectiveId, id);
    const issued = await this.advices.listIssued(collectiveId, id);
    const people = await this.advices.listPeople(collectiveId, lines);
    return pageOf(
      people.map((memberId) => ({ memberId, issuedAt: issued.get(memberId) })),
      query,
    );
  }

  /** Prints advices with new codes, which stand on this sheet alone: sent again, the form is refused. */
  @Post()
  @HttpCode(200)
  async print(
    @Param() { collectiveId, id: listId }: ItemAddress,
    @Body() { adviceFor }: PayAdvicesForm,
    @GivenCommand() command: Command,
  ): Promise<FileAnswer> {
    const asked = { listId, whose: readWhose(adviceFor) };
    const issued = await this.advices.issue(collectiveId, asked, command);
    return fileAnswer(await this.printing.print({ collectiveId, listId }, issued));
  }
}
