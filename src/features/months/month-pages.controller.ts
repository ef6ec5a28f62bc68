import { Controller, Get, Param, Post, Redirect, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { type Actor, Visitor, isOfTownship } from '../../platform/http/actor';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { filledForm, officePage, refusedForm } from '../../platform/http/office-desk';
import { policyPaths, townshipPath, villagePaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { MonthPage } from './month.pages';
import { MonthViewService } from './month-view.service';
import { ReopenForm } from './months.forms';
import { MonthsService } from './months.service';

interface MonthPlace {
  readonly collectiveId: string;
  readonly month: string;
}

/** Where an address leads on to. */
interface Onward {
  readonly url: string;
}

/** Where a person starts, the page of a month, and what is done to it: held, opened again, sealed. */
@ApiExcludeController()
@Controller()
export class MonthPagesController {
  constructor(
    private readonly view: MonthViewService,
    private readonly months: MonthsService,
  ) {}

  @Get()
  @Redirect('/public', 303)
  async home(@Visitor() actor: Actor | undefined): Promise<Onward> {
    const county = actor?.roles.find((held) => held.role === 'county');
    if (county !== undefined) return { url: policyPaths(county.collectiveId).packs };
    const township = actor?.roles.find((held) => isOfTownship(held.role));
    if (township !== undefined) return { url: townshipPath(township.collectiveId) };
    // Of an auditor nobody knows here whether of a village or of an office: what holds there, both have.
    const auditor = actor?.roles.find((held) => held.role === 'auditor');
    if (auditor !== undefined) return { url: policyPaths(auditor.collectiveId).packs };
    const village = actor === undefined ? undefined : await this.view.firstVillage(actor);
    return { url: village === undefined ? '/public' : villagePaths(village).home };
  }

  @Get('villages/:collectiveId')
  @Redirect('/', 303)
  async village(@Param('collectiveId') collectiveId: string): Promise<Onward> {
    return { url: villagePaths(collectiveId).month(await this.view.currentMonth(collectiveId)) };
  }

  @Get('villages/:collectiveId/months/:month')
  @HtmlPage()
  show(@Param() at: MonthPlace, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, at, filledForm({}));
  }

  @Post('villages/:collectiveId/months/:month/hold')
  @HtmlPage()
  hold(@Param() at: MonthPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        await this.months.holdMonth(at.collectiveId, at.month, post.command);
        return { next: villagePaths(at.collectiveId).month(at.month), said: 'monthHeld' };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  @Post('villages/:collectiveId/months/:month/reopen')
  @HtmlPage()
  reopen(@Param() at: MonthPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const { reason } = await readForm(ReopenForm, post.body);
        await this.months.reopenMonth(at.collectiveId, { month: at.month, reason }, post.command);
        return { next: villagePaths(at.collectiveId).month(at.month), said: 'monthReopened' };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  @Post('villages/:collectiveId/months/:month/seal')
  @HtmlPage()
  seal(@Param() at: MonthPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        await this.months.sealMonth(at.collectiveId, at.month, post.command);
        return { next: villagePaths(at.collectiveId).month(at.month), said: 'monthSealed' };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  private async draw(visit: PageVisit, at: MonthPlace, form: FormState): Promise<string> {
    return officePage(visit, 'month', h(MonthPage, await this.view.pageOf(visit, at, form)));
  }
}
