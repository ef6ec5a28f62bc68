import { Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { ItemAddress, VillageAddress } from '../../platform/http/api.forms';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { noticePaths } from '../../platform/http/notice-paths';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import { ObjectionAnswersService } from './objection-answers.service';
import { ObjectionPhonesService } from './objection-phones.service';
import { ObjectionsViewService, type ShownBeside } from './objections-view.service';
import { NoticeObjectionForm, ObjectionAnswerForm } from './objections.forms';
import { ObjectionsPage } from './objections.pages';
import { ObjectionsService } from './objections.service';
import { StandingSheetsService } from './standing-sheets.service';

/** The objections to a village's sheets: typed in, answered, called back. */
@ApiExcludeController()
@Controller('villages/:collectiveId/objections')
export class ObjectionsPagesController {
  constructor(
    private readonly objections: ObjectionsService,
    private readonly answers: ObjectionAnswersService,
    private readonly phones: ObjectionPhonesService,
    private readonly view: ObjectionsViewService,
    private readonly sheets: StandingSheetsService,
  ) {}

  @Get()
  @HtmlPage()
  show(@Param() { collectiveId }: VillageAddress, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, collectiveId);
  }

  @Post()
  @HtmlPage()
  enter(
    @Param() { collectiveId }: VillageAddress,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const { noticeId: id, ...form } = await readForm(NoticeObjectionForm, post.body);
        await this.sheets.requireStanding({ collectiveId, id });
        await this.objections.enter({ collectiveId, id }, form, post.command);
        return { next: noticePaths(collectiveId).objections, said: 'objectionTaken' };
      },
      showAgain: (refused) => this.draw(post, collectiveId, { form: refusedForm(refused) }),
    });
  }

  @Post(':id/answer')
  @HtmlPage()
  answer(@Param() at: ItemAddress, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId, id } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(ObjectionAnswerForm, post.body);
        await this.answers.answer({ collectiveId, id }, form, post.command);
        return { next: noticePaths(collectiveId).objections, said: 'objectionAnswered' };
      },
      showAgain: (refused) => this.draw(post, collectiveId, { form: refusedForm(refused), answering: id }),
    });
  }

  /** The telephone in full, once, on the page that answers: it stands in no address. */
  @Post(':id/phone')
  @HttpCode(200)
  @HtmlPage()
  async readPhone(@Param() { collectiveId, id }: ItemAddress, @Posted() post: PagePost): Promise<string> {
    const phone = await this.phones.readPhone({ collectiveId, id }, post.command);
    return this.draw(post, collectiveId, { opened: { id, phone } });
  }

  private async draw(visit: PageVisit, collectiveId: string, beside?: ShownBeside): Promise<string> {
    const page = await this.view.pageOf(visit, collectiveId, beside);
    return officePage(visit, 'objections', h(ObjectionsPage, page));
  }
}
