import { Injectable } from '@nestjs/common';
import { firstDayOf, lastDayOf, type Month, monthOf, yearOf } from '../../domain/calendar/calendar-day';
import type { TrialBalanceRow } from '../../domain/ledger/trial-balance';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { OfficeDesk } from '../../platform/http/office-desk';
import type { PageVisit } from '../../platform/http/page-visit';
import { LedgerReadService } from './ledger-read.service';
import type { TrialBalancePageProps } from './ledger.pages';

/** Whose books, and of which months; where none is named, the page chooses. */
export interface BooksAsked {
  readonly collectiveId: string;
  readonly first: Month | undefined;
  readonly last: Month | undefined;
}

/** The page that shows the books as a whole: the trial balance. */
@Injectable()
export class BooksViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly books: LedgerReadService,
    private readonly clock: Clock,
  ) {}

  /** The trial balance of the months; from January of the year where none are named. */
  async trialBalancePage(visit: PageVisit, asked: BooksAsked): Promise<TrialBalancePageProps> {
    const { collectiveId } = asked;
    const last = asked.last ?? monthOf(this.clock.today());
    const first = asked.first ?? `${String(yearOf(last))}-01`;
    const balance = await this.books.trialBalance(collectiveId, { first, last });
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'books' }),
      from: firstDayOf(first),
      through: lastDayOf(last),
      chart: labelOf('chart.2023'),
      rows: balance.rows.map(balanceRow),
    };
  }
}

/** A signed balance stands on one side. */
function balanceRow({
  account,
  opening,
  debit,
  credit,
  closing,
}: TrialBalanceRow): TrialBalancePageProps['rows'][number] {
  return {
    code: account.code,
    name: account.name,
    openingDebit: opening > 0n ? opening : 0n,
    openingCredit: opening < 0n ? -opening : 0n,
    debit,
    credit,
    closingDebit: closing > 0n ? closing : 0n,
    closingCredit: closing < 0n ? -closing : 0n,
  };
}
