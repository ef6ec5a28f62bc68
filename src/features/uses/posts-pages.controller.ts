import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import type { DoneCode } from '../../glossary/done';
import { VillageAddress } from '../../platform/http/api.forms';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { AppointmentsService } from './appointments.service';
import { PostPage } from './post.pages';
import {
  AppointmentEntryForm,
  PostAddress,
  PostEntryForm,
  PostLeavingEntryForm,
  SeatsEntryForm,
  PostStandardEntryForm,
} from './posts.forms';
import { PostFormPage, PostsPage } from './posts.pages';
import { PostsService } from './posts.service';
import { PostsViewService } from './posts-view.service';

/** Public-welfare posts: the list, a new one, one of them with what it pays and who is on it. */
@ApiExcludeController()
@Controller('villages/:collectiveId/posts')
export class PostsPagesController {
  constructor(
    private readonly posts: PostsService,
    private readonly appointments: AppointmentsService,
    private readonly view: PostsViewService,
  ) {}

  @Get()
  @HtmlPage()
  async list(@Param() { collectiveId }: VillageAddress, @Visit() visit: PageVisit): Promise<string> {
    return officePage(visit, 'posts', h(PostsPage, await this.view.list(visit, collectiveId)));
  }

  @Get('new')
  @HtmlPage()
  enter(@Param() { collectiveId }: VillageAddress, @Visit() visit: PageVisit): Promise<string> {
    return this.drawForm(visit, collectiveId);
  }

  @Post('new')
  @HtmlPage()
  open(
    @Param() { collectiveId }: VillageAddress,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(PostEntryForm, post.body);
        const { id } = await this.posts.openPost(collectiveId, form, post.command);
        return { next: villagePaths(collectiveId).post(id), said: 'postOpened' };
      },
      showAgain: (refused) => this.drawForm(post, collectiveId, refusedForm(refused)),
    });
  }

  @Get(':postId')
  @HtmlPage()
  show(@Param() at: PostAddress, @Visit() visit: PageVisit): Promise<string> {
    return this.draw(visit, at);
  }

  @Post(':postId/standards')
  @HtmlPage()
  setStandard(@Param() at: PostAddress, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return this.keepOf(at, { post, reply, said: 'postStandardKept' }, async () => {
      await this.posts.setStandard(at, await readForm(PostStandardEntryForm, post.body), post.command);
    });
  }

  @Post(':postId/appointments')
  @HtmlPage()
  appoint(@Param() at: PostAddress, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return this.keepOf(at, { post, reply, said: 'appointed' }, async () => {
      await this.appointments.appoint(at, await readForm(AppointmentEntryForm, post.body), post.command);
    });
  }

  @Post(':postId/leavings')
  @HtmlPage()
  leave(@Param() at: PostAddress, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return this.keepOf(at, { post, reply, said: 'postLeft' }, async () => {
      await this.appointments.leave(at, await readForm(PostLeavingEntryForm, post.body), post.command);
    });
  }

  @Post(':postId/seats')
  @HtmlPage()
  changeSeats(@Param() at: PostAddress, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return this.keepOf(at, { post, reply, said: 'postSeatsKept' }, async () => {
      await this.appointments.changeSeats(at, await readForm(SeatsEntryForm, post.body), post.command);
    });
  }

  private keepOf(
    at: PostAddress,
    { post, reply, said }: { readonly post: PagePost; readonly reply: FastifyReply; readonly said: DoneCode },
    keep: () => Promise<void>,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        await keep();
        return { next: villagePaths(at.collectiveId).post(at.postId), said };
      },
      showAgain: (refused) => this.draw(post, at, refusedForm(refused)),
    });
  }

  private async draw(visit: PageVisit, at: PostAddress, form?: FormState): Promise<string> {
    return officePage(visit, 'post', h(PostPage, await this.view.page(visit, at, form)));
  }

  private async drawForm(visit: PageVisit, collectiveId: string, form?: FormState): Promise<string> {
    const page = await this.view.newPost(visit, collectiveId, form);
    return officePage(visit, 'postForm', h(PostFormPage, page));
  }
}
