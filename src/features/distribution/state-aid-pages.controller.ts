import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { StateAidService } from '../uses/state-aid.service';
import { AidWithdrawalForm } from './aid.forms';
import { StateAidEntryForm } from './state-aid.forms';
import { StateAidListPage, StateAidPage } from './state-aid.pages';
import { StateAidViewService } from './state-aid-view.service';

/** One list of a village. */
interface ListPlace {
  readonly collectiveId: string;
  readonly listId: string;
}

/** The pages of what governments paid: written down, looked at, withdrawn. */
@ApiExcludeController()
@Controller('villages/:collectiveId/state-aid')
export class StateAidPagesController {
  constructor(
    private readonly stateAid: StateAidService,
    private readonly view: StateAidViewService,
  ) {}

  @Get()
  @HtmlPage()
  list(@Param('collectiveId') collectiveId: string, @Visit() visit: PageVisit): Promise<string> {
    return this.drawAll(visit, collectiveId);
  }

  @Post()
  @HtmlPage()
  enter(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(StateAidEntryForm, post.body);
        const { id } = await this.stateAid.enterStateAid(collectiveId, form, post.command);
        return { next: villagePaths(collectiveId).stateAidList(id), said: 'stateAidEntered' };
      },
      showAgain: (refused) => this.drawAll(post, collectiveId, refusedForm(refused)),
    });
  }

  @Get(':listId')
  @HtmlPage()
  show(@Param() at: ListPlace, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, at);
  }

  @Post(':listId/withdraw')
  @HtmlPage()
  withdraw(@Param() at: ListPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId, listId } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const { withdrawnWhy } = await readForm(AidWithdrawalForm, post.body);
        await this.stateAid.withdrawStateAid(collectiveId, { listId, withdrawnWhy }, post.command);
        return { next: villagePaths(collectiveId).stateAidList(listId), said: 'stateAidWithdrawn' };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  private async drawAll(visit: PageVisit, collectiveId: string, form?: FormState): Promise<string> {
    const props = await this.view.pageOf(visit, collectiveId, form);
    return officePage(visit, 'stateAid', h(StateAidPage, props));
  }

  private async draw(visit: PageVisit, at: ListPlace, form?: FormState): Promise<string> {
    const props = await this.view.listPageOf(visit, at, form);
    return officePage(visit, 'stateAidList', h(StateAidListPage, props));
  }
}
