import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import type { DoneCode } from '../../glossary/done';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { carryOutKept, keptForm } from '../../platform/http/kept-typing';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import { type KeptFormPlace, KeptFormsService } from '../../platform/kept-forms/kept-forms.service';
import type { FormState } from '../../platform/views/error-summary';
import { CostChangesService } from './cost-changes.service';
import { CostContractFormPage } from './cost-contract-form.pages';
import { type CostContractPlace, CostContractViewService } from './cost-contract-view.service';
import { CostContractPage } from './cost-contract.pages';
import { CostChangeEntryForm, CostContractEntryForm, CostWaiverForm } from './cost-contracts.forms';
import { DeductionContractsService } from './deduction-contracts.service';

/** The pages on which a contract of costs is entered, looked at and changed. */
@ApiExcludeController()
@Controller('villages/:collectiveId/cost-contracts')
export class CostContractPagesController {
  constructor(
    private readonly contracts: DeductionContractsService,
    private readonly changes: CostChangesService,
    private readonly view: CostContractViewService,
    private readonly forms: KeptFormsService,
  ) {}

  @Get('new')
  @HtmlPage()
  async write(@Param('collectiveId') collectiveId: string, @Visit() visit: PageVisit): Promise<string> {
    return this.drawForm(
      visit,
      collectiveId,
      await keptForm(this.forms, visit, placeOf(visit, collectiveId)),
    );
  }

  @Post('new')
  @HtmlPage()
  enter(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOutKept(reply, post, {
      forms: this.forms,
      place: placeOf(post, collectiveId),
      freshHref: villagePaths(collectiveId).newCostContract,
      draw: (form) => this.drawForm(post, collectiveId, form),
      work: async () => {
        const form = await readForm(CostContractEntryForm, post.body);
        const { id } = await this.contracts.addContract(collectiveId, form, post.command);
        return { next: villagePaths(collectiveId).costContract(id), said: 'costContractKept' };
      },
    });
  }

  @Get(':id')
  @HtmlPage()
  async show(@Param() at: CostContractPlace, @Visit() visit: PageVisit): Promise<string> {
    const props = await this.view.contractPage(visit, at);
    return officePage(visit, 'costContract', h(CostContractPage, props));
  }

  @Post(':id/changes')
  @HtmlPage()
  change(
    @Param() at: CostContractPlace,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.carryOutHere(reply, { at, post, said: 'costContractChanged' }, async () => {
      const form = await readForm(CostChangeEntryForm, post.body);
      await this.changes.changeContract(at.collectiveId, { contractId: at.id, form }, post.command);
    });
  }

  @Post(':id/waivers')
  @HtmlPage()
  waive(@Param() at: CostContractPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return this.carryOutHere(reply, { at, post, said: 'costWaived' }, async () => {
      const { coversFrom: from, reason } = await readForm(CostWaiverForm, post.body);
      await this.changes.waiveCharge(at.collectiveId, { contractId: at.id, from, reason }, post.command);
    });
  }

  private async drawForm(visit: PageVisit, collectiveId: string, form?: FormState): Promise<string> {
    const props = await this.view.formPage(visit, collectiveId, form);
    return officePage(visit, 'newCostContract', h(CostContractFormPage, props));
  }

  /** Does something to a contract and comes back to its page. */
  private carryOutHere(
    reply: FastifyReply,
    { at, post, said }: { readonly at: CostContractPlace; readonly post: PagePost; readonly said: DoneCode },
    act: () => Promise<void>,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        await act();
        return { next: villagePaths(at.collectiveId).costContract(at.id), said };
      },
      showAgain: async (refused) => {
        const props = await this.view.contractPage(post, at, refusedForm(refused));
        return officePage(post, 'costContract', h(CostContractPage, props));
      },
    });
  }
}

/** Where a contract of costs is kept while it is typed. */
function placeOf({ actor: { userId } }: PageVisit, collectiveId: string): KeptFormPlace {
  return { collectiveId, userId, form: 'cost-contract' };
}
