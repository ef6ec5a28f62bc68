import { Injectable } from '@nestjs/common';
import { type CalendarDay, lastDayOf, type Month, monthOf } from '../../domain/calendar/calendar-day';
import { plainYuan } from '../../domain/money/fen';
import { assetOptions } from '../../glossary/asset-options';
import { contractWords } from '../../glossary/contract-words';
import { labelOf } from '../../glossary/terms';
import { voucherNumberText } from '../../glossary/voucher-summaries';
import { Clock } from '../../platform/clock/clock';
import { filledForm, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import type { FormState } from '../../platform/views/error-summary';
import { AssetsService } from '../assets/assets.service';
import { LedgerReadService } from '../ledger/ledger-read.service';
import type { ContractSuggestion, DeductionFormPageProps } from './deductions.pages';
import { ChargesService, type ContractCharge as Charge } from './charges.service';

/** Which contract the cost is filled from, and the month it is booked in. */
export interface CostAsked {
  readonly collectiveId: string;
  readonly contractId: string | undefined;
  /** The first day of the period it is charged for, where that is an earlier one. */
  readonly coversFrom?: string | undefined;
  readonly month: Month | undefined;
  /** The day on which the bank paid it. */
  readonly on?: CalendarDay | undefined;
}

/** The page of a necessary cost, filled with what its contract reckons. */
@Injectable()
export class DeductionViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly charges: ChargesService,
    private readonly assets: AssetsService,
    private readonly books: LedgerReadService,
    private readonly clock: Clock,
  ) {}

  /** @param typed the form as it came back, or as it was kept, in place of a filled one */
  async pageOf(visit: PageVisit, asked: CostAsked, typed?: FormState): Promise<DeductionFormPageProps> {
    const { collectiveId, month } = asked;
    const day = asked.on ?? this.bookingDay(month);
    const charges = await this.charges.listCharges(collectiveId, day);
    const chosen = await this.chosenOf(asked, charges, day);
    const registered = await this.assets.listLettable(collectiveId);
    const paths = villagePaths(collectiveId);
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, month: monthOf(day), section: 'month' }),
      work: await this.desk.workOf(visit.actor, { collectiveId, month: monthOf(day) }),
      form: typed ?? filledForm({ ...valuesOf(chosen, day), coversFrom: coversOf(chosen, asked, day) }),
      action: paths.entry('deductions', { month, on: asked.on }),
      cancelHref: paths.month(monthOf(day)),
      contract: chosen && contractFacts(chosen, asked),
      assets: assetOptions(registered.map(({ asset }) => asset)),
      suggestions: charges
        .filter((charge) => isDue(charge) || paidPartOf(charge) !== undefined)
        .map((charge) => suggestionOf(charge, asked)),
      booked: await this.bookedIn(collectiveId, monthOf(day)),
    };
  }

  /** The charge asked for; of an earlier period, or of a contract that has ended, by itself. */
  private async chosenOf(
    { collectiveId, contractId, coversFrom = '' }: CostAsked,
    charges: readonly Charge[],
    day: CalendarDay,
  ): Promise<Charge | undefined> {
    if (contractId === undefined || contractId === '') return undefined;
    const current = charges.find(({ contract }) => contract.id === contractId);
    if (current !== undefined && (coversFrom === '' || current.period.from === coversFrom)) return current;
    return this.charges.chargeFor(collectiveId, { contractId, coversFrom, day });
  }

  private async bookedIn(collectiveId: string, month: Month): Promise<DeductionFormPageProps['booked']> {
    const rows = await this.charges.listCosts(collectiveId);
    const paths = villagePaths(collectiveId);
    const booked = [];
    for (const row of rows.filter((each) => monthOf(each.postedOn) === month)) {
      const voucher = await this.books.requireEntry(collectiveId, row.entryId);
      booked.push({
        voucherNumber: voucherNumberText(voucher.voucherNumber),
        href: paths.voucher(row.entryId),
        postedOn: row.postedOn,
        summary: widePunctuation(row.name),
        amount: row.amount,
        refunded: row.refunded,
        refundHref: voucher.source.kind === 'deduction' ? paths.costRefunds(row.id) : undefined,
      });
    }
    return booked;
  }

  /** Today, or the last day of an earlier month that is still worked on. */
  private bookingDay(month: Month | undefined): CalendarDay {
    const today = this.clock.today();
    return month === undefined || lastDayOf(month) > today ? today : lastDayOf(month);
  }
}

function valuesOf(chosen: Charge | undefined, postedOn: CalendarDay): Record<string, string | undefined> {
  if (chosen === undefined) return { postedOn };
  const { contract, amount } = chosen;
  return {
    postedOn,
    contractId: contract.id,
    kind: contract.kind,
    name: contract.name,
    assetId: contract.assetId ?? undefined,
    amount: amount === undefined || amount <= 0n ? undefined : plainYuan(amount),
  };
}

/** The period that is charged, where the contract is not in force on the day any more. */
function coversOf(
  chosen: Charge | undefined,
  { coversFrom }: CostAsked,
  day: CalendarDay,
): CalendarDay | undefined {
  const lastOn = chosen?.contract.lastOn;
  return lastOn !== undefined && lastOn < day ? (coversFrom ?? chosen?.period.from) : coversFrom;
}

function contractFacts(
  { contract, period, basis }: Charge,
  { collectiveId, coversFrom = '' }: CostAsked,
): DeductionFormPageProps['contract'] {
  const last = basis.parts.at(-1)?.to ?? period.to;
  return {
    name: widePunctuation(contract.name),
    days: coversFrom === '' ? '' : contractWords.forDays(basis.parts[0]?.from ?? period.from, last),
    href: villagePaths(collectiveId).costContract(contract.id),
  };
}

/** Whether a contract still asks for something. */
function isDue({ amount }: Charge): boolean {
  return amount !== undefined && amount > 0n;
}

/** The part of the year that a contract asks for and is paid in full; undefined while something is due. */
function paidPartOf({ contract: { term }, amount, basis }: Charge): ContractSuggestion['paidUp'] {
  if (amount === undefined || amount > 0n || basis.chargedInPeriod <= 0n) return undefined;
  if (term.type !== 'fixed' && term.type !== 'landRent') return undefined;
  return term.yearPart === 'year' ? 'year' : term.yearPart === 'once' ? 'all' : 'part';
}

function suggestionOf(charge: Charge, { collectiveId, contractId, month }: CostAsked): ContractSuggestion {
  const { contract, amount } = charge;
  return {
    contractId: contract.id,
    kind: labelOf(`deductionKind.${contract.kind}`),
    name: widePunctuation(contract.name),
    reckoning: contractWords.reckoning(charge.basis),
    due: amount ?? 0n,
    paidUp: paidPartOf(charge),
    href: villagePaths(collectiveId).entry('deductions', { contract: contract.id, month }),
    current: contract.id === contractId,
  };
}
