import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { CustodyActsService } from '../income/custody-acts.service';
import { CustodyCostsService } from './custody-costs.service';
import { type CustodyPlace, CustodyViewService } from './custody-view.service';
import {
  CustodyBearersEntryForm,
  CustodyCostEntryForm,
  CustodyEndEntryForm,
  CustodyEntryForm,
  CustodyPaymentEntryForm,
} from './custody.forms';
import { CustodyPage } from './custody.pages';

/** The page of what an asset brings its owner, for whom the village keeps or runs it. */
@ApiExcludeController()
@Controller('villages/:collectiveId/assets/:id/custody')
export class CustodyPagesController {
  constructor(
    private readonly custodies: CustodyActsService,
    private readonly costs: CustodyCostsService,
    private readonly view: CustodyViewService,
  ) {}

  @Get()
  @HtmlPage()
  show(@Param() at: CustodyPlace, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, at);
  }

  @Post()
  @HtmlPage()
  agree(@Param() at: CustodyPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId, id: assetId } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(CustodyEntryForm, post.body);
        await this.custodies.agree(collectiveId, { assetId, form }, post.command);
        return { next: villagePaths(collectiveId).custody(assetId), said: 'custodyAgreed' };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  @Post(':custodyId/end')
  @HtmlPage()
  end(@Param() at: CustodyPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId, id: assetId, custodyId = '' } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(CustodyEndEntryForm, post.body);
        await this.custodies.end(collectiveId, { assetId, custodyId, form }, post.command);
        return { next: villagePaths(collectiveId).custody(assetId), said: 'custodyEnded' };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  @Post(':custodyId/bearers')
  @HtmlPage()
  sayBearers(@Param() at: CustodyPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId, id: assetId, custodyId = '' } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(CustodyBearersEntryForm, post.body);
        await this.custodies.sayBearers(collectiveId, { assetId, custodyId, form }, post.command);
        return { next: villagePaths(collectiveId).custody(assetId), said: 'custodyBearersSaid' };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  @Post(':custodyId/payments')
  @HtmlPage()
  pay(@Param() at: CustodyPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId, id: assetId, custodyId = '' } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(CustodyPaymentEntryForm, post.body);
        const { voucher } = await this.costs.pay(collectiveId, { assetId, custodyId, form }, post.command);
        const next = villagePaths(collectiveId).custody(assetId);
        return { next, said: 'custodyPaid', voucher: voucher.voucherNumber };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  @Post(':custodyId/costs')
  @HtmlPage()
  keepBack(@Param() at: CustodyPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId, id: assetId, custodyId = '' } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(CustodyCostEntryForm, post.body);
        const asked = { assetId, custodyId, form };
        const { voucher } = await this.costs.keepBack(collectiveId, asked, post.command);
        const next = villagePaths(collectiveId).custody(assetId);
        const said = form.borneBy.startsWith('owner') ? 'custodyCostPaid' : 'custodyCostKept';
        return { next, said, voucher: voucher.voucherNumber };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  private async draw(visit: PageVisit, at: CustodyPlace, form?: FormState): Promise<string> {
    return officePage(visit, 'custody', h(CustodyPage, await this.view.page(visit, at, form)));
  }
}
