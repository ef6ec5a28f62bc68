import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { sendKeptFile } from '../../platform/http/kept-file-answer';
import { freshAgain } from '../../platform/http/kept-typing';
import { officePage } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import { requireUploadedFile, TakesUpload } from '../../platform/http/uploads';
import { SettlementFormPage } from './settlement.pages';
import { slipFormPlace } from './settlement-view.service';
import { SlipPagesService } from './slip-pages.service';
import { SlipPaperAddress, SlipPaperForm } from './slip-papers.forms';
import { SlipPapersService } from './slip-papers.service';

interface Change {
  readonly post: PagePost;
  readonly reply: FastifyReply;
  readonly collectiveId: string;
  readonly said: 'slipPaperKept' | 'slipPaperDropped';
}

/** The scans of a slip that is being typed. */
@ApiExcludeController()
@Controller('villages/:collectiveId/settlements/new/papers')
export class SlipPapersPagesController {
  constructor(
    private readonly papers: SlipPapersService,
    private readonly slips: SlipPagesService,
  ) {}

  @Post()
  @TakesUpload()
  @HtmlPage()
  add(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.change({ post, reply, collectiveId, said: 'slipPaperKept' }, async (slip) =>
      this.papers.keep(slipFormPlace(post, slip), await requireUploadedFile(post.upload)),
    );
  }

  @Post('dropped')
  @HtmlPage()
  drop(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.change({ post, reply, collectiveId, said: 'slipPaperDropped' }, (slip) =>
      this.papers.drop(slipFormPlace(post, slip), slip.sha256),
    );
  }

  @Get(':assetId/:month/:sha256')
  async open(
    @Param() { sha256, ...slip }: SlipPaperAddress,
    @Visit() visit: PageVisit,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.papers.requireFile(slipFormPlace(visit, slip), sha256);
    await sendKeptFile(reply.request, reply, file);
  }

  /** What is typed is kept beside the scans; the page is drawn again with both. */
  private async change(
    { post, reply, collectiveId, said }: Change,
    work: (slip: { collectiveId: string; assetId: string; month: string; sha256: string }) => Promise<void>,
  ): Promise<void> {
    const { assetId, generationMonth: month, sha256 } = await readForm(SlipPaperForm, post.body);
    const asked = { collectiveId, assetId, month };
    await carryOut(reply, post.body, {
      work: async () => {
        await work({ ...asked, sha256 });
        const next = villagePaths(collectiveId).entry('settlements', { asset: assetId, month });
        return { next: freshAgain(post, next), said };
      },
      showAgain: async ({ problems }) => {
        const page = await this.slips.pageOf(post, asked, { refused: problems });
        return officePage(post, 'settlement', h(SettlementFormPage, page));
      },
    });
  }
}
