import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { givenPostPath, peoplePath } from '../../platform/http/oversight-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { RolesService } from '../users/roles.service';
import { EndRoleForm, GiveRoleForm, grantOf, HandOverForm } from './people.forms';
import { PeoplePage, PersonPage } from './people.pages';
import { GivenPostPage } from './given-post.pages';
import type { PersonPlace, PostPlace } from './people.service';
import { PeopleViewService } from './people-view.service';

/** The pages on which an office says who does what right below it, from which day on. */
@ApiExcludeController()
@Controller('township/:collectiveId/people')
export class PeoplePagesController {
  constructor(
    private readonly roles: RolesService,
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
  give(@Param() at: PersonPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const { collectiveId, userId } = at;
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(GiveRoleForm, { ...withoutBlanks(post.body), userId });
        await this.roles.give(collectiveId, form, post.command);
        return { next: `${peoplePath(collectiveId)}/${userId}`, said: 'roleGiven' };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  @Get('posts/:placeId/:number')
  @HtmlPage()
  showPost(@Param() at: PostPlace, @Visit() visit: PageVisit): Promise<string> {
    return this.drawPost(visit, at);
  }

  @Post('posts/:placeId/:number/handover')
  @HtmlPage()
  handOver(@Param() at: PostPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(HandOverForm, withoutBlanks(post.body));
        const { number } = await this.roles.handOver(grantOf(at), form, post.command);
        const taken = { collectiveId: at.placeId, number };
        return { next: givenPostPath(at.collectiveId, taken), said: 'roleHandedOver' };
      },
      showAgain: (refused) => this.drawPost(post, at, { handover: refusedForm(refused) }),
    });
  }

  @Post('posts/:placeId/:number/end')
  @HtmlPage()
  end(@Param() at: PostPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const { lastDay, onPaper: paper } = await readForm(EndRoleForm, withoutBlanks(post.body));
        const { number } = await this.roles.end(grantOf(at), { lastDay, paper }, post.command);
        return {
          next: givenPostPath(at.collectiveId, { collectiveId: at.placeId, number }),
          said: 'roleEnded',
        };
      },
      showAgain: (refused) => this.drawPost(post, at, { end: refusedForm(refused) }),
    });
  }

  private async draw(visit: PageVisit, at: PersonPlace, form?: FormState): Promise<string> {
    return officePage(visit, 'people', h(PersonPage, await this.view.personPage(visit, at, form)));
  }

  private async drawPost(
    visit: PageVisit,
    at: PostPlace,
    refused: { readonly handover?: FormState; readonly end?: FormState } = {},
  ): Promise<string> {
    return officePage(
      visit,
      'givenPost',
      h(GivenPostPage, await this.view.postPage(visit, grantOf(at), refused)),
    );
  }
}

/** A field left blank is one that is not there. */
function withoutBlanks(body: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== ''));
}
