import { Injectable } from '@nestjs/common';
import { type Fen, readYuan } from '../../domain/money/fen';
import { type PaidDebt, payingVoucher } from '../../domain/ledger/paying-voucher';
import type { ManualVoucherForm } from '../../domain/ledger/manual-voucher';
import { voucherSummaries } from '../../glossary/voucher-summaries';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { LedgerReadService } from './ledger-read.service';
import { LedgerService } from './ledger.service';
import { type NameableDebt, VoucherDesk } from './voucher-desk.service';

/** A payment that the address of a form tells. */
export interface PaymentAsked {
  /** The vouchers whose debts are paid, with commas. */
  readonly entryIds: string;
  readonly on?: string | undefined;
  /** Yuan of each in their order, with commas; all that each made owed where absent. */
  readonly amount?: string | undefined;
}

/** The forms of vouchers that pay what another voucher made owed, where no step pays it. */
@Injectable()
export class PayingVouchersService {
  constructor(
    private readonly database: Database,
    private readonly ledger: LedgerService,
    private readonly books: LedgerReadService,
    private readonly clock: Clock,
    private readonly desk: VoucherDesk,
  ) {}

  /**
   * The form filled with the debts, with the bank's day and what it paid of each; undefined where the
   * vouchers made none.
   * @throws DomainError `ledger.entryUnknown`
   */
  async formFor(collectiveId: string, paid: PaymentAsked): Promise<ManualVoucherForm | undefined> {
    const names = await this.books.listCounterparties(collectiveId);
    const chart = await this.ledger.requireChartOf(this.database.reader, collectiveId);
    const amounts = (paid.amount ?? '').split(',');
    const entryIds = paid.entryIds.split(',');
    const nameable = await this.desk.listNameable(collectiveId, entryIds);
    const debts: PaidDebt[] = [];
    let first: string | undefined;
    for (const [place, entryId] of entryIds.entries()) {
      const { postings, summary } = await this.books.requireEntry(collectiveId, entryId);
      const named = postings.map(({ counterparty, ...line }) =>
        counterparty === undefined ? line : { ...line, counterparty: names.nameOf(counterparty) },
      );
      const own = nameable.find((each) => each.entryId === entryId);
      const most = own?.open ?? postings.reduce((sum, line) => sum + line.amount, 0n);
      const amount = readYuan(amounts[place] ?? '') ?? most;
      const mayBeNamed = own !== undefined && mayName(own, amount);
      debts.push({ postings: named, amount, named: mayBeNamed ? entryId : undefined });
      first ??= summary;
    }
    const summary = voucherSummaries.pays(first ?? '', debts.length);
    return payingVoucher(debts, { on: paid.on ?? this.clock.today(), summary }, chart);
  }
}

/** Of what a list parts a payment names all that is open; of a sum any part of that. */
function mayName({ open, isWholeOnly }: NameableDebt, amount: Fen): boolean {
  return isWholeOnly ? amount === open : amount <= open;
}
