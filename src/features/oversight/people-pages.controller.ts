import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { peoplePath } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { PostsForm } from './oversight.forms';
import { PeoplePage, PersonPage } from './people.pages';
import { PeopleService, type PersonPlace } from './people.service';
import { PeopleViewService } from './people-view.service';

/** The pages on which a township says who does what in its villages. */
@ApiExcludeController()
@Controller('township/:collectiveId/people')
export class PeoplePagesController {
  constructor(
    private readonly people: PeopleService,
    private readonly view: PeopleViewService,
  ) {}

  @Get()
  @HtmlPage()
  async list(@Param('collectiveId') collectiveId: string, @Visit() visit: PageVisit): Promise<string> {
    return officePage(visit, 'people', h(PeoplePage, await this.view.listPage(visit, collectiveId)));
  }

  @Get(':userId')
  @HtmlPage()
  show(@Param() at: PersonPlace, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, at);
  }

  @Post(':userId')
  @HtmlPage()
  change(@Param() at: PersonPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const { roles } = await readForm(PostsForm, post.body);
        await this.people.changePosts(at, roles, post.command);
        return { next: peoplePath(at.collectiveId), said: 'rolesChanged' };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  private async draw(visit: PageVisit, at: PersonPlace, form?: FormState): Promise<string> {
    return officePage(visit, 'people', h(PersonPage, await this.view.personPage(visit, at, form)));
  }
}
