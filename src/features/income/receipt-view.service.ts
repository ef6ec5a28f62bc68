import { Injectable } from '@nestjs/common';
import { isStation } from '../../domain/assets/asset';
import { isEarning } from '../../domain/assets/asset-classes';
import { type CalendarDay, lastDayOf, type Month } from '../../domain/calendar/calendar-day';
import { plainYuan, sumFen } from '../../domain/money/fen';
import { Clock } from '../../platform/clock/clock';
import { filledForm, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { AssetsService } from '../assets/assets.service';
import { IncomeReadService, type ReceivableState } from './income-read.service';
import { receivableField, type ReceiptFormPageProps, type RentFormPageProps } from './receipt.pages';
import { ReceivableRowsService } from './receivable-rows.service';

/** What a receipt or rent is to be filled from. */
export interface IncomeAsked {
  readonly collectiveId: string;
  readonly assetId: string | undefined;
  readonly stream: string | undefined;
  /** The month it is booked in. */
  readonly month: Month | undefined;
  /** A credit of the bank that it is for: what it clears, the bank's amount and day. */
  readonly bank?:
    | {
        readonly owed: readonly string[];
        readonly amount: string | undefined;
        readonly on: CalendarDay | undefined;
      }
    | undefined;
}

/** The pages on which money that came is ticked off, and rent that fell due is entered. */
@Injectable()
export class ReceiptViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly assets: AssetsService,
    private readonly income: IncomeReadService,
    private readonly rows: ReceivableRowsService,
    private readonly clock: Clock,
  ) {}

  /** The receipt, filled with what is outstanding of the asset or stream asked for. */
  async receiptPage(
    visit: PageVisit,
    asked: IncomeAsked,
    refused?: FormState,
  ): Promise<ReceiptFormPageProps> {
    const { collectiveId, month } = asked;
    const open = (await this.income.listReceivables(collectiveId)).filter((each) => each.outstanding > 0n);
    const chosen = open.filter((each) => isChosen(each, asked));
    const total = sumFen(chosen.map((each) => each.outstanding));
    const [only, another] = chosen;
    // A credit may be a part of the one thing that is owed.
    const part = only !== undefined && another === undefined ? asked.bank?.amount : undefined;
    const values = {
      receivedOn: asked.bank?.on ?? this.bookingDay(month),
      amount: chosen.length === 0 ? undefined : (asked.bank?.amount ?? plainYuan(total)),
      ...Object.fromEntries(
        chosen.map((each) => [receivableField(each.id), part ?? plainYuan(each.outstanding)]),
      ),
    };
    return {
      ...(await this.frameOf(visit, asked)),
      form: refused ?? filledForm(values),
      action: villagePaths(collectiveId).entry('receipts', { month }),
      receivables: await this.rows.rowsOf(collectiveId, inOrder(open, chosen)),
      advances: await this.rows.advancesFor(collectiveId, open),
    };
  }

  /** Rent or other income, filled with the payer of the last one. */
  async rentPage(visit: PageVisit, asked: IncomeAsked, refused?: FormState): Promise<RentFormPageProps> {
    const { collectiveId, month } = asked;
    const registered = (await this.assets.listAssets(collectiveId)).filter(({ asset }) => isEarning(asset));
    const leased = registered.filter(({ asset }) => !isStation(asset.kind));
    const owed = await this.income.listReceivables(collectiveId);
    const last = owed.filter((each) => each.stream === 'rent').at(-1);
    const day = this.bookingDay(month);
    const values = {
      stream: 'rent',
      assetId: asked.assetId ?? last?.assetId ?? leased[0]?.asset.id,
      payer: last?.payer,
      dueOn: day,
      postedOn: day,
    };
    return {
      ...(await this.frameOf(visit, asked)),
      form: refused ?? filledForm(values),
      action: villagePaths(collectiveId).entry('income', { month }),
      assets: registered.map(({ asset }) => ({ value: asset.id, label: asset.name })),
    };
  }

  private async frameOf(
    visit: PageVisit,
    { collectiveId, month }: IncomeAsked,
  ): Promise<Pick<ReceiptFormPageProps, 'frame' | 'work' | 'cancelHref'>> {
    const paths = villagePaths(collectiveId);
    const work = await this.desk.workOf(visit.actor, { collectiveId, month });
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, month: work.month, section: 'month' }),
      work,
      cancelHref: month === undefined ? paths.home : paths.month(month),
    };
  }

  /** Today, or the last day of an earlier month that is still worked on. */
  private bookingDay(month: Month | undefined): CalendarDay {
    const today = this.clock.today();
    return month === undefined || lastDayOf(month) > today ? today : lastDayOf(month);
  }
}

/** What is ticked off now stands first, then what comes every month, then the subsidies still waited for. */
function inOrder(open: readonly ReceivableState[], chosen: readonly ReceivableState[]): ReceivableState[] {
  const rank = (each: ReceivableState): number =>
    chosen.includes(each) ? 0 : each.stream === 'subsidy' ? 2 : 1;
  return [...open].sort((one, other) => rank(one) - rank(other));
}

/** Money of one asset comes without the subsidy, which the state pays apart. */
function isChosen(owed: ReceivableState, { assetId, stream, bank }: IncomeAsked): boolean {
  if (bank !== undefined) return bank.owed.includes(owed.id);
  if (stream !== undefined) return owed.stream === stream;
  return owed.assetId === assetId && owed.stream !== 'subsidy';
}
