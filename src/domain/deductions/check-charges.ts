import { type CalendarDay, daysInclusive } from '../calendar/calendar-day';
import type { Findings } from '../ledger/check-pass';
import { type Fen, sumFen } from '../money/fen';
import { type ChargePart, partCharge } from './contract-charge';
import type { ContractTerm } from './contract-term';
import { type ChargedDays, type CostContract, type PeriodPart, periodOf, pricedDays } from './cost-contract';

/** A charge of a contract as it is kept beside its voucher, and when it and its reversal were booked. */
export interface KeptCharge {
  readonly entryId: string;
  readonly postedOn: CalendarDay;
  readonly amount: Fen;
  /** The term as it was when it was charged; none of what a keeper's cost charged. */
  readonly term: ContractTerm | undefined;
  /** What was received, for a rate. */
  readonly base: Fen;
  readonly parts: readonly ChargePart[];
  readonly coversFrom: CalendarDay | undefined;
  /** Its place in the chain, and that of its reversal. */
  readonly position: number;
  readonly reversedAt: number | undefined;
  /** What came back of it, where a rate was charged: it makes room for another charge. */
  readonly refunds: readonly KeptRefund[];
}

/** What came back of a charge, with its place in the chain and that of its reversal. */
export interface KeptRefund {
  readonly amount: Fen;
  readonly position: number;
  readonly reversedAt: number | undefined;
}

/**
 * Reckons every charge of a contract again: by the contract as it was signed and by what changed it since,
 * for the days of its parts, less what its period had charged by then. A change reaches no day that is
 * charged, so what was charged under it then is what it says today. What only a bill can tell is held
 * against its term alone.
 * @param charges of this contract
 */
export function checkCharges(
  contract: CostContract & { readonly name: string },
  charges: readonly KeptCharge[],
  findings: Findings,
): void {
  const inTurn = [...charges].sort((one, other) => one.position - other.position);
  for (const charge of inTurn) {
    findings.looked += 1;
    if (charge.term === undefined) continue;
    const period = periodOf(contract, charge.coversFrom ?? charge.postedOn);
    const { name } = contract;
    const at = { entryId: charge.entryId, position: charge.position };
    const facts = { name, from: period.from, to: period.to };
    if (!isAgreed(contract, charge, period)) {
      findings.add('check.chargeTermOther', at, facts);
      continue;
    }
    const stood = (other: KeptRefund): boolean =>
      other.position < charge.position && (other.reversedAt ?? Infinity) > charge.position;
    const before = inTurn.filter(
      (other) => stood(other) && periodOf(contract, other.coversFrom ?? other.postedOn).from === period.from,
    );
    const whole = reckoned(charge, period);
    if (whole === undefined) continue;
    const back = before.flatMap(({ refunds }) => refunds.filter(stood));
    const charged = sumFen(before.map(({ amount }) => amount)) - sumFen(back.map(({ amount }) => amount));
    const should = whole - charged;
    if (should === charge.amount) continue;
    const amounts = { keptFen: String(charge.amount), foundFen: String(should) };
    findings.add('check.chargeDiffers', at, { ...facts, ...amounts });
  }
}

/** Whether the contract has, after every change, the prices that were charged on their days. */
function isAgreed(contract: CostContract, { term, parts }: KeptCharge, period: ChargedDays): boolean {
  const priced = pricedDays(contract);
  const wanted = parts.length > 0 ? parts : [{ ...period, term }];
  return wanted.every((part) =>
    priced.some(
      ({ from, to = '9999-12-31', term: agreed }) =>
        sameTerm(agreed, part.term) &&
        (parts.length === 0
          ? from <= period.to && to >= period.from
          : from <= part.from && to >= (agreed.type === 'percentOfReceipt' ? part.from : part.to)),
    ),
  );
}

/** What the period costs in all, by the parts that were charged; of before, whole under one price. */
function reckoned({ term, base, parts }: KeptCharge, period: ChargedDays): Fen | undefined {
  const of = daysInclusive(period.from, period.to);
  const whole = term === undefined ? [] : [{ ...period, term, days: of, of, received: base }];
  const counted = parts.map((part) => ({ ...part, days: daysInclusive(part.from, part.to), of }));
  const amounts = (parts.length > 0 ? counted : whole).map(partCharge);
  return amounts.some((amount) => amount === undefined)
    ? undefined
    : sumFen(amounts.map((amount) => amount ?? 0n));
}

function sameTerm(one: ContractTerm, other: PeriodPart['term'] | undefined): boolean {
  return other !== undefined && textOf(one) === textOf(other);
}

/** A term by its fields in one order, whatever order they were kept in. */
function textOf(term: ContractTerm): string {
  return JSON.stringify(Object.entries(term).sort(([one], [other]) => (one < other ? -1 : 1)));
}
