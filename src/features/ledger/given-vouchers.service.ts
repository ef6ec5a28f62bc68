import { Injectable } from '@nestjs/common';
import { monthOf } from '../../domain/calendar/calendar-day';
import { crossingsBetween, meantBy } from '../../domain/ledger/crossing';
import type { ManualVoucherForm } from '../../domain/ledger/manual-voucher';
import { findAccount } from '../../domain/ledger/manual-lines';
import { plainYuan } from '../../domain/money/fen';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { LedgerReadService } from './ledger-read.service';
import { LedgerService } from './ledger.service';
import { type PaymentAsked, PayingVouchersService } from './paying-vouchers.service';
import { readFormer } from './reentries.store';
import { VoucherDraftEntity } from './voucher-draft.entity';

/** What a new voucher's form opens with. */
@Injectable()
export class GivenVouchersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ledger: LedgerService,
    private readonly books: LedgerReadService,
    private readonly paying: PayingVouchersService,
  ) {}

  /**
   * The form of the voucher whose place the new one takes, or of the payment of what others made owed;
   * undefined where there is neither.
   */
  async formFor(
    collectiveId: string,
    { corrects, pays }: { readonly corrects: string | undefined; readonly pays: PaymentAsked | undefined },
  ): Promise<ManualVoucherForm | undefined> {
    if (corrects !== undefined) return this.formAgain(collectiveId, corrects);
    return pays && this.paying.formFor(collectiveId, pays);
  }

  /**
   * What was typed for a voucher, its accounts as they are called now: the same code may mean another thing.
   * One that may be either of several is left blank.
   */
  private async formAgain(collectiveId: string, entryId: string): Promise<ManualVoucherForm> {
    const { reader } = this.database;
    const draft = await reader.findOneBy(VoucherDraftEntity, { collectiveId, entryId });
    const typed = draft?.form ?? (await this.formOf(collectiveId, entryId));
    const form = await this.ofItsMonth(collectiveId, entryId, await this.onOpenDay(collectiveId, typed));
    const all = await this.ledger.crossingsOf(reader, collectiveId);
    const crossings = crossingsBetween(all, { from: typed.postedOn, to: this.clock.today() });
    const [first] = crossings;
    if (first === undefined) return form;
    const lines = form.lines.map((line) => {
      const code = findAccount(first.old, line.ledgerAccount) ?? '';
      const [ledgerAccount = '', ...others] = meantBy(code, crossings);
      return { ...line, ledgerAccount: others.length === 0 ? ledgerAccount : '' };
    });
    return { ...form, lines };
  }

  /** On the day that stood on it where its month is open, else today: what was typed of it is kept. */
  private async onOpenDay(collectiveId: string, form: ManualVoucherForm): Promise<ManualVoucherForm> {
    const months = await this.books.listMonths(collectiveId);
    const state = months.find(({ month }) => month === monthOf(form.postedOn))?.state;
    return state === 'open' ? form : { ...form, postedOn: this.clock.today() };
  }

  /** About the month that it was about, also where its day alone said so; not where that day was wrong. */
  private async ofItsMonth(
    collectiveId: string,
    entryId: string,
    form: ManualVoucherForm,
  ): Promise<ManualVoucherForm> {
    if (form.aboutPeriod.trim() !== '') return form;
    const corrected = await this.books.requireEntry(collectiveId, entryId);
    const { reader } = this.database;
    const { aboutPeriod, reason } = await readFormer(reader, this.books, { collectiveId, corrected });
    return reason === 'wrongDate' ? form : { ...form, aboutPeriod };
  }

  /** A voucher that nobody typed by itself, as it would have been typed: a recurring or an imported one. */
  private async formOf(collectiveId: string, entryId: string): Promise<ManualVoucherForm> {
    const { postings, postedOn, aboutPeriod, summary } = await this.books.requireEntry(collectiveId, entryId);
    const names = await this.books.listCounterparties(collectiveId);
    const lines = postings.map((line) => {
      const { ledgerAccount, pool, side, assetId = '', stream = '', generationMonth = '' } = line;
      const counterparty = line.counterparty === undefined ? '' : names.nameOf(line.counterparty);
      const amounts = { debit: '', credit: '', [side]: plainYuan(line.amount) };
      return { ...amounts, ledgerAccount, pool, assetId, stream, generationMonth, counterparty };
    });
    return { postedOn, aboutPeriod, summary, attachments: '', redLetters: '', lines };
  }
}
