import { Injectable } from '@nestjs/common';
import { monthOf } from '../../domain/calendar/calendar-day';
import type { SoughtWords } from '../../domain/ledger/sought-words';
import { voucherNumberText } from '../../glossary/voucher-summaries';
import { Clock } from '../../platform/clock/clock';
import { villagePaths, withQuery } from '../../platform/http/office-paths';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { VoucherListService } from '../ledger/voucher-list.service';
import type { Find } from './search.pages';

/** What was found, how many there are in all, and the list that shows them. */
export interface FoundVouchers {
  readonly finds: readonly Find[];
  readonly count: number;
  readonly href: string;
}

/** The vouchers that are meant: by number, by words of the summary, by the amount of a line; latest first. */
@Injectable()
export class SoughtVouchersService {
  constructor(
    private readonly list: VoucherListService,
    private readonly books: LedgerReadService,
    private readonly clock: Clock,
  ) {}

  async find(collectiveId: string, { text }: SoughtWords): Promise<FoundVouchers> {
    const { openedOn } = await this.books.requireChain(collectiveId);
    const span = { first: monthOf(openedOn), last: monthOf(this.clock.today()) };
    const { items, count } = await this.list.findVouchers(collectiveId, { ...span, text });
    const paths = villagePaths(collectiveId);
    return {
      count,
      href: withQuery(paths.vouchers, { from: span.first, to: span.last, text }),
      finds: items.map(({ entryId, voucherNumber, postedOn, summary, amount }) => ({
        ...{ name: voucherNumberText(voucherNumber), href: paths.voucher(entryId), on: postedOn },
        ...{ says: [summary], amount },
      })),
    };
  }
}
