import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { ItemAddress, VillageAddress } from '../../platform/http/api.forms';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths, withQuery } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { MeterKwhService } from './meter-kwh.service';
import { MeterKwhEntryForm, ReconciliationQuery, ToleranceEntryForm } from './reconciliation.forms';
import { ReconciliationPage } from './reconciliation.pages';
import { type ReconciliationAsked, ReconciliationViewService } from './reconciliation-view.service';

/** Meter, slip and bank held against each other. */
@ApiExcludeController()
@Controller('villages/:collectiveId/reconciliation')
export class ReconciliationPagesController {
  constructor(
    private readonly meters: MeterKwhService,
    private readonly view: ReconciliationViewService,
  ) {}

  @Get()
  @HtmlPage()
  show(
    @Param() { collectiveId }: VillageAddress,
    @Query() { asset, year }: ReconciliationQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    return this.draw(visit, { collectiveId, asset, year });
  }

  @Post(':id/kwh')
  @HtmlPage()
  note(@Param() at: ItemAddress, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId, id: assetId } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(MeterKwhEntryForm, post.body);
        await this.meters.recordKwh({ collectiveId, assetId }, form, post.command);
        return { next: placeOf(at), said: 'meterKwhNoted' };
      },
      showAgain: (refused) => this.draw(post, { collectiveId, asset: assetId }, refusedForm(refused)),
    });
  }

  @Post(':id/tolerance')
  @HtmlPage()
  allow(@Param() at: ItemAddress, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId, id: assetId } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(ToleranceEntryForm, post.body);
        await this.meters.recordTolerance({ collectiveId, assetId }, form, post.command);
        return { next: placeOf(at), said: 'toleranceNoted' };
      },
      showAgain: (refused) => this.draw(post, { collectiveId, asset: assetId }, refusedForm(refused)),
    });
  }

  private async draw(visit: PageVisit, asked: ReconciliationAsked, form?: FormState): Promise<string> {
    const props = await this.view.pageOf(visit, asked, form);
    return officePage(visit, 'reconciliation', h(ReconciliationPage, props));
  }
}

function placeOf({ collectiveId, id }: ItemAddress): string {
  return withQuery(villagePaths(collectiveId).reconciliation, { asset: id });
}
