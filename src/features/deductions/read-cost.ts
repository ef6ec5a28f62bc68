import type { Deduction, DeductionForm } from '../../domain/deductions/deduction';
import type { ChargedDays } from '../../domain/deductions/cost-contract';
import { deductionPostings } from '../../domain/deductions/postings';
import type { AccountRoles } from '../../domain/ledger/chart';
import type { Pool, Posting } from '../../domain/ledger/journal-entry';
import type { Fen } from '../../domain/money/fen';
import type { DeductionReckoning } from './deduction.entity';

/** A cost as typed: by the contract that `contractId` names, or for an asset, or for a pool. */
export type RecordDeductionForm = DeductionForm & {
  readonly contractId?: string;
  /** The first day of the period that a contract is charged for, where it is an earlier one. */
  readonly coversFrom?: string;
  readonly assetId?: string;
  readonly pool?: Pool;
  /** What the bill says: printed beside the amount. */
  readonly note?: string;
  /** Why it is paid out of money that an approved distribution has promised, and who decided so. */
  readonly paysPromised?: string;
};

/** A cost as it was read, and who bears it. */
export interface ReadCost {
  readonly deduction: Deduction;
  readonly pool: Pool;
  readonly assetId: string | null;
  readonly contractId: string | null;
  readonly reckoning: DeductionReckoning;
  readonly by: string;
  /** What it debits and credits, where no bank paid it. */
  readonly postingsBy?: (roles: AccountRoles) => Posting[];
}

/** A cost that the bank paid. */
export function paidFromBank({
  deduction: { amount },
  pool,
  assetId,
}: ReadCost): (roles: AccountRoles) => Posting[] {
  return (roles) => deductionPostings({ pool, amount, ...(assetId === null ? {} : { assetId }) }, roles);
}

/** What a contract still asks for as land rent of one period. */
export interface LandRentDue {
  readonly contractId: string;
  readonly due: Fen;
  readonly covers: ChargedDays | undefined;
}
