import { Injectable } from '@nestjs/common';
import { readYuan } from '../../domain/money/fen';
import { payingVoucher } from '../../domain/ledger/paying-voucher';
import type { ManualVoucherForm } from '../../domain/ledger/manual-voucher';
import { voucherSummaries } from '../../glossary/voucher-summaries';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { LedgerReadService } from './ledger-read.service';
import { LedgerService } from './ledger.service';

/** The forms of vouchers that pay what another voucher made owed, where no step pays it. */
@Injectable()
export class PayingVouchersService {
  constructor(
    private readonly database: Database,
    private readonly ledger: LedgerService,
    private readonly books: LedgerReadService,
    private readonly clock: Clock,
  ) {}

  /**
   * The form filled with the debt, with the bank's day and amount; undefined where the voucher made none.
   * @throws DomainError `ledger.entryUnknown`
   */
  async formFor(
    collectiveId: string,
    paid: {
      readonly entryId: string;
      readonly on?: string | undefined;
      readonly amount?: string | undefined;
    },
  ): Promise<ManualVoucherForm | undefined> {
    const { postings, summary } = await this.books.requireEntry(collectiveId, paid.entryId);
    const names = await this.books.listCounterparties(collectiveId);
    const chart = await this.ledger.requireChartOf(this.database.reader, collectiveId);
    const named = postings.map(({ counterparty, ...line }) =>
      counterparty === undefined ? line : { ...line, counterparty: names.nameOf(counterparty) },
    );
    const most = postings.reduce((sum, { amount }) => sum + amount, 0n);
    const told = {
      on: paid.on ?? this.clock.today(),
      amount: readYuan(paid.amount ?? '') ?? most,
      summary: voucherSummaries.pays(summary),
    };
    return payingVoucher(named, told, chart);
  }
}
