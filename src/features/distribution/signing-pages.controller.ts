import { Controller, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, Posted } from '../../platform/http/page-visit';
import type { RefusedForm } from '../../platform/http/posted-form';
import { PlanDrawingService } from './plan-drawing.service';
import { SignatureEntryForm, SignatureWithdrawalForm, SignedPlanAddress } from './signing.forms';
import { SigningService } from './signing.service';
import { YearPlanDrawingService } from './year-plan-drawing.service';

/** The acts of a plan's page by which a step is signed by several people. */
@ApiExcludeController()
@Controller('villages/:collectiveId/signatures/:kind/:subjectId')
export class SigningPagesController {
  constructor(
    private readonly signing: SigningService,
    private readonly plans: PlanDrawingService,
    private readonly yearPlans: YearPlanDrawingService,
  ) {}

  @Post()
  @HtmlPage()
  sign(@Param() at: SignedPlanAddress, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(SignatureEntryForm, post.body);
        await this.signing.sign(at, form, post.command);
        return { next: pathOf(at), said: 'stepSigned' };
      },
      showAgain: (refused) => this.showAgain(post, at, refused),
    });
  }

  @Post('withdrawals')
  @HtmlPage()
  withdraw(
    @Param() at: SignedPlanAddress,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const { signatureId } = await readForm(SignatureWithdrawalForm, post.body);
        await this.signing.withdraw(at, signatureId, post.command);
        return { next: pathOf(at), said: 'signatureTakenBack' };
      },
      showAgain: (refused) => this.showAgain(post, at, refused),
    });
  }

  private showAgain(post: PagePost, at: SignedPlanAddress, refused: RefusedForm): Promise<string> {
    const place = { collectiveId: at.collectiveId, planId: at.subjectId };
    const shown = { act: 'sign', form: refusedForm(refused) } as const;
    const drawing = at.kind === 'plan' ? this.plans : this.yearPlans;
    return drawing.draw(post, place, shown);
  }
}

function pathOf({ collectiveId, kind, subjectId }: SignedPlanAddress): string {
  const paths = villagePaths(collectiveId);
  return kind === 'plan' ? paths.plan(subjectId) : paths.yearPlan(subjectId);
}
