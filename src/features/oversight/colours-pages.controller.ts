import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { isQuarter } from '../../domain/calendar/quarter';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { colourPaths } from '../../platform/http/oversight-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import { KeepQuarterForm, MarkEntryForm, QuarterQuery } from './colours.forms';
import { AssetColoursPage, ColoursPage } from './colours.pages';
import { ColoursService } from './colours.service';
import { ColoursViewService } from './colours-view.service';

/** An asset as an address names it. */
interface AssetAddress {
  readonly collectiveId: string;
  readonly id: string;
}

/** The pages of six indicators and three colours of a village. */
@ApiExcludeController()
@Controller('villages/:collectiveId/colours')
export class ColoursPagesController {
  constructor(
    private readonly colours: ColoursService,
    private readonly view: ColoursViewService,
  ) {}

  @Get()
  @HtmlPage()
  async list(
    @Param('collectiveId') collectiveId: string,
    @Query() { quarter }: QuarterQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    const props = await this.view.listPage(visit, { collectiveId, quarter });
    return officePage(visit, 'colours', h(ColoursPage, props));
  }

  @Post()
  @HtmlPage()
  keep(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const { quarter } = await readForm(KeepQuarterForm, post.body);
        await this.colours.record(collectiveId, quarter, post.command);
        return { next: colourPaths.village(collectiveId, quarter), said: 'coloursKept' };
      },
      showAgain: async (refused) => {
        const { quarter } = quarterOf(refused.values);
        const props = await this.view.listPage(post, { collectiveId, quarter }, refusedForm(refused));
        return officePage(post, 'colours', h(ColoursPage, props));
      },
    });
  }

  @Get(':id')
  @HtmlPage()
  async show(
    @Param() at: AssetAddress,
    @Query() { quarter }: QuarterQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    const props = await this.view.assetPage(visit, { ...at, quarter });
    return officePage(visit, 'assetColours', h(AssetColoursPage, props));
  }

  @Post(':id')
  @HtmlPage()
  mark(@Param() at: AssetAddress, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(MarkEntryForm, post.body);
        await this.colours.mark(at, form, post.command);
        return { next: colourPaths.asset(at, form.quarter), said: 'colourMarked' };
      },
      showAgain: async (refused) => {
        const { quarter } = quarterOf(refused.values);
        const props = await this.view.assetPage(post, { ...at, quarter }, refusedForm(refused));
        return officePage(post, 'assetColours', h(AssetColoursPage, props));
      },
    });
  }
}

/** The quarter a refused form was about; none where it was none. */
function quarterOf(values: Readonly<Record<string, string>>): QuarterQuery {
  const quarter = values['quarter'] ?? '';
  return isQuarter(quarter) ? { quarter } : {};
}
