import { Controller, Get, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { Clock } from '../../platform/clock/clock';
import { Configuration } from '../../platform/config/configuration';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths, withQuery } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import { pdfFile } from '../../platform/http/sheet-files';
import { renderTableSheet } from '../../platform/pdf/table-sheet';
import type { SheetTable } from '../../platform/spreadsheets/sheet-table';
import {
  StocktakingDecisionForm,
  StocktakingEntryForm,
  StocktakingFromQuery,
  StocktakingMatchForm,
  StocktakingQuery,
  StocktakingWithdrawalForm,
} from './stocktaking.forms';
import { StocktakingFormPage } from './stocktaking-form.pages';
import { StocktakingListPage, StocktakingPage } from './stocktaking.pages';
import { type StocktakingPlace, StocktakingViewService } from './stocktaking-view.service';
import { StocktakingsService } from './stocktakings.service';

/** The pages on which every asset is answered for, and what differed is decided. */
@ApiExcludeController()
@Controller('villages/:collectiveId/stocktakings')
export class StocktakingPagesController {
  constructor(
    private readonly rounds: StocktakingsService,
    private readonly view: StocktakingViewService,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
  ) {}

  @Get()
  @HtmlPage()
  async list(@Param('collectiveId') collectiveId: string, @Visit() visit: PageVisit): Promise<string> {
    const props = await this.view.listPage(visit, collectiveId);
    return officePage(visit, 'stocktakings', h(StocktakingListPage, props));
  }

  @Get('new')
  @HtmlPage()
  async write(
    @Param('collectiveId') collectiveId: string,
    @Query() { from }: StocktakingFromQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    const props = await this.view.formPage(
      visit,
      collectiveId,
      await this.view.filledFrom(collectiveId, from),
    );
    return officePage(visit, 'stocktakings', h(StocktakingFormPage, props));
  }

  @Post('new')
  @HtmlPage()
  record(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(StocktakingEntryForm, post.body);
        const { id } = await this.rounds.record(collectiveId, form, post.command);
        return { next: `${villagePaths(collectiveId).stocktakings}/${id}`, said: 'stocktakingKept' };
      },
      showAgain: async (refused) => {
        const props = await this.view.formPage(post, collectiveId, refusedForm(refused));
        return officePage(post, 'stocktakings', h(StocktakingFormPage, props));
      },
    });
  }

  @Get('blank.pdf')
  async blank(
    @Param('collectiveId') collectiveId: string,
    @Query() { on }: StocktakingQuery,
  ): Promise<StreamableFile> {
    return this.print(await this.view.blankSheet(collectiveId, on));
  }

  @Get(':id')
  @HtmlPage()
  async show(@Param() at: StocktakingPlace, @Visit() visit: PageVisit): Promise<string> {
    return officePage(visit, 'stocktakings', h(StocktakingPage, await this.view.roundPage(visit, at)));
  }

  @Post(':id')
  @HtmlPage()
  decide(@Param() at: StocktakingPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId, id } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(StocktakingDecisionForm, post.body);
        await this.rounds.decide(collectiveId, { id, form }, post.command);
        return { next: `${villagePaths(collectiveId).stocktakings}/${id}`, said: 'decisionKept' };
      },
      showAgain: async (refused) => {
        const props = await this.view.roundPage(post, at, refusedForm(refused));
        return officePage(post, 'stocktakings', h(StocktakingPage, props));
      },
    });
  }

  @Post(':id/matches')
  @HtmlPage()
  match(@Param() at: StocktakingPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId, id } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(StocktakingMatchForm, post.body);
        await this.rounds.match(collectiveId, { id, form }, post.command);
        return { next: `${villagePaths(collectiveId).stocktakings}/${id}`, said: 'findMatched' };
      },
      showAgain: async (refused) => {
        const props = await this.view.roundPage(post, at, refusedForm(refused));
        return officePage(post, 'stocktakings', h(StocktakingPage, props));
      },
    });
  }

  @Post(':id/withdrawal')
  @HtmlPage()
  withdraw(
    @Param() at: StocktakingPlace,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { collectiveId, id } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(StocktakingWithdrawalForm, post.body);
        await this.rounds.withdraw(collectiveId, { id, form }, post.command);
        const { stocktakings } = villagePaths(collectiveId);
        return { next: withQuery(`${stocktakings}/new`, { from: id }), said: 'stocktakingWithdrawn' };
      },
      showAgain: async (refused) => {
        const props = await this.view.roundPage(post, at, refusedForm(refused));
        return officePage(post, 'stocktakings', h(StocktakingPage, props));
      },
    });
  }

  @Get(':id/sheet.pdf')
  async sheet(@Param() at: StocktakingPlace): Promise<StreamableFile> {
    return this.print(await this.view.sheetOf(at));
  }

  private async print(table: SheetTable): Promise<StreamableFile> {
    const { demo: specimen } = this.configuration;
    return pdfFile(await renderTableSheet(table, { specimen, drawnAt: new Date(this.clock.now()) }));
  }
}
