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
import { UseWithdrawalsService } from '../uses/use-withdrawals.service';
import { WorkPage } from './work.pages';
import { WorkEntryForm, WorkFinishForm, WorkSheetEntryForm, WorkWithdrawalForm } from './works.forms';
import { WorksPage } from './works.pages';
import { WorksViewService } from './works-view.service';
import { WorkSheetsService } from './work-sheets.service';

/** One work of a village. */
interface WorkPlace {
  readonly collectiveId: string;
  readonly workId: string;
}

/** The pages of small public works: entered, given sheets, finished, or withdrawn. */
@ApiExcludeController()
@Controller('villages/:collectiveId/works')
export class WorksPagesController {
  constructor(
    private readonly sheets: WorkSheetsService,
    private readonly withdrawals: UseWithdrawalsService,
    private readonly view: WorksViewService,
  ) {}

  @Get()
  @HtmlPage()
  list(@Param('collectiveId') collectiveId: string, @Visit() visit: PageVisit): Promise<string> {
    return this.drawList(visit, collectiveId);
  }

  @Post()
  @HtmlPage()
  open(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(WorkEntryForm, post.body);
        const { id } = await this.sheets.openWork(collectiveId, form, post.command);
        return { next: villagePaths(collectiveId).work(id), said: 'workOpened' };
      },
      showAgain: (refused) => this.drawList(post, collectiveId, refusedForm(refused)),
    });
  }

  @Get(':workId')
  @HtmlPage()
  show(@Param() at: WorkPlace, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, at);
  }

  @Post(':workId/sheets')
  @HtmlPage()
  enter(@Param() at: WorkPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId, workId } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(WorkSheetEntryForm, post.body);
        const { id } = await this.sheets.enterSheet(collectiveId, { workId, form }, post.command);
        const next = villagePaths(collectiveId).workSheet({ workId, sheetId: id });
        return { next, said: 'sheetEntered' };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  @Post(':workId/finish')
  @HtmlPage()
  finish(@Param() at: WorkPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId, workId } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(WorkFinishForm, post.body);
        await this.sheets.finishWork(collectiveId, { workId, form }, post.command);
        return { next: villagePaths(collectiveId).work(workId), said: 'workFinished' };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  @Post(':workId/withdraw')
  @HtmlPage()
  withdraw(@Param() at: WorkPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId, workId } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const { withdrawnWhy } = await readForm(WorkWithdrawalForm, post.body);
        await this.withdrawals.withdrawWork(collectiveId, { workId, withdrawnWhy }, post.command);
        return { next: villagePaths(collectiveId).work(workId), said: 'workWithdrawn' };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  private async drawList(visit: PageVisit, collectiveId: string, form?: FormState): Promise<string> {
    return officePage(visit, 'works', h(WorksPage, await this.view.listPage(visit, collectiveId, form)));
  }

  private async draw(visit: PageVisit, at: WorkPlace, form?: FormState): Promise<string> {
    return officePage(visit, 'work', h(WorkPage, await this.view.workPage(visit, at, form)));
  }
}
