import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { concernSame } from '../../domain/deductions/caps-together';
import { type ChargedDays, contractDays, daysInForce } from '../../domain/deductions/cost-contract';
import type { PaidCost, SpannedBill } from '../../domain/deductions/cost-twice';
import type { Pool } from '../../domain/ledger/journal-entry';
import { isNamed } from '../../domain/shared/plain-name';
import type { ContractCharge } from './charges.service';
import type { StandingCost } from './standing-costs.service';

/**
 * Bills for days that a contract charges now, of its kind or under its name: they were booked before it was
 * entered, or before it was charged. One that says no days may be for any of the year in which it was paid,
 * and is told last; not where the contract was in force when it was entered, for then it was asked what it is
 * beside it.
 */
export function billsOf(
  { contract, period }: Pick<ContractCharge, 'contract' | 'period'>,
  costs: readonly (StandingCost & { readonly days: ChargedDays | undefined })[],
): PaidCost[] {
  const { kind, name } = contract;
  const asked = daysInForce(contract, period);
  const { from, to } = contractDays(contract);
  const same = costs.filter(({ pool, assetId, ...cost }) => {
    const isSame = (kind !== 'other' && cost.kind === kind) || isNamed(cost.name, [name]);
    const isBill = cost.contractId === null && cost.amount > cost.refunded;
    return isBill && isSame && concernSame({ kind, pool, assetId }, contract);
  });
  const bills = same.flatMap((cost): PaidCost[] => {
    const { postedOn, amount } = cost;
    const days = cost.days ?? (kind === 'land_rent' ? daysOf(postedOn) : undefined);
    if (days !== undefined && isAmong(days, asked)) return [cost];
    const wasAsked = contract.id < cost.id && isAmong(daysOf(postedOn), { from, to: to ?? postedOn });
    const mayBe = cost.days === undefined && !wasAsked && isAmong(yearAround(postedOn), asked);
    return mayBe ? [{ kind: cost.kind, name: cost.name, postedOn, amount, isOfYear: true }] : [];
  });
  return bills.sort((one, other) => Number(one.isOfYear ?? false) - Number(other.isOfYear ?? false));
}

/**
 * Bills for the same asset, or for all of its pool, that say their days and have not come back whole. An
 * owner's part of a keeper's cost is one of them.
 */
export function spannedBillsOf(
  place: { readonly pool: Pool; readonly assetId: string | null },
  costs: readonly (StandingCost & { readonly days: ChargedDays | undefined })[],
): SpannedBill[] {
  return costs.flatMap(({ kind, name, postedOn, amount, refunded, days, ...cost }): SpannedBill[] => {
    const isBill = cost.contractId === null && days !== undefined && amount > refunded;
    const isSame = concernSame({ kind, ...place }, { kind, pool: cost.pool, assetId: cost.assetId });
    return isBill && isSame ? [{ kind, name, postedOn, amount, days }] : [];
  });
}

/** The calendar year of a day. */
export function yearAround(day: CalendarDay): ChargedDays {
  const year = day.slice(0, 4);
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

/** One day, as days. */
export function daysOf(day: CalendarDay): ChargedDays {
  return { from: day, to: day };
}

/** Whether two spans have a day in common. */
export function isAmong(one: ChargedDays, other: ChargedDays): boolean {
  return one.from <= other.to && one.to >= other.from;
}
