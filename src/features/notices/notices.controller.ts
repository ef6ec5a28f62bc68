import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { type PageOf, pageOf, PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import { NoticePublishForm } from './notices.forms';
import type { PublishedNotice } from './notice-register.service';
import { type Notice, NoticesService } from './notices.service';

/** A notice in the village's list; its facts stand under `/n/<code>/data.json`. */
export type NoticeView = Omit<Notice, 'data'>;

/** The sheets a village has published. */
@ApiRoom('notices')
@Controller('api/villages/:collectiveId/notices')
export class NoticesController {
  constructor(private readonly notices: NoticesService) {}

  /** The village's notices, newest first. */
  @Get()
  async list(@Param() at: VillageAddress, @Query() query: PageQuery): Promise<PageOf<NoticeView>> {
    return pageOf((await this.notices.listNotices(at.collectiveId)).map(viewOf), query);
  }

  /** Publishes the sheet of an approved plan: numbered, its facts fixed by a digest, open to everyone. */
  @Post()
  publish(
    @Param() at: VillageAddress,
    @Body() form: NoticePublishForm,
    @GivenCommand() command: Command,
  ): Promise<PublishedNotice> {
    return this.notices.publishNotice(at.collectiveId, form, command);
  }
}

function viewOf(notice: Notice): NoticeView {
  const { collectiveId, id, planId, year, number, version, code, digest } = notice;
  const { publishedOn, publicityFrom, publicityTo } = notice;
  const days = { publishedOn, publicityFrom, publicityTo };
  return { collectiveId, id, planId, year, number, version, code, digest, ...days };
}
