import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { Asked, type PageQuestion } from '../../platform/http/page-visit';
import { answerAskedForm } from '../../platform/http/posted-form';
import { ActsQuery } from './acts.forms';
import { ActsPage } from './acts.pages';
import { ActsViewService } from './acts-view.service';

/** Who did what in the villages below an office, and what was refused. */
@ApiExcludeController()
@Controller('township/:collectiveId/acts')
export class ActsPagesController {
  constructor(private readonly view: ActsViewService) {}

  @Get()
  @HtmlPage()
  show(
    @Param('collectiveId') collectiveId: string,
    @Asked() asked: PageQuestion,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return answerAskedForm(reply, asked.query, {
      work: async () => {
        const query = await readForm(ActsQuery, withoutBlanks(asked.query));
        const props = await this.view.pageOf(asked, collectiveId, query);
        return officePage(asked, 'acts', h(ActsPage, props));
      },
      showAgain: async (refused) => {
        const props = await this.view.emptyPage(asked, collectiveId, refusedForm(refused));
        return officePage(asked, 'acts', h(ActsPage, props));
      },
    });
  }
}

/** What a form in the address leaves blank is not asked. */
function withoutBlanks(query: object): object {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));
}
