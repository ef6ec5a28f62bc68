import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { h } from 'preact';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { officePage, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import {
  carryOut,
  type Done,
  type PagePost,
  type PageVisit,
  Posted,
  Visit,
} from '../../platform/http/page-visit';
import { DividendDecidingService } from './dividend-deciding.service';
import { DividendObjectionsService } from './dividend-objections.service';
import { DividendPayingService } from './dividend-paying.service';
import { DividendPage } from './dividend.pages';
import { type DividendFilled, DividendViewService } from './dividend-view.service';
import { DividendsService } from './dividends.service';
import {
  DividendAnswerForm,
  DividendDropForm,
  DividendGivingForm,
  DividendObjectionForm,
  DividendPaymentEntryForm,
  DividendPaymentQuery,
  DividendReviewEntryForm,
  ProcedureStepForm,
} from './member-shares.forms';

/** One round of a village. */
interface RoundPlace {
  readonly collectiveId: string;
  readonly roundId: string;
}

/** The page of a round: its steps, its review, given, paid. */
@ApiExcludeController()
@Controller('villages/:collectiveId/member-shares/:roundId')
export class DividendPagesController {
  constructor(
    private readonly dividends: DividendsService,
    private readonly deciding: DividendDecidingService,
    private readonly paying: DividendPayingService,
    private readonly view: DividendViewService,
    private readonly objections: DividendObjectionsService,
  ) {}

  @Get()
  @HtmlPage()
  show(
    @Param() at: RoundPlace,
    @Query() paid: DividendPaymentQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    return this.draw(visit, at, { paid });
  }

  @Post('steps')
  @HtmlPage()
  step(@Param() at: RoundPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return this.act({ at, post, reply }, async () => {
      const form = await readForm(ProcedureStepForm, post.body);
      await this.deciding.takeStep(at.collectiveId, { roundId: at.roundId, form }, post.command);
      return { next: pathOf(at), said: 'procedureStepNoted' };
    });
  }

  @Post('review')
  @HtmlPage()
  review(@Param() at: RoundPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return this.act({ at, post, reply }, async () => {
      const form = await readForm(DividendReviewEntryForm, post.body);
      await this.deciding.reviewRound(at.collectiveId, { roundId: at.roundId, form }, post.command);
      return { next: pathOf(at), said: form.outcome === 'returned' ? 'dividendReturned' : 'dividendAgreed' };
    });
  }

  @Post('give')
  @HtmlPage()
  give(@Param() at: RoundPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return this.act({ at, post, reply }, async () => {
      const form = await readForm(DividendGivingForm, post.body);
      const booked = await this.paying.giveRound(
        at.collectiveId,
        { roundId: at.roundId, form },
        post.command,
      );
      return { next: pathOf(at), said: 'voucherBooked', voucher: booked.voucherNumber };
    });
  }

  @Post('payments')
  @HtmlPage()
  pay(@Param() at: RoundPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return this.act({ at, post, reply }, async () => {
      const form = await readForm(DividendPaymentEntryForm, post.body);
      const booked = await this.paying.payRound(at.collectiveId, { roundId: at.roundId, form }, post.command);
      return { next: pathOf(at), said: 'voucherBooked', voucher: booked.voucherNumber };
    });
  }

  @Post('drop')
  @HtmlPage()
  drop(@Param() at: RoundPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return this.act({ at, post, reply }, async () => {
      const { droppedWhy } = await readForm(DividendDropForm, post.body);
      await this.dividends.dropRound(at.collectiveId, { roundId: at.roundId, droppedWhy }, post.command);
      return { next: villagePaths(at.collectiveId).memberShares, said: 'dividendDropped' };
    });
  }

  @Post('objections')
  @HtmlPage()
  object(@Param() at: RoundPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return this.act({ at, post, reply }, async () => {
      const form = await readForm(DividendObjectionForm, post.body);
      await this.objections.enter(at.collectiveId, { roundId: at.roundId, form }, post.command);
      return { next: pathOf(at), said: 'dividendObjectionNoted' };
    });
  }

  @Post('objections/answers')
  @HtmlPage()
  answer(@Param() at: RoundPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return this.act({ at, post, reply }, async () => {
      const form = await readForm(DividendAnswerForm, post.body);
      await this.objections.answer(at.collectiveId, { roundId: at.roundId, form }, post.command);
      return { next: pathOf(at), said: 'dividendObjectionAnswered' };
    });
  }

  private act(
    { at, post, reply }: { readonly at: RoundPlace; readonly post: PagePost; readonly reply: FastifyReply },
    work: () => Promise<Done>,
  ): Promise<void> {
    const showAgain = (refused: Parameters<typeof refusedForm>[0]): Promise<string> =>
      this.draw(post, at, { refused: refusedForm(refused) });
    return carryOut(reply, post.body, { work, showAgain });
  }

  private async draw(visit: PageVisit, at: RoundPlace, filled: DividendFilled): Promise<string> {
    return officePage(visit, 'dividend', h(DividendPage, await this.view.pageOf(visit, at, filled)));
  }
}

function pathOf({ collectiveId, roundId }: RoundPlace): string {
  return villagePaths(collectiveId).dividend(roundId);
}
