import type { DeductionKind } from '../../domain/deductions/contract-term';
import type { Deduction, DeductionForm } from '../../domain/deductions/deduction';
import type { ChargedDays } from '../../domain/deductions/cost-contract';
import type { SettlingForm } from '../../domain/deductions/cost-debt';
import type { AccountRoles } from '../../domain/ledger/chart';
import type { Pool, Posting } from '../../domain/ledger/journal-entry';
import type { Fen } from '../../domain/money/fen';
import type { Replaced } from '../ledger/reentries.service';
import type { DeductionContract } from './deduction-contracts.service';
import type { DeductionReckoning } from './deduction.entity';

/** A cost as typed: by the contract that `contractId` names, or for an asset, or for a pool. */
export type RecordDeductionForm = DeductionForm &
  SettlingForm & {
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
  /** What was booked of the same before, where it may be in the place of that. */
  readonly replaces?: Replaced | undefined;
  /** Whom it is owed to; the bank has paid it where nobody is named. */
  readonly creditor?: string | undefined;
  /** What it debits and credits, where neither is so. */
  readonly postingsBy?: (roles: AccountRoles) => Posting[];
}

/** What a contract still asks for as land rent of one period. */
export interface LandRentDue {
  readonly contractId: string;
  readonly due: Fen;
  readonly contract: DeductionContract;
  readonly period: ChargedDays;
  /** The period, where what is booked on its day would be taken for another one. */
  readonly covers: ChargedDays | undefined;
}

/** A bill as typed, and where it belongs. */
export interface AskedBill {
  readonly form: RecordDeductionForm;
  readonly kind: DeductionKind | undefined;
  readonly place: { readonly pool: Pool; readonly assetId: string | null };
}

/** An owner's part of a keeper's cost, held against what his books have as a bill of its days is. */
export interface KeptBill {
  readonly bill: RecordDeductionForm & { readonly kind: DeductionKind };
  readonly amount: Fen;
  readonly pool: Pool;
  readonly assetId: string;
  /** The own contract whose charge it is. */
  readonly rent: Pick<LandRentDue, 'contract' | 'period'> | undefined;
}
