import type { Problem } from '../shared/problem';
import { type AccountOnDay, openingKnown } from './bank-reconciliation';

/**
 * What is wrong with setting lines against what both began apart by: a deposit that was forgotten and is
 * booked afterwards, or what the bank puts right. They take of the difference, and never more than is left of
 * it; what stands in it already (booked before both began, taken over) takes nothing. Codes
 * `bank.nothingTicked`, `bank.openingAgrees`, `bank.beyondOpening`.
 * @param lineIds lines of either side that stand in no match
 */
export function openingMatchProblems(account: AccountOnDay, lineIds: readonly string[]): Problem[] {
  if (lineIds.length === 0) return [{ code: 'bank.nothingTicked', field: 'bank' }];
  const { left } = openingKnown(account);
  if (left === 0n) return [{ code: 'bank.openingAgrees', field: 'code' }];
  const group = { id: '', lineIds, explanation: { code: 'opening', note: '' } as const };
  const rest = openingKnown({ ...account, groups: [...account.groups, group] }).left;
  const takes = left - rest;
  const isWithin = left > 0n ? takes > 0n && rest >= 0n : takes < 0n && rest <= 0n;
  return isWithin ? [] : [{ code: 'bank.beyondOpening', field: 'code', facts: { takes, left } }];
}
