import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { restsOf } from '../../domain/deductions/cost-elsewhere';
import { assetOptions } from '../../glossary/asset-options';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import {
  filledForm,
  keepsBooksOf,
  OfficeDesk,
  officePage,
  refusedForm,
} from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { AssetsService } from '../assets/assets.service';
import { ChargesService } from './charges.service';
import {
  CostElsewhereAddress,
  CostElsewhereEntryForm,
  CostElsewhereWithdrawalForm,
} from './costs-elsewhere.forms';
import { CostsElsewherePage } from './costs-elsewhere.pages';
import { CostsElsewhereService } from './costs-elsewhere.service';

/** The page of costs that another fund pays. */
@ApiExcludeController()
@Controller('villages/:collectiveId/costs-elsewhere')
export class CostsElsewherePagesController {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly assets: AssetsService,
    private readonly costs: CostsElsewhereService,
    private readonly charges: ChargesService,
  ) {}

  @Get()
  @HtmlPage()
  show(@Param('collectiveId') collectiveId: string, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, collectiveId);
  }

  @Post()
  @HtmlPage()
  record(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(CostElsewhereEntryForm, post.body);
        await this.costs.record(collectiveId, form, post.command);
        return { next: villagePaths(collectiveId).costsElsewhere, said: 'costElsewhereKept' };
      },
      showAgain: (refused) => this.draw(post, collectiveId, refusedForm(refused)),
    });
  }

  @Post(':costId/withdrawal')
  @HtmlPage()
  withdraw(
    @Param() { collectiveId, costId }: CostElsewhereAddress,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const { elsewhereWithdrawn: reason } = await readForm(CostElsewhereWithdrawalForm, post.body);
        await this.costs.withdraw(collectiveId, { costId, reason }, post.command);
        return { next: villagePaths(collectiveId).costsElsewhere, said: 'costElsewhereWithdrawn' };
      },
      showAgain: (refused) => this.draw(post, collectiveId, refusedForm(refused)),
    });
  }

  private async draw(visit: PageVisit, collectiveId: string, form?: FormState): Promise<string> {
    const registered = await this.assets.listAssets(collectiveId);
    const names = new Map(registered.map(({ asset }) => [asset.id, asset.name]));
    const told = await this.costs.listTold(collectiveId);
    const standing = told.filter(({ withdrawn }) => withdrawn === undefined);
    const rests = restsOf(standing, await this.charges.listCostDays(collectiveId));
    const lefts = new Map(standing.map(({ id }, at) => [id, rests[at]]));
    const action = villagePaths(collectiveId).costsElsewhere;
    const keepsBooks = keepsBooksOf(visit.actor, collectiveId);
    const page = {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'assets' }),
      form: form ?? filledForm({ kind: 'o_and_m' }),
      action: keepsBooks ? action : undefined,
      backHref: villagePaths(collectiveId).contracts,
      assets: assetOptions(registered.map(({ asset }) => asset)),
      rows: told.map((row) => ({
        ...row,
        asset: names.get(row.assetId ?? '') ?? '',
        left: lefts.get(row.id),
        withdrawAction:
          keepsBooks && row.withdrawn === undefined ? `${action}/${row.id}/withdrawal` : undefined,
      })),
    };
    return officePage(visit, 'costsElsewhere', h(CostsElsewherePage, page));
  }
}
