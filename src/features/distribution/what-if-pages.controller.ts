import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { typedValues } from '../../platform/http/form-body';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { filledForm, refusedForm } from '../../platform/http/office-desk';
import { withQuery } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import { WhatIfQuery } from './distribution.queries';
import { withoutBlankClaims } from './draft-claims.view';
import type { PlanPlace } from './plan-drawing.service';
import { WhatIfDeskService, whatIfPath } from './what-if-desk.service';
import { copiedValues } from './what-if.view';
import { type CopiedPlan, WhatIfsService } from './what-ifs.service';
import { withoutBlankUses } from './year-plan-form.view';
import { WhatIfNameForm } from './year-plans.forms';

/** Copies of plans that are tried with other figures. No act on a plan takes one. */
@ApiExcludeController()
@Controller('villages/:collectiveId')
export class WhatIfPagesController {
  constructor(
    private readonly desk: WhatIfDeskService,
    private readonly whatIfs: WhatIfsService,
  ) {}

  @Get('plans/:planId/what-if')
  @HtmlPage()
  ofPeriod(@Param() at: PlanPlace, @Query() query: WhatIfQuery, @Visit() visit: PageVisit): Promise<string> {
    return this.desk.draw(visit, copyOf(at, 'plan'), { keptId: query.kept });
  }

  @Post('plans/:planId/what-if')
  @HtmlPage()
  tryPeriod(@Param() at: PlanPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const body = withoutBlankClaims(post.body);
    return this.answer(reply, { ...post, body: { ...post.body, ...body } }, copyOf(at, 'plan'));
  }

  @Get('year-plans/:planId/what-if')
  @HtmlPage()
  ofYear(@Param() at: PlanPlace, @Query() query: WhatIfQuery, @Visit() visit: PageVisit): Promise<string> {
    return this.desk.draw(visit, copyOf(at, 'year_plan'), { keptId: query.kept });
  }

  @Post('year-plans/:planId/what-if')
  @HtmlPage()
  tryYear(@Param() at: PlanPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    const body = withoutBlankUses(post.body);
    return this.answer(reply, { ...post, body: { ...post.body, ...body } }, copyOf(at, 'year_plan'));
  }

  /** Draws the copy as it is typed, but where a button keeps it, throws it away or hands it on to a draft. */
  private async answer(reply: FastifyReply, post: PagePost, of: CopiedPlan): Promise<void> {
    const { keepWhatIf, useWhatIf, dropWhatIf, dropTyped, moreRows, fillUse } = post.body;
    const path = whatIfPath(of);
    const typed = typedValues(post.body);
    const values = copiedValues(typed);
    const showAgain = (refused: Parameters<typeof refusedForm>[0]): Promise<string> =>
      this.desk.draw(post, of, { form: refusedForm(refused) });
    if (dropTyped !== undefined) {
      await this.desk.dropTyped(post, of);
      await reply.redirect(path, 303);
    } else if (useWhatIf !== undefined) {
      const work = async () => ({
        next: await this.desk.useInDraft(post, of, values),
        said: 'whatIfUsed' as const,
      });
      await carryOut(reply, post.body, { work, showAgain });
    } else if (keepWhatIf !== undefined) {
      const work = async () => {
        const { whatIfName: name } = await readForm(WhatIfNameForm, { whatIfName: typed['whatIfName'] });
        const { id } = await this.whatIfs.keep(of, { name, typed: values, command: post.command });
        return { next: withQuery(path, { kept: id }), said: 'whatIfKept' as const };
      };
      await carryOut(reply, post.body, { work, showAgain });
    } else if (typeof dropWhatIf === 'string') {
      const work = async () => {
        await this.whatIfs.drop(of, { id: dropWhatIf, command: post.command });
        return { next: path, said: 'whatIfDropped' as const };
      };
      await carryOut(reply, post.body, { work, showAgain });
    } else {
      await this.desk.keepTyped(post, of, values);
      const [more, fill] = [moreRows, fillUse].map((each) => (typeof each === 'string' ? each : undefined));
      await reply.status(200).send(await this.desk.draw(post, of, { form: filledForm(typed), more, fill }));
    }
  }
}

function copyOf({ collectiveId, planId }: PlanPlace, planKind: CopiedPlan['planKind']): CopiedPlan {
  return { collectiveId, planId, planKind };
}
