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
import { LeasesService } from '../assets/leases.service';
import { RentContractsService } from './rent-contracts.service';
import { LeaseFormPage } from './rent-form.pages';
import { LeasePage } from './rent-lease.pages';
import { type LeasePlace, RentViewService } from './rent-view.service';
import { LeaseChangeEntryForm, LeaseEntryForm, TurnoverEntryForm } from './rent.forms';

/** The pages on which a contract over an asset is entered, looked at and changed. */
@ApiExcludeController()
@Controller('villages/:collectiveId/leases')
export class RentPagesController {
  constructor(
    private readonly leases: LeasesService,
    private readonly contracts: RentContractsService,
    private readonly view: RentViewService,
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
      freshHref: villagePaths(collectiveId).newLease,
      draw: (form) => this.drawForm(post, collectiveId, form),
      work: async () => {
        const form = await readForm(LeaseEntryForm, post.body);
        const { id } = await this.leases.addLease(collectiveId, form, post.command);
        return { next: villagePaths(collectiveId).lease(id), said: 'leaseKept' };
      },
    });
  }

  @Get(':id')
  @HtmlPage()
  async show(@Param() at: LeasePlace, @Visit() visit: PageVisit): Promise<string> {
    return officePage(visit, 'lease', h(LeasePage, await this.view.leasePage(visit, at)));
  }

  @Post(':id/changes')
  @HtmlPage()
  change(@Param() at: LeasePlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return this.carryOutHere(reply, { at, post, said: 'leaseChanged' }, async () => {
      const form = await readForm(LeaseChangeEntryForm, post.body);
      await this.contracts.changeLease(at.collectiveId, { leaseId: at.id, form }, post.command);
    });
  }

  @Post(':id/turnovers')
  @HtmlPage()
  report(@Param() at: LeasePlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return this.carryOutHere(reply, { at, post, said: 'turnoverKept' }, async () => {
      const form = await readForm(TurnoverEntryForm, post.body);
      await this.contracts.reportTurnover(at.collectiveId, { leaseId: at.id, form }, post.command);
    });
  }

  private async drawForm(visit: PageVisit, collectiveId: string, form?: FormState): Promise<string> {
    const props = await this.view.formPage(visit, collectiveId, form);
    return officePage(visit, 'newLease', h(LeaseFormPage, props));
  }

  /** Does something to a contract and comes back to its page. */
  private carryOutHere(
    reply: FastifyReply,
    { at, post, said }: { readonly at: LeasePlace; readonly post: PagePost; readonly said: DoneCode },
    act: () => Promise<void>,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        await act();
        return { next: villagePaths(at.collectiveId).lease(at.id), said };
      },
      showAgain: async (refused) => {
        const props = await this.view.leasePage(post, at, refusedForm(refused));
        return officePage(post, 'lease', h(LeasePage, props));
      },
    });
  }
}

/** Where a contract over an asset is kept while it is typed. */
function placeOf({ actor: { userId } }: PageVisit, collectiveId: string): KeptFormPlace {
  return { collectiveId, userId, form: 'lease' };
}
