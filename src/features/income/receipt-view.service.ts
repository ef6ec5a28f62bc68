import { Injectable } from '@nestjs/common';
import { type CalendarDay, lastDayOf, type Month } from '../../domain/calendar/calendar-day';
import { isFeeRemainder } from '../../domain/income/subsidy-cut';
import { oldestFirst } from '../../domain/income/spread-batch';
import { GRID } from '../../domain/ledger/counterparty';
import { type Fen, plainYuan, readYuan, sumFen } from '../../domain/money/fen';
import type { Problem } from '../../domain/shared/problem';
import { readAmount, readDay } from '../../domain/shared/typed-fields';
import { remarks } from '../../glossary/remarks';
import { Clock } from '../../platform/clock/clock';
import { filledForm, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { IncomeReadService, type ReceivableState } from './income-read.service';
import { type BatchForm, receivableField, type ReceiptFormPageProps } from './receipt.pages';
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
  /** A batch of subsidy as typed, to be spread over the months it is for, the oldest first. */
  readonly batch?: BatchAsked | undefined;
}

/** A batch as typed; the grid pays it where nobody else is named. */
interface BatchAsked {
  readonly amount: string;
  readonly on: CalendarDay | undefined;
  readonly payer: string | undefined;
}

/** The page on which money that came is ticked off. */
@Injectable()
export class ReceiptViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly income: IncomeReadService,
    private readonly rows: ReceivableRowsService,
    private readonly clock: Clock,
    private readonly books: LedgerReadService,
  ) {}

  /** The receipt, filled with what is outstanding of the asset or stream asked for. */
  async receiptPage(
    visit: PageVisit,
    asked: IncomeAsked,
    refused?: FormState,
  ): Promise<ReceiptFormPageProps> {
    const { collectiveId, month } = asked;
    const open = (await this.income.listReceivables(collectiveId)).filter((each) => each.outstanding > 0n);
    const { feeDifferenceBelow } = await this.books.chartOf(collectiveId);
    const chosen = open.filter((each) => isChosen(each, asked));
    const receivedOn = asked.bank?.on ?? asked.batch?.on ?? this.bookingDay(month);
    const days = { receivedOn, today: this.clock.today() };
    const spread = asked.batch === undefined ? undefined : spreadForm(asked.batch, days, open);
    return {
      ...(await this.frameOf(visit, asked)),
      form: refused ?? spread ?? filledForm({ receivedOn, ...valuesOf(asked, chosen) }),
      action: receiptHref(asked),
      batch: refused === undefined ? batchOf(asked, receivedOn, open) : undefined,
      receivables: await this.rows.rowsOf(collectiveId, inOrder(open, chosen)),
      advances: await this.rows.advancesFor(collectiveId, open),
      remainderHref: open.some((each) => isFeeRemainder(each, feeDifferenceBelow))
        ? `${villagePaths(collectiveId).subsidy}/cut`
        : undefined,
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

/** The receipt's page with all that it was opened for, so that it is kept and shown again as the same one. */
export function receiptHref({
  collectiveId,
  assetId: asset,
  stream,
  month,
  bank,
  batch,
}: IncomeAsked): string {
  const { amount, on, payer } = { payer: undefined, ...bank, ...batch };
  const opened = { asset, stream, month, owed: bank?.owed.join(','), amount, on, payer };
  return villagePaths(collectiveId).entry('receipts', opened);
}

/**
 * The amounts of what is ticked off, whole. Subsidy comes late and in part: what the bank received is typed
 * from its advice, and never all that is owed by a key that was pressed twice.
 */
function valuesOf(
  { bank, stream }: IncomeAsked,
  chosen: readonly ReceivableState[],
): Readonly<Record<string, string | undefined>> {
  const total = sumFen(chosen.map((each) => each.outstanding));
  // A credit may be a part of the one thing that is owed, or a little more than it.
  const part = chosen.length === 1 ? partOfCredit(bank?.amount, total) : undefined;
  const amounts = chosen.map(
    (each) => [receivableField(each.id), part ?? plainYuan(each.outstanding)] as const,
  );
  const isFilled = chosen.length > 0 && (bank !== undefined || stream !== 'subsidy');
  return {
    amount: isFilled ? (bank?.amount ?? plainYuan(total)) : undefined,
    ...Object.fromEntries(amounts),
  };
}

/** What of a credit pays the one thing that is owed; what is more than that is asked about. */
function partOfCredit(credit: string | undefined, owed: Fen): string | undefined {
  const amount = credit === undefined ? undefined : readYuan(credit);
  return amount !== undefined && amount > owed ? plainYuan(owed) : credit;
}

/** Where a batch is typed, on the page of the subsidy. */
function batchOf(
  { collectiveId, month, stream, batch }: IncomeAsked,
  on: CalendarDay,
  open: readonly ReceivableState[],
): BatchForm | undefined {
  if (stream !== 'subsidy') return undefined;
  const names = new Map(
    open.filter((each) => each.stream === 'subsidy').map(({ counterparty, payer }) => [counterparty, payer]),
  );
  return {
    ...{ action: villagePaths(collectiveId).entry('receipts'), month, on, amount: batch?.amount ?? '' },
    payer: batch?.payer ?? GRID,
    payers: [...names].map(([value, label]) => ({ value, label: value === GRID ? remarks.grid() : label })),
  };
}

/**
 * A batch spread over the subsidy that was owed on its day, the oldest month first; what is left over is
 * said, and a day that is none, or not yet.
 */
function spreadForm(
  asked: BatchAsked,
  { receivedOn, today }: { readonly receivedOn: string; readonly today: CalendarDay },
  open: readonly ReceivableState[],
): FormState {
  const { amount, payer = GRID } = asked;
  const problems: Problem[] = [];
  const batch = readAmount({ field: 'amount', value: amount }, 'aboveZero', problems) ?? 0n;
  const on = readDay({ field: 'receivedOn', value: receivedOn }, problems);
  if (on !== undefined && on > today)
    problems.push({ code: 'subsidy.cutLater', field: 'receivedOn', value: on, facts: { today } });
  const owed = open.filter(
    ({ stream, counterparty, bookedOn }) =>
      stream === 'subsidy' && counterparty === payer && (on === undefined || bookedOn <= on),
  );
  const { parts, rest } = oldestFirst(
    batch,
    owed.map(({ id, assetId, aboutPeriod: month, outstanding }) => ({ id, assetId, month, outstanding })),
  );
  if (rest > 0n) problems.push({ code: 'receipt.batchAboveOwed', field: 'amount', facts: { rest } });
  const amounts = [...parts].map(([id, part]) => [receivableField(id), plainYuan(part)] as const);
  const filled = filledForm({ receivedOn, amount, ...Object.fromEntries(amounts) });
  return { ...filled, problems };
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
