import { Injectable } from '@nestjs/common';
import { type CalendarDay, monthOf } from '../../domain/calendar/calendar-day';
import { costCandidates } from '../../domain/deductions/cost-candidates';
import { type ReceiptCandidate, receiptCandidates } from '../../domain/income/receipt-candidates';
import { plainYuan } from '../../domain/money/fen';
import { labelOf } from '../../glossary/terms';
import { paymentWords } from '../../glossary/payment-words';
import { yearMonthText } from '../../platform/views/day-text';
import { villagePaths } from '../../platform/http/office-paths';
import { AssetsService } from '../assets/assets.service';
import { ChargesService } from '../deductions/charges.service';
import { IncomeReadService } from '../income/income-read.service';
import { type BankCandidate, BankCandidates, type BankLineAsked } from '../ledger/bank-candidates.service';
import { type PaidLine, PayListsReadService } from '../payouts/pay-lists-read.service';
import type { OwedPayment, OwedPayments } from './owed-payment';
import { OwedPaymentsService } from './owed-payments.service';

/** No more are offered for one line of the bank. */
const MOST_OFFERED = 6;

/**
 * The steps as the bank needs them: what is owed to the village and what lists paid for money that came in,
 * what contracts ask for and what else stands to be paid where money went out, each with its form filled.
 */
@Injectable()
export class BankStepsService extends BankCandidates {
  constructor(
    private readonly assets: AssetsService,
    private readonly income: IncomeReadService,
    private readonly charges: ChargesService,
    private readonly owed: OwedPaymentsService,
    private readonly lists: PayListsReadService,
  ) {
    super();
  }

  override async candidatesFor(
    collectiveId: string,
    lines: readonly BankLineAsked[],
  ): Promise<ReadonlyMap<string, readonly BankCandidate[]>> {
    const incoming = lines.filter(({ amount }) => amount > 0n);
    const found = new Map<string, readonly BankCandidate[]>();
    for (const [id, candidates] of await this.receiptsFor(collectiveId, incoming)) found.set(id, candidates);
    const paidOn = new Map<string, OwedPayments>();
    for (const line of lines.filter(({ amount }) => amount < 0n)) {
      const all = paidOn.get(line.on) ?? (await this.listPaidOn(collectiveId, line.on));
      paidOn.set(line.on, all);
      found.set(line.id, paymentsFor(line, all));
    }
    return found;
  }

  private async receiptsFor(
    collectiveId: string,
    lines: readonly BankLineAsked[],
  ): Promise<[string, BankCandidate[]][]> {
    if (lines.length === 0) return [];
    const owed = await this.income.listReceivables(collectiveId);
    const registered = await this.assets.listAssets(collectiveId);
    const names = new Map(registered.map(({ asset }) => [asset.id, asset.name]));
    const paid = await this.lists.listPaid(collectiveId);
    const receiptsOf = (line: BankLineAsked): BankCandidate[] =>
      receiptCandidates(owed, line).map((each) => ({
        kind: 'receipt' as const,
        label: receiptLabel(each, names),
        amount: each.amount,
        exact: each.exact,
        href: villagePaths(collectiveId).entry('receipts', {
          owed: each.owed.map(({ id }) => id).join(','),
          amount: plainYuan(line.amount),
          on: line.on,
          month: monthOf(line.on),
        }),
      }));
    return lines.map((line) => [
      line.id,
      backAndOwed(
        cameBackFor(line, paid, (listId) => villagePaths(collectiveId).payList(listId)),
        receiptsOf(line),
      ),
    ]);
  }

  /** What contracts ask for on a day, and what else stands to be paid. */
  private async listPaidOn(collectiveId: string, day: CalendarDay): Promise<OwedPayments> {
    const charges = await this.charges.listCharges(collectiveId, day);
    const paths = villagePaths(collectiveId);
    const asked = charges.flatMap(({ contract, amount = 0n }): OwedPayment[] => {
      const { id, name: label } = contract;
      const hrefOf: OwedPayment['hrefOf'] = ({ on }) =>
        paths.entry('deductions', { contract: id, on, month: monthOf(on) });
      return amount > 0n ? [{ kind: 'deduction', label, amount, hrefOf }] : [];
    });
    const { each, together } = await this.owed.listOn(collectiveId, day);
    return { each: [...asked, ...each], together };
  }
}

/** What stands to be paid that a payment could be, each with its form filled. */
function paymentsFor(line: BankLineAsked, { each, together }: OwedPayments): BankCandidate[] {
  const paid = { on: line.on, amount: -line.amount, counterparty: line.counterparty };
  return costCandidates([...each, ...together(paid.amount)], paid).map(
    ({ kind, label, amount, exact, hrefOf }) => {
      return { kind, label, amount, exact, href: hrefOf(paid) };
    },
  );
}

/** What lists paid in just this amount and may have come back, each with its list. */
function cameBackFor(
  line: BankLineAsked,
  paid: readonly PaidLine[],
  pageOf: (listId: string) => string,
): BankCandidate[] {
  return paid
    .filter(({ amount }) => amount === line.amount)
    .slice(0, MOST_OFFERED)
    .map((one) => {
      const label = paymentWords.cameBack(one);
      return { kind: 'payList', label, amount: one.amount, exact: true, href: pageOf(one.listId) };
    });
}

/** Those of the very amount first. */
function backAndOwed(back: readonly BankCandidate[], owed: readonly BankCandidate[]): BankCandidate[] {
  const exact = owed.filter((each) => each.exact);
  const near = owed.filter((each) => !each.exact);
  return [...exact, ...back, ...near].slice(0, MOST_OFFERED);
}

function receiptLabel({ owed }: ReceiptCandidate, names: ReadonlyMap<string, string>): string {
  const [first] = owed;
  if (first === undefined) return '';
  const assets = new Set(owed.map(({ assetId }) => names.get(assetId) ?? assetId));
  const streams = new Set(owed.map(({ stream }) => labelOf(`stream.${stream}`)));
  const months = [...new Set(owed.map(({ aboutPeriod }) => aboutPeriod))].sort();
  const ends = [...new Set([months[0] ?? first.aboutPeriod, months.at(-1) ?? first.aboutPeriod])];
  const span = ends.map(yearMonthText).join('–');
  return [...assets, ...streams, span].join(' ');
}
