import { Injectable } from '@nestjs/common';
import { type CalendarDay, monthOf } from '../../domain/calendar/calendar-day';
import { costCandidates } from '../../domain/deductions/cost-candidates';
import { type ReceiptCandidate, receiptCandidates } from '../../domain/income/receipt-candidates';
import { type Fen, plainYuan } from '../../domain/money/fen';
import { labelOf } from '../../glossary/terms';
import { yearMonthText } from '../../platform/views/day-text';
import { villagePaths } from '../../platform/http/office-paths';
import { AssetsService } from '../assets/assets.service';
import { ChargesService } from '../deductions/charges.service';
import { IncomeReadService } from '../income/income-read.service';
import { type BankCandidate, BankCandidates, type BankLineAsked } from '../ledger/bank-candidates.service';

/**
 * The steps as the bank needs them: what is owed to the village for money that came in, what contracts ask
 * for where money went out, each with its form filled.
 */
@Injectable()
export class BankStepsService extends BankCandidates {
  constructor(
    private readonly assets: AssetsService,
    private readonly income: IncomeReadService,
    private readonly charges: ChargesService,
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
    const costsOn = new Map<string, readonly DueCost[]>();
    for (const line of lines.filter(({ amount }) => amount < 0n)) {
      const costs = costsOn.get(line.on) ?? (await this.costsDueOn(collectiveId, line.on));
      costsOn.set(line.on, costs);
      found.set(line.id, costsFor(collectiveId, line, costs));
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
    return lines.map((line) => [
      line.id,
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
      })),
    ]);
  }

  /** What contracts ask for on a day. */
  private async costsDueOn(collectiveId: string, day: CalendarDay): Promise<DueCost[]> {
    const charges = await this.charges.listCharges(collectiveId, day);
    return charges.flatMap(({ contract: { id, name }, amount = 0n }) =>
      amount > 0n ? [{ id, name, amount }] : [],
    );
  }
}

/** What a contract asks for. */
interface DueCost {
  readonly id: string;
  readonly name: string;
  readonly amount: Fen;
}

/** The contracts that ask for about what was paid, each with its form filled. */
function costsFor(collectiveId: string, line: BankLineAsked, costs: readonly DueCost[]): BankCandidate[] {
  return costCandidates(costs, -line.amount).map(({ id, name, amount, exact }) => ({
    kind: 'deduction',
    label: name,
    amount,
    exact,
    href: villagePaths(collectiveId).entry('deductions', {
      contract: id,
      on: line.on,
      month: monthOf(line.on),
    }),
  }));
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
