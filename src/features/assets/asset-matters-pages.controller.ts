import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import type { AboutKind } from '../../domain/assets/matter-facts';
import type { FormBody } from '../../platform/http/form-body';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { AssetMattersViewService } from './asset-matters-view.service';
import { AnswersEntryForm, MatterAddress } from './asset-matters.forms';
import { MattersPage } from './asset-matters.pages';
import { AssetMattersService } from './asset-matters.service';
import { VillageMattersPage } from './village-matters.pages';

/** The pages that hold assets against the document in force. */
@ApiExcludeController()
@Controller('villages/:collectiveId/matters')
export class AssetMattersPagesController {
  constructor(
    private readonly matters: AssetMattersService,
    private readonly view: AssetMattersViewService,
  ) {}

  @Get()
  @HtmlPage()
  list(@Param('collectiveId') collectiveId: string, @Visit() visit: PageVisit): Promise<string> {
    return this.drawVillage(visit, collectiveId);
  }

  @Post()
  @HtmlPage()
  settle(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const about = { kind: 'village' as const, id: collectiveId };
    return carryOut(reply, post.body, {
      work: async () => {
        await this.keep(post, collectiveId, about);
        return { next: villagePaths(collectiveId).matters, said: 'mattersAnswered' };
      },
      showAgain: (refused) => this.drawVillage(post, collectiveId, refusedForm(refused)),
    });
  }

  @Get(':kind/:id')
  @HtmlPage()
  show(@Param() at: MatterAddress, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, at);
  }

  @Post(':kind/:id')
  @HtmlPage()
  answer(@Param() at: MatterAddress, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId, kind, id } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        await this.keep(post, collectiveId, { kind, id });
        return { next: villagePaths(collectiveId).mattersOf(kind, id), said: 'mattersAnswered' };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  private async keep(
    post: PagePost,
    collectiveId: string,
    about: { readonly kind: AboutKind; readonly id: string },
  ): Promise<void> {
    const form = await readForm(AnswersEntryForm, gathered(post.body));
    await this.matters.answer(collectiveId, { about, form }, post.command);
  }

  private async drawVillage(visit: PageVisit, collectiveId: string, form?: FormState): Promise<string> {
    const props = await this.view.villagePage(visit, collectiveId, form);
    return officePage(visit, 'villageMatters', h(VillageMattersPage, props));
  }

  private async draw(visit: PageVisit, at: MatterAddress, form?: FormState): Promise<string> {
    return officePage(visit, 'matters', h(MattersPage, await this.view.page(visit, at, form)));
  }
}

/** Boxes that were ticked become one answer, their words with commas between. */
function gathered({ several, ...body }: FormBody): FormBody {
  if (typeof several !== 'object' || Array.isArray(several)) return body;
  const { answers } = body;
  const typed = typeof answers === 'object' && !Array.isArray(answers) ? answers : {};
  const ticked: FormBody = {};
  for (const [question, words] of Object.entries(several))
    if (typeof words === 'object') ticked[question] = Object.keys(words).join(', ');
  return { ...body, answers: { ...typed, ...ticked } };
}
