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
import { WorksService } from '../uses/works.service';
import { WorkSheetPage } from './work-sheet.pages';
import { SheetAcceptanceForm, SheetWithdrawalForm } from './works.forms';
import { WorkSheetViewService } from './work-sheet-view.service';
import { type SheetAt, WorkSheetsService } from './work-sheets.service';

/** One sheet of a village. */
interface SheetPlace extends SheetAt {
  readonly collectiveId: string;
}

/** The page of a labour sheet: accepted by another, or withdrawn. */
@ApiExcludeController()
@Controller('villages/:collectiveId/works/:workId/sheets/:sheetId')
export class WorkSheetPagesController {
  constructor(
    private readonly sheets: WorkSheetsService,
    private readonly works: WorksService,
    private readonly view: WorkSheetViewService,
  ) {}

  @Get()
  @HtmlPage()
  show(@Param() at: SheetPlace, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, at);
  }

  @Post('accept')
  @HtmlPage()
  accept(@Param() at: SheetPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId, workId, sheetId } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const { acceptedOn, placeOf, againWhy } = await readForm(SheetAcceptanceForm, post.body);
        const form = { workId, sheetId, acceptedOn, placeOf, againWhy };
        const { voucher } = await this.sheets.acceptSheet(collectiveId, form, post.command);
        return { next: pathOf(at), said: 'sheetAccepted', voucher: voucher.voucherNumber };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  @Post('withdraw')
  @HtmlPage()
  withdraw(@Param() at: SheetPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId, workId, sheetId } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const { withdrawnWhy } = await readForm(SheetWithdrawalForm, post.body);
        await this.works.withdrawSheet(collectiveId, { workId, sheetId, withdrawnWhy }, post.command);
        return { next: pathOf(at), said: 'sheetWithdrawn' };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  private async draw(visit: PageVisit, at: SheetPlace, form?: FormState): Promise<string> {
    return officePage(visit, 'workSheet', h(WorkSheetPage, await this.view.pageOf(visit, at, form)));
  }
}

function pathOf({ collectiveId, workId, sheetId }: SheetPlace): string {
  return villagePaths(collectiveId).workSheet({ workId, sheetId });
}
