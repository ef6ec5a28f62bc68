import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { ItemAddress, type PageOf, pageOf, PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import { CounterpartiesService, type Counterparty } from './counterparties.service';
import type { BookedEntry } from './ledger.service';
import { ManualVouchersService } from './manual-vouchers.service';
import { VoucherDraftsService, type VoucherDraft } from './voucher-drafts.service';
import { type VoucherSignature, VoucherSignaturesService } from './voucher-signatures.service';
import {
  CounterpartyEntryForm,
  DraftSeenForm,
  PostingBatchForm,
  ReviewMonthForm,
  SignatureForm,
  VoucherEntryForm,
} from './vouchers.forms';

/** Vouchers written by hand, from the draft to the signatures. */
@ApiRoom('vouchers')
@Controller('api/villages/:collectiveId')
export class VouchersController {
  constructor(
    private readonly drafts: VoucherDraftsService,
    private readonly vouchers: ManualVouchersService,
    private readonly signatures: VoucherSignaturesService,
    private readonly counterparties: CounterpartiesService,
  ) {}

  /** The drafts on their way to the books, those saved last first. */
  @Get('voucher-drafts')
  async listDrafts(@Param() at: VillageAddress, @Query() query: PageQuery): Promise<PageOf<VoucherDraft>> {
    return pageOf(await this.drafts.listDrafts(at.collectiveId), query);
  }

  /** Keeps a voucher as typed; it is judged when it is reviewed. */
  @Post('voucher-drafts')
  createDraft(
    @Param() at: VillageAddress,
    @Body() form: VoucherEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string; digest: string }> {
    return this.drafts.saveDraft(at.collectiveId, { form }, command);
  }

  /** Changes a draft, which voids its review. */
  @Put('voucher-drafts/:id')
  changeDraft(
    @Param() at: ItemAddress,
    @Body() form: VoucherEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string; digest: string }> {
    return this.drafts.saveDraft(at.collectiveId, { id: at.id, form }, command);
  }

  /** Finds a draft right, as the digest names it; by somebody who did not write it. */
  @Post('voucher-drafts/:id/review')
  review(
    @Param() at: ItemAddress,
    @Body() form: DraftSeenForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.drafts.reviewDraft(at.collectiveId, { id: at.id, digest: form.digest }, command);
  }

  /** Books a reviewed draft. */
  @Post('voucher-drafts/:id/post')
  post(@Param() at: ItemAddress, @GivenCommand() command: Command): Promise<BookedEntry> {
    return this.vouchers.postDraft(at.collectiveId, at.id, command);
  }

  /** Books several reviewed drafts, all or none, each once under its own key; answers in their order. */
  @Post('posting-batches')
  async postBatch(
    @Param() at: VillageAddress,
    @Body() { postings }: PostingBatchForm,
    @GivenCommand() command: Command,
  ): Promise<{ booked: readonly BookedEntry[] }> {
    return { booked: await this.vouchers.postDrafts(at.collectiveId, postings, command) };
  }

  /** Gives a draft up. */
  @Post('voucher-drafts/:id/void')
  voidDraft(@Param() at: ItemAddress, @GivenCommand() command: Command): Promise<{ id: string }> {
    return this.drafts.voidDraft(at.collectiveId, at.id, command);
  }

  /** The signatures given on a booked voucher. */
  @Get('vouchers/:id/signatures')
  async listSignatures(
    @Param() at: ItemAddress,
    @Query() query: PageQuery,
  ): Promise<PageOf<VoucherSignature>> {
    return pageOf(await this.signatures.listOf(at.collectiveId, at.id), query);
  }

  /** Signs a booked voucher as reviewed, or as paid or received by the cashier. */
  @Post('vouchers/:id/signatures')
  sign(
    @Param() at: ItemAddress,
    @Body() form: SignatureForm,
    @GivenCommand() command: Command,
  ): Promise<{ entryId: string }> {
    return this.signatures.signVoucher(at.collectiveId, { entryId: at.id, part: form.part }, command);
  }

  /** Signs all vouchers of a month that nobody has reviewed, except one's own. */
  @Post('voucher-reviews')
  reviewMonth(
    @Param() at: VillageAddress,
    @Body() form: ReviewMonthForm,
    @GivenCommand() command: Command,
  ): Promise<{ signed: number; left: number }> {
    return this.signatures.reviewMonth(at.collectiveId, form.month, command);
  }

  /** Whom the lines of vouchers may name. */
  @Get('counterparties')
  async listCounterparties(
    @Param() at: VillageAddress,
    @Query() query: PageQuery,
  ): Promise<PageOf<Counterparty>> {
    return pageOf(await this.counterparties.listCounterparties(at.collectiveId), query);
  }

  /** Registers a counterparty. */
  @Post('counterparties')
  addCounterparty(
    @Param() at: VillageAddress,
    @Body() form: CounterpartyEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.counterparties.addCounterparty(at.collectiveId, form, command);
  }
}
