import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { idlePaths } from '../../platform/http/oversight-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import { IdleNoteEntryForm, IdleReasonForm } from './idle-money.forms';
import { IdleMoneyPage, IdleSumPage } from './idle-money.pages';
import { IdleMoneyService } from './idle-money.service';
import { IdleMoneyViewService } from './idle-money-view.service';
import { OfficeIdleMoneyPage } from './office-idle-money.pages';

/** Money as an address names it. */
interface MoneyAddress {
  readonly collectiveId: string;
  readonly entryId: string;
}

/** The pages of money that lies still, of a village and of a township's villages. */
@ApiExcludeController()
@Controller()
export class IdleMoneyPagesController {
  constructor(
    private readonly idle: IdleMoneyService,
    private readonly view: IdleMoneyViewService,
  ) {}

  @Get('township/:collectiveId/idle-money')
  @HtmlPage()
  async ofOffice(@Param('collectiveId') collectiveId: string, @Visit() visit: PageVisit): Promise<string> {
    const props = await this.view.officePage(visit, collectiveId);
    return officePage(visit, 'officeIdleMoney', h(OfficeIdleMoneyPage, props));
  }

  @Get('villages/:collectiveId/idle-money')
  @HtmlPage()
  async ofVillage(@Param('collectiveId') collectiveId: string, @Visit() visit: PageVisit): Promise<string> {
    const props = await this.view.villagePage(visit, collectiveId);
    return officePage(visit, 'idleMoney', h(IdleMoneyPage, props));
  }

  @Post('villages/:collectiveId/idle-money')
  @HtmlPage()
  explainAll(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(IdleReasonForm, post.body);
        await this.idle.explainAll(collectiveId, form, post.command);
        return { next: idlePaths.village(collectiveId), said: 'idleNoted' };
      },
      showAgain: async (refused) => {
        const props = await this.view.villagePage(post, collectiveId, refusedForm(refused));
        return officePage(post, 'idleMoney', h(IdleMoneyPage, props));
      },
    });
  }

  @Get('villages/:collectiveId/idle-money/:entryId')
  @HtmlPage()
  async show(@Param() at: MoneyAddress, @Visit() visit: PageVisit): Promise<string> {
    const props = await this.view.sumPage(visit, at);
    return officePage(visit, 'idleSum', h(IdleSumPage, props));
  }

  @Post('villages/:collectiveId/idle-money/:entryId')
  @HtmlPage()
  note(@Param() at: MoneyAddress, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(IdleNoteEntryForm, post.body);
        await this.idle.note(at, form, post.command);
        return { next: idlePaths.village(at.collectiveId), said: 'idleNoted' };
      },
      showAgain: async (refused) => {
        const props = await this.view.sumPage(post, at, refusedForm(refused));
        return officePage(post, 'idleSum', h(IdleSumPage, props));
      },
    });
  }
}
