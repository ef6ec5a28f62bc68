import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { MeterRecordEntryForm, MeterWithdrawalForm } from './meter.forms';
import { MeterPage } from './meter.pages';
import { meterPath, MeterViewService } from './meter-view.service';
import { type MeterPlace, MetersService } from './meters.service';

/** The page on which it is noted what happened to a station's meter. */
@ApiExcludeController()
@Controller('villages/:collectiveId/assets/:assetId/meter')
export class MeterPagesController {
  constructor(
    private readonly view: MeterViewService,
    private readonly meters: MetersService,
  ) {}

  @Get()
  @HtmlPage()
  show(@Param() at: MeterPlace, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, at);
  }

  @Post()
  @HtmlPage()
  note(@Param() at: MeterPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(MeterRecordEntryForm, post.body);
        await this.meters.recordEvent(at, form, post.command);
        return { next: meterPath(at), said: 'meterNoted' };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  @Post('withdrawals')
  @HtmlPage()
  withdraw(@Param() at: MeterPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const { recordId, withdrawalReason } = await readForm(MeterWithdrawalForm, post.body);
        await this.meters.withdraw(at, { recordId, reason: withdrawalReason }, post.command);
        return { next: meterPath(at), said: 'meterWithdrawn' };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  private async draw(visit: PageVisit, at: MeterPlace, form?: FormState): Promise<string> {
    return officePage(visit, 'meter', h(MeterPage, await this.view.pageOf(visit, at, form)));
  }
}
