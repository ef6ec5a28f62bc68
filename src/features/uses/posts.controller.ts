import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { plainYuan } from '../../domain/money/fen';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { type PageOf, pageOf, PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import { AppointmentsService } from './appointments.service';
import {
  AppointmentEntryForm,
  PostAddress,
  PostEntryForm,
  PostLeavingEntryForm,
  SeatsEntryForm,
  PostStandardEntryForm,
} from './posts.forms';
import { PostsService } from './posts.service';
import type { ToldPost, ToldStandard } from './posts.store';

/** A post as programs read it: amounts in yuan, people by their ids. */
interface PostForPrograms extends Omit<ToldPost, 'standards'> {
  readonly standards: readonly (Omit<ToldStandard, 'amount'> & { readonly amount: string })[];
}

/** Public-welfare posts: what the village needs, what each pays, who is on it. */
@ApiRoom('posts')
@Controller('api/villages/:collectiveId/posts')
export class PostsController {
  constructor(
    private readonly posts: PostsService,
    private readonly appointments: AppointmentsService,
  ) {}

  /** Every post with what it paid and who was on it. */
  @Get()
  async list(
    @Param() { collectiveId }: VillageAddress,
    @Query() query: PageQuery,
  ): Promise<PageOf<PostForPrograms>> {
    const told = pageOf(await this.posts.listPosts(collectiveId), query);
    const items = told.items.map(({ standards, ...post }) => ({
      ...post,
      standards: standards.map((standard) => ({ ...standard, amount: plainYuan(standard.amount) })),
    }));
    return { ...told, items };
  }

  /** Enters a post. */
  @Post()
  open(
    @Param() { collectiveId }: VillageAddress,
    @Body() form: PostEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.posts.openPost(collectiveId, form, command);
  }

  /** Enters what a post pays from a month on. */
  @Post(':postId/standards')
  setStandard(
    @Param() at: PostAddress,
    @Body() form: PostStandardEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ standardNumber: number }> {
    return this.posts.setStandard(at, form, command);
  }

  /** Appoints somebody of the list. */
  @Post(':postId/appointments')
  appoint(
    @Param() at: PostAddress,
    @Body() form: AppointmentEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.appointments.appoint(at, form, command);
  }

  /** Enters that a post is for another number of people from a day on; for none, it is closed. */
  @Post(':postId/seats')
  changeSeats(
    @Param() at: PostAddress,
    @Body() form: SeatsEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ changeNumber: number }> {
    return this.appointments.changeSeats(at, form, command);
  }

  /** Enters that somebody left a post. */
  @Post(':postId/leavings')
  leave(
    @Param() at: PostAddress,
    @Body() form: PostLeavingEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.appointments.leave(at, form, command);
  }
}
