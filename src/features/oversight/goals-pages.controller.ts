import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { goalPaths } from '../../platform/http/oversight-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import { DueDaysService } from './due-days.service';
import { DueDaysPage, GoalPage } from './goal.pages';
import { DoneEntryForm, FiguresEntryForm, GoalsYearQuery, LineAddress } from './goals.forms';
import { GoalsPage } from './goals.pages';
import { GoalsService } from './goals.service';
import { GoalsViewService } from './goals-view.service';

/** The pages of goals that a document sets, and of what it wants done by when. */
@ApiExcludeController()
@Controller('offices/:collectiveId')
export class GoalsPagesController {
  constructor(
    private readonly goals: GoalsService,
    private readonly due: DueDaysService,
    private readonly view: GoalsViewService,
  ) {}

  @Get('goals')
  @HtmlPage()
  async list(
    @Param('collectiveId') collectiveId: string,
    @Query() { year }: GoalsYearQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    return officePage(visit, 'goals', h(GoalsPage, await this.view.listPage(visit, collectiveId, year)));
  }

  @Get('goals/:line')
  @HtmlPage()
  async show(
    @Param() { collectiveId: officeId, line }: LineAddress,
    @Query() { year }: GoalsYearQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    const props = await this.view.goalPage(visit, { officeId, line, year });
    return officePage(visit, 'goal', h(GoalPage, props));
  }

  @Post('goals/:line')
  @HtmlPage()
  enter(@Param() address: LineAddress, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId: officeId, line } = address;
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(FiguresEntryForm, post.body);
        await this.goals.enter({ officeId, line }, form, post.command);
        return { next: goalPaths.goal(officeId, line, form.year), said: 'figuresKept' };
      },
      showAgain: async (refused) => {
        const props = await this.view.goalPage(post, { officeId, line }, refusedForm(refused));
        return officePage(post, 'goal', h(GoalPage, props));
      },
    });
  }

  @Get('due-days/:line')
  @HtmlPage()
  async showDue(
    @Param() { collectiveId: officeId, line }: LineAddress,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    const props = await this.view.duePage(visit, { officeId, line });
    return officePage(visit, 'dueDays', h(DueDaysPage, props));
  }

  @Post('due-days/:line')
  @HtmlPage()
  done(@Param() address: LineAddress, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId: officeId, line } = address;
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(DoneEntryForm, post.body);
        await this.due.done({ officeId, line }, form, post.command);
        return { next: goalPaths.due(officeId, line), said: 'dueDone' };
      },
      showAgain: async (refused) => {
        const props = await this.view.duePage(post, { officeId, line }, refusedForm(refused));
        return officePage(post, 'dueDays', h(DueDaysPage, props));
      },
    });
  }
}
