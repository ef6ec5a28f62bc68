import type { ChargeBasis } from '../../domain/deductions/contract-term';
import type { ContractCharge } from '../../domain/deductions/deduction';
import type { DeductionContractEntity } from './deduction-contract.entity';
import type { DeductionReckoning } from './deduction.entity';

/** A contract by which a cost is charged, with what the books say of it. */
export interface ChargedContract {
  readonly contract: DeductionContractEntity;
  readonly basis: ChargeBasis;
}

/** The contract as the rules want it. */
export function chargeOf({ contract, basis }: ChargedContract): ContractCharge {
  const { kind, name, term, validFrom, validTo } = contract;
  return { kind, name, term, basis, validFrom, validTo: validTo ?? undefined };
}

/** How an amount came about, to be kept beside it. */
export function reckoningOf(
  form: { readonly note?: string },
  charged: ChargedContract | undefined,
): DeductionReckoning {
  if (charged === undefined) return form.note === undefined || form.note === '' ? {} : { note: form.note };
  const { term, clause } = charged.contract;
  const base = term.type === 'percentOfReceipt' ? { base: charged.basis.receivedInPeriod.toString() } : {};
  const note = form.note === undefined || form.note === '' ? {} : { note: form.note };
  return { term, clause, ...base, ...note };
}
