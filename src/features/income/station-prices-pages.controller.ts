import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import type { MeterPlace } from './meters.service';
import { StationPriceEntryForm, TaxBearerEntryForm } from './station-prices.forms';
import { StationPricesPage } from './station-prices.pages';
import { StationPricesService } from './station-prices.service';
import { pricesPath, StationPricesViewService } from './station-prices-view.service';

/** The page on which it is noted what is paid for a station's energy. */
@ApiExcludeController()
@Controller('villages/:collectiveId/assets/:assetId/prices')
export class StationPricesPagesController {
  constructor(
    private readonly view: StationPricesViewService,
    private readonly prices: StationPricesService,
  ) {}

  @Get()
  @HtmlPage()
  show(@Param() at: MeterPlace, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, at);
  }

  @Post()
  @HtmlPage()
  note(@Param() at: MeterPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(StationPriceEntryForm, post.body);
        await this.prices.recordPrice(at, form, post.command);
        return { next: pricesPath(at), said: 'priceNoted' };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  @Post('tax-bearer')
  @HtmlPage()
  noteBearer(@Param() at: MeterPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(TaxBearerEntryForm, post.body);
        await this.prices.recordBearer(at, form, post.command);
        return { next: pricesPath(at), said: 'bearerNoted' };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  private async draw(visit: PageVisit, at: MeterPlace, form?: FormState): Promise<string> {
    return officePage(visit, 'stationPrices', h(StationPricesPage, await this.view.pageOf(visit, at, form)));
  }
}
