import { Controller, Get, Header, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { OPENING_TEMPLATE } from '../../glossary/columns-opening';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import { givenTable, TakesUpload } from '../../platform/http/uploads';
import type { FormState } from '../../platform/views/error-summary';
import { OpeningReplaceForm, OpeningUploadForm } from './months.forms';
import { openingTemplate } from './opening-table';
import { OpeningReplacementService } from './opening-replacement.service';
import { type OpeningPlace, OpeningViewService } from './opening-view.service';
import { OpeningPage, OpeningPreviewPage } from './opening.pages';
import { OpeningService } from './opening.service';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The pages on which a village's opening balances come in: upload, look, confirm. */
@ApiExcludeController()
@Controller('villages/:collectiveId/opening')
export class OpeningPagesController {
  constructor(
    private readonly openings: OpeningService,
    private readonly replacements: OpeningReplacementService,
    private readonly view: OpeningViewService,
  ) {}

  @Get()
  @HtmlPage()
  show(@Param('collectiveId') collectiveId: string, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, collectiveId);
  }

  @Post()
  @HtmlPage()
  @TakesUpload()
  upload(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const { pasted } = await readForm(OpeningUploadForm, post.body);
        const id = await this.replacements.upload(
          collectiveId,
          givenTable(post.upload, pasted),
          post.command,
        );
        return { next: `${villagePaths(collectiveId).opening}/${id}`, said: 'tableRead' };
      },
      showAgain: (refused) => this.draw(post, collectiveId, refusedForm(refused)),
    });
  }

  @Get('template.xlsx')
  @Header('content-type', XLSX)
  @Header(
    'content-disposition',
    `attachment; filename="opening.xlsx"; filename*=UTF-8''${encodeURIComponent(OPENING_TEMPLATE.fileName)}`,
  )
  template(): Promise<Buffer> {
    return openingTemplate();
  }

  @Get(':previewId')
  @HtmlPage()
  preview(@Param() at: OpeningPlace, @Visit() visit: PageVisit): Promise<string> {
    return this.drawPreview(visit, at);
  }

  @Post(':previewId')
  @HtmlPage()
  confirm(@Param() at: OpeningPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const { entryId, voucherNumber } = await this.openings.confirm(
          at.collectiveId,
          at.previewId,
          post.command,
        );
        const next = villagePaths(at.collectiveId).voucher(entryId);
        return { next, said: 'booksOpened', voucher: voucherNumber };
      },
      showAgain: (refused) => this.drawPreview(post, at, refusedForm(refused)),
    });
  }

  @Post(':previewId/replace')
  @HtmlPage()
  replace(@Param() at: OpeningPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId, previewId } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const { reason } = await readForm(OpeningReplaceForm, post.body);
        const booked = await this.replacements.replace(collectiveId, { previewId, reason }, post.command);
        const next = villagePaths(collectiveId).voucher(booked.entryId);
        return { next, said: 'openingReplaced', voucher: booked.voucherNumber };
      },
      showAgain: (refused) => this.drawPreview(post, at, refusedForm(refused)),
    });
  }

  private async draw(visit: PageVisit, collectiveId: string, refused?: FormState): Promise<string> {
    const props = await this.view.uploadPage(visit, collectiveId, refused);
    return officePage(visit, 'opening', h(OpeningPage, props));
  }

  private async drawPreview(visit: PageVisit, at: OpeningPlace, refused?: FormState): Promise<string> {
    const props = await this.view.previewPage(visit, at, refused);
    return officePage(visit, 'opening', h(OpeningPreviewPage, props));
  }
}
