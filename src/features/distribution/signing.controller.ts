import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { type PageOf, pageOf, PageQuery } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import type { KeptSignature } from '../approvals/step-signatures.service';
import { SignatureEntryForm, SignatureWithdrawalForm, SignedPlanAddress } from './signing.forms';
import { SigningService } from './signing.service';

/** Signatures of the step of a plan that comes next. */
@ApiRoom('plans')
@Controller('api/villages/:collectiveId/signatures/:kind/:subjectId')
export class SigningController {
  constructor(private readonly signing: SigningService) {}

  /** Who signed the plan as it stands, step by step and how; nobody where no step asks for signatures. */
  @Get()
  async list(@Param() at: SignedPlanAddress, @Query() query: PageQuery): Promise<PageOf<KeptSignature>> {
    return pageOf([...(await this.signing.listSigned(at))], query);
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
