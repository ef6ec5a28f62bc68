import { Injectable } from '@nestjs/common';
import { yearOf } from '../../domain/calendar/calendar-day';
import { yuanText } from '../../domain/money/fen';
import { returnYears } from '../../domain/uses/industry';
import { industryWords } from '../../glossary/terms-industry';
import { voucherNumberText } from '../../glossary/voucher-summaries';
import { Clock } from '../../platform/clock/clock';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { dayText } from '../../platform/views/day-text';
import type { Option } from '../../platform/views/field';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { IndustryReturnsService } from '../uses/industry-returns.service';
import { type ToldProject, waitingStage } from '../uses/industry.service';
import { GrantPlacesView } from './grant-places.view';
import type { IndustryPageProps, ReturnRow } from './industry.view';

/** How many income vouchers are offered as what a project gave back. */
const OFFERED = 40;

/** The vouchers of a project: by which stages are owed, and by which something came back. */
@Injectable()
export class IndustryVouchersView {
  constructor(
    private readonly books: LedgerReadService,
    private readonly returns: IndustryReturnsService,
    private readonly clock: Clock,
    private readonly grants: GrantPlacesView,
  ) {}

  voucherOf(collectiveId: string, entryId: string): Promise<{ href: string; label: string }> {
    return this.grants.voucherOf(collectiveId, entryId);
  }

  /** The reversed stages of the same claim whose place one may take, and that it is another. */
  async placesOf(collectiveId: string, project: ToldProject): Promise<Option[]> {
    const waiting = waitingStage(project);
    if (waiting === undefined) return [];
    const { voucherEntryId: before } = waiting;
    return this.grants.placesOf(collectiveId, { claimId: project.claimId, before, by: 'industry' });
  }

  /**
   * What came back, year by year and voucher by voucher; for who keeps the books also what may be named, and
   * withdrawn.
   */
  async returnsOf(
    collectiveId: string,
    { project, keeps }: { readonly project: ToldProject; readonly keeps: boolean },
  ): Promise<Pick<IndustryPageProps, 'returns' | 'years' | 'vouchers' | 'openReturns'>> {
    const came = await this.returns.listReceived(collectiveId);
    const named = project.cameBack
      .filter(({ stands }) => stands)
      .map((each) => ({ ...each, received: came.get(each.id) ?? 0n }));
    const years = returnYears(project, named, yearOf(this.clock.today()));
    const returns: ReturnRow[] = [];
    const openReturns: Option[] = [];
    for (const each of project.cameBack) {
      const { id, year, entryId, amount, stands } = each;
      const { href, label: voucher } = await this.voucherOf(collectiveId, entryId);
      returns.push({ year, href, voucher, amount, note: noteOf(each) });
      const label = industryWords.returned(year, voucher, yuanText(amount));
      if (keeps && stands) openReturns.push({ value: id, label });
    }
    return { years, returns, openReturns, vouchers: keeps ? await this.voucherOptions(collectiveId) : [] };
  }

  private async voucherOptions(collectiveId: string): Promise<Option[]> {
    const offered = (await this.returns.listVouchers(collectiveId)).slice(0, OFFERED);
    const options: Option[] = [];
    for (const { entryId, payer, left } of offered) {
      const { voucherNumber, postedOn, summary } = await this.books.requireEntry(collectiveId, entryId);
      const what = [dayText(postedOn), voucherNumberText(voucherNumber), summary, payer];
      const label = industryWords.voucher([...what, industryWords.left(yuanText(left))]);
      options.push({ value: entryId, label });
    }
    return options;
  }
}

function noteOf({ isTakenBack, withdrawn, reason }: ToldProject['cameBack'][number]): string {
  if (withdrawn !== undefined) return industryWords.withdrawn(widePunctuation(withdrawn));
  if (isTakenBack) return industryWords.takenBack;
  return reason === undefined ? '' : industryWords.otherPayer(widePunctuation(reason));
}
