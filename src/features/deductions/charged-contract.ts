import { isInParts, receivedIn } from '../../domain/deductions/contract-charge';
import { contractDays, isPaidOnce, periodParts, termOn } from '../../domain/deductions/cost-contract';
import type { ContractCharge } from '../../domain/deductions/deduction';
import type { ContractCharge as ReckonedCharge } from './charges.service';
import type { DeductionReckoning } from './deduction.entity';

/** The contract as the rules want it. A period that is named may be charged after the contract has ended. */
export function chargeOf(
  { contract, basis, behind }: ReckonedCharge,
  { coversFrom = '' }: TypedCharge,
): ContractCharge {
  const { kind, name, reason } = contract;
  const { from: validFrom, to: validTo } = contractDays(contract);
  const days = { validFrom, validTo: coversFrom === '' ? validTo : undefined };
  return { kind, name, reason, basis, behind, ...days, paidAhead: isPaidOnce(contract.term) };
}

/** What of a charge's form is kept beside its amount. */
interface TypedCharge {
  readonly note?: string;
  readonly coversFrom?: string;
}

/**
 * How an amount came about, to be kept beside it. Parts are kept only where the period is not charged whole
 * under one price, and its days only where it is an earlier one.
 */
export function reckoningOf(form: TypedCharge, charged: ReckonedCharge | undefined): DeductionReckoning {
  const note = form.note === undefined || form.note === '' ? {} : { note: form.note };
  if (charged === undefined) return note;
  const { contract, basis, period } = charged;
  const last = basis.parts.at(-1);
  const term = last?.term ?? termOn(contract, period.to);
  const base = term.type === 'percentOfReceipt' ? { base: receivedIn(basis).toString() } : {};
  const isEarlier = form.coversFrom !== undefined && form.coversFrom !== '';
  const to = periodParts(contract, period).at(-1)?.to ?? period.to;
  return {
    ...{ term, clause: contract.clause, ...base, ...note },
    ...(isEarlier ? { coversFrom: period.from, coversTo: to } : {}),
    ...(isInParts(basis.parts)
      ? { parts: basis.parts.map((part) => ({ ...part, received: part.received.toString() })) }
      : {}),
  };
}
