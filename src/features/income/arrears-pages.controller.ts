import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import { ArrearsQuery, DebtorAddress, ReminderEntryForm } from './arrears.forms';
import { ArrearsPage, ReminderPage } from './arrears.pages';
import { ArrearsService } from './arrears.service';
import { ArrearsViewService } from './arrears-view.service';

/** The pages of what is late: a village's, a township's, and the text of a reminder. */
@ApiExcludeController()
@Controller()
export class ArrearsPagesController {
  constructor(
    private readonly arrears: ArrearsService,
    private readonly view: ArrearsViewService,
  ) {}

  @Get('villages/:collectiveId/arrears')
  @HtmlPage()
  async ofVillage(
    @Param('collectiveId') collectiveId: string,
    @Query() query: ArrearsQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    return officePage(
      visit,
      'arrears',
      h(ArrearsPage, await this.view.villagePage(visit, collectiveId, query)),
    );
  }

  @Get('township/:collectiveId/arrears')
  @HtmlPage()
  async ofTownship(
    @Param('collectiveId') collectiveId: string,
    @Query() query: ArrearsQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    return officePage(
      visit,
      'arrears',
      h(ArrearsPage, await this.view.townshipPage(visit, collectiveId, query)),
    );
  }

  @Get('villages/:collectiveId/arrears/:counterparty/:assetId')
  @HtmlPage()
  async showReminder(@Param() at: DebtorAddress, @Visit() visit: PageVisit): Promise<string> {
    return officePage(visit, 'reminder', h(ReminderPage, await this.view.reminderPage(visit, at)));
  }

  @Post('villages/:collectiveId/arrears/:counterparty/:assetId')
  @HtmlPage()
  remind(@Param() at: DebtorAddress, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId, counterparty, assetId } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(ReminderEntryForm, post.body);
        const debtor = { counterparty, assetId };
        await this.arrears.recordReminder(collectiveId, { debtor, form }, post.command);
        return { next: villagePaths(collectiveId).arrears, said: 'reminderKept' };
      },
      showAgain: async (refused) => {
        const props = await this.view.reminderPage(post, at, refusedForm(refused));
        return officePage(post, 'reminder', h(ReminderPage, props));
      },
    });
  }
}
