import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { ItemAddress, type PageOf, pageOf, PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import { ObjectionAnswersService } from './objection-answers.service';
import { NoticeObjectionForm, ObjectionAnswerForm } from './objections.forms';
import { ObjectionsService, type TakenObjection } from './objections.service';
import type { KeptObjection } from './objections.store';
import { StandingSheetsService } from './standing-sheets.service';

/** Objections to a village's sheets. A telephone is opened on the page of the office alone. */
@ApiRoom('notices')
@Controller('api/villages/:collectiveId/objections')
export class ObjectionsController {
  constructor(
    private readonly objections: ObjectionsService,
    private readonly answers: ObjectionAnswersService,
    private readonly sheets: StandingSheetsService,
  ) {}

  /** Every objection with its deadline and its answer, the latest first. */
  @Get()
  async list(@Param() at: VillageAddress, @Query() query: PageQuery): Promise<PageOf<KeptObjection>> {
    const { collectiveId } = at;
    return pageOf((await this.objections.listObjections({ collectiveId })).reverse(), query);
  }

  /** One that came to the office. */
  @Post()
  async enter(
    @Param() { collectiveId }: VillageAddress,
    @Body() { noticeId: id, objectedOn, objectionWords, objectionPhone }: NoticeObjectionForm,
    @GivenCommand() command: Command,
  ): Promise<TakenObjection> {
    const form = { objectedOn, objectionWords, objectionPhone };
    await this.sheets.requireStanding({ collectiveId, id });
    return this.objections.enter({ collectiveId, id }, form, command);
  }

  /** Answers one. */
  @Post(':id/answer')
  answer(
    @Param() { collectiveId, id }: ItemAddress,
    @Body() form: ObjectionAnswerForm,
    @GivenCommand() command: Command,
  ): Promise<{ readonly id: string }> {
    return this.answers.answer({ collectiveId, id }, form, command);
  }
}
