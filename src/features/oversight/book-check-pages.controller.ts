import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import { BookCheckViewService } from './book-check-view.service';
import { BookCheckPage } from './book-check.pages';
import { BookChecksService } from './book-checks.service';

/** The check of a village's books: its last result, and a new one. */
@ApiExcludeController()
@Controller('villages/:collectiveId/check')
export class BookCheckPagesController {
  constructor(
    private readonly view: BookCheckViewService,
    private readonly checks: BookChecksService,
  ) {}

  @Get()
  @HtmlPage()
  show(@Param('collectiveId') collectiveId: string, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, collectiveId);
  }

  @Post()
  @HtmlPage()
  check(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        await this.checks.checkNow(collectiveId, post.command);
        return { next: villagePaths(collectiveId).check, said: 'booksChecked' };
      },
      showAgain: () => this.draw(post, collectiveId),
    });
  }

  private async draw(visit: PageVisit, collectiveId: string): Promise<string> {
    return officePage(visit, 'check', h(BookCheckPage, await this.view.pageOf(visit, collectiveId)));
  }
}
