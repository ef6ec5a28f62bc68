import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { type PageOf, pageOf, PageQuery } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import { CurrentActor, type Actor } from '../../platform/http/actor';
import type { KeptSignature } from '../approvals/step-signatures.service';
import { SignatureEntryForm, SignatureWithdrawalForm, SignedPlanAddress } from './signing.forms';
import { SigningService } from './signing.service';

/** Signatures of the step of a plan that comes next. */
@ApiRoom('plans')
@Controller('api/villages/:collectiveId/signatures/:kind/:subjectId')
export class SigningController {
  constructor(private readonly signing: SigningService) {}

  /** Who signed the step that comes next; nobody where it asks for no signatures. */
  @Get()
  async list(
    @Param() at: SignedPlanAddress,
    @Query() query: PageQuery,
    @CurrentActor() actor: Actor,
  ): Promise<PageOf<KeptSignature>> {
    const standing = await this.signing.standingOf(at, actor.userId);
    return pageOf([...(standing?.signed ?? [])], query);
  }

  /** Signs the step under one's own log-in, or notes who signed it on paper. */
  @Post()
  sign(
    @Param() at: SignedPlanAddress,
    @Body() form: SignatureEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.signing.sign(at, form, command);
  }

  /** Takes a signature back while its step is not taken. */
  @Post('withdrawals')
  withdraw(
    @Param() at: SignedPlanAddress,
    @Body() { signatureId }: SignatureWithdrawalForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.signing.withdraw(at, signatureId, command);
  }
}
