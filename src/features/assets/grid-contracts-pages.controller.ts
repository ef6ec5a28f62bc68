import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import type { AssetPlace } from './asset-particulars-view.service';
import { gridContractsPath } from './grid-contract-paths';
import { GridContractsViewService } from './grid-contracts-view.service';
import { GridContractEntryForm, GridWithdrawalForm } from './grid-contracts.forms';
import { GridContractsPage } from './grid-contracts.pages';
import { type GridContractAt, GridContractsService } from './grid-contracts.service';

/** The page of a station's contracts with the grid. */
@ApiExcludeController()
@Controller('villages/:collectiveId/assets')
export class GridContractsPagesController {
  constructor(
    private readonly contracts: GridContractsService,
    private readonly view: GridContractsViewService,
  ) {}

  @Get(':id/grid-contracts')
  @HtmlPage()
  show(@Param() at: AssetPlace, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, at);
  }

  @Post(':id/grid-contracts')
  @HtmlPage()
  record(@Param() at: AssetPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(GridContractEntryForm, post.body);
        await this.contracts.record(at.collectiveId, { assetId: at.id, form }, post.command);
        return { next: gridContractsPath(at.collectiveId, at.id), said: 'gridContractKept' };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  @Post(':assetId/grid-contracts/:contractId/withdrawal')
  @HtmlPage()
  withdraw(@Param() at: GridContractAt, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId, assetId: id } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const { gridWithdrawn } = await readForm(GridWithdrawalForm, post.body);
        await this.contracts.withdraw(at, gridWithdrawn, post.command);
        return { next: gridContractsPath(collectiveId, id), said: 'gridContractWithdrawn' };
      },
      showAgain: (refused) => this.draw(post, { collectiveId, id }, refusedForm(refused)),
    });
  }

  private async draw(visit: PageVisit, at: AssetPlace, form?: FormState): Promise<string> {
    return officePage(visit, 'gridContracts', h(GridContractsPage, await this.view.page(visit, at, form)));
  }
}
