import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { hasPrivateNumber } from '../../domain/shared/private-number';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { OfficeDesk, officePage, refusedForm } from '../../platform/http/office-desk';
import { townshipSearchPath, villagePaths } from '../../platform/http/office-paths';
import { type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import { answerAskedForm } from '../../platform/http/posted-form';
import type { FormState } from '../../platform/views/error-summary';
import { SearchForm } from './search.forms';
import { TownshipSearchPage, type TownshipSearchPageProps } from './township-search.pages';
import { TownshipSearchService } from './township-search.service';

/** Looks for anything in the villages of a township, asked by a post as in one village. */
@ApiExcludeController()
@Controller('township/:collectiveId/search')
export class TownshipSearchPagesController {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly search: TownshipSearchService,
  ) {}

  @Get()
  @HtmlPage()
  show(@Param('collectiveId') officeId: string, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, officeId, { typed: '' });
  }

  @Post()
  @HtmlPage()
  find(
    @Param('collectiveId') officeId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return answerAskedForm(reply, post.body, {
      work: async () => this.draw(post, officeId, { typed: (await readForm(SearchForm, post.body)).sought }),
      showAgain: (refused) => this.draw(post, officeId, { typed: '', form: refusedForm(refused) }),
    });
  }

  private async draw(
    visit: PageVisit,
    officeId: string,
    { typed, form }: { readonly typed: string; readonly form?: FormState },
  ): Promise<string> {
    const { villages, looked, left } = await this.search.find(visit.actor, officeId, typed);
    const frame = await this.desk.frameOf(visit, { collectiveId: officeId, section: 'township' });
    // A number of a person is not shown again, not even to whoever typed it.
    const byNumber = hasPrivateNumber(typed);
    const asked = byNumber ? '' : (form?.values['sought'] ?? typed.trim());
    const props: TownshipSearchPageProps = {
      frame: { ...frame, search: { action: townshipSearchPath(officeId), typed: asked } },
      ...{ typed: asked, byNumber, looked, left, form },
      villages: villages.map(({ id, name, groups }) => ({ name, groups, action: villagePaths(id).search })),
    };
    return officePage(visit, 'search', h(TownshipSearchPage, props));
  }
}
