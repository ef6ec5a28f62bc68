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
import { BodySizeEntryForm } from './body-roll.forms';
import { BodyRollPage } from './body-roll.pages';
import { BodyRollService } from './body-roll.service';
import { BodyRollViewService } from './body-roll-view.service';

/** The page of how many people a village's bodies are. */
@ApiExcludeController()
@Controller('villages/:collectiveId/body-roll')
export class BodyRollPagesController {
  constructor(
    private readonly rolls: BodyRollService,
    private readonly view: BodyRollViewService,
  ) {}

  @Get()
  @HtmlPage()
  show(@Param('collectiveId') collectiveId: string, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, collectiveId);
  }

  @Post()
  @HtmlPage()
  note(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(BodySizeEntryForm, post.body);
        await this.rolls.note(collectiveId, form, post.command);
        return { next: villagePaths(collectiveId).bodyRoll, said: 'bodySizeNoted' };
      },
      showAgain: (refused) => this.draw(post, collectiveId, refusedForm(refused)),
    });
  }

  private async draw(visit: PageVisit, collectiveId: string, form?: FormState): Promise<string> {
    return officePage(visit, 'bodyRoll', h(BodyRollPage, await this.view.pageOf(visit, collectiveId, form)));
  }
}
