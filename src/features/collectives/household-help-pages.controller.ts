import { Controller, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { type PagePost, Posted } from '../../platform/http/page-visit';
import { CircumstancesService } from './circumstances.service';
import { keepOnHousehold } from './household-answers';
import {
  CircumstanceEndEntryForm,
  CircumstanceEntryForm,
  MeasureEntryForm,
  MeasureWithdrawalEntryForm,
} from './household-help.forms';
import { MeasuresService } from './measures.service';
import { HouseholdViewService } from './household-view.service';
import { HouseholdAddress } from './members.forms';

/** What makes documents look at a household first, and what is done for one that is watched. */
@ApiExcludeController()
@Controller('villages/:collectiveId/households/:householdId')
export class HouseholdHelpPagesController {
  constructor(
    private readonly circumstances: CircumstancesService,
    private readonly measures: MeasuresService,
    private readonly view: HouseholdViewService,
  ) {}

  @Post('circumstances')
  @HtmlPage()
  noteCircumstance(
    @Param() at: HouseholdAddress,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return keepOnHousehold({ view: this.view, at }, { post, reply, said: 'circumstanceKept' }, async () => {
      await this.circumstances.note(at, await readForm(CircumstanceEntryForm, post.body), post.command);
    });
  }

  @Post('circumstance-ends')
  @HtmlPage()
  endCircumstance(
    @Param() at: HouseholdAddress,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return keepOnHousehold({ view: this.view, at }, { post, reply, said: 'statusEnded' }, async () => {
      await this.circumstances.end(at, await readForm(CircumstanceEndEntryForm, post.body), post.command);
    });
  }

  @Post('measures')
  @HtmlPage()
  noteMeasure(
    @Param() at: HouseholdAddress,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return keepOnHousehold({ view: this.view, at }, { post, reply, said: 'measureKept' }, async () => {
      await this.measures.note(at, await readForm(MeasureEntryForm, post.body), post.command);
    });
  }

  @Post('measure-withdrawals')
  @HtmlPage()
  withdrawMeasure(
    @Param() at: HouseholdAddress,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return keepOnHousehold({ view: this.view, at }, { post, reply, said: 'measureWithdrawn' }, async () => {
      await this.measures.withdraw(at, await readForm(MeasureWithdrawalEntryForm, post.body), post.command);
    });
  }
}
