import { Entity } from 'typeorm';
import type { ContractTerm, DeductionKind } from '../../domain/deductions/contract-term';
import type { PeriodPart } from '../../domain/deductions/cost-contract';
import type { Pool } from '../../domain/ledger/journal-entry';
import {
  CollectiveColumn,
  FenColumn,
  JsonColumn,
  KeyColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/columns';

/** A part of a period under one price; what was received on its days in fen as digits. */
export interface ReckonedPart extends PeriodPart {
  readonly received: string;
}

/**
 * How an amount was reckoned, kept with it: the contract's term and the base it was applied to, or the
 * bill.
 */
export interface DeductionReckoning {
  readonly term?: ContractTerm;
  /** Receipts a percentage was taken of, in fen as digits. */
  readonly base?: string;
  readonly clause?: string;
  /** What a bill was for, as typed. */
  readonly note?: string;
  /** The parts of a period that is not charged whole under one price. */
  readonly parts?: readonly ReckonedPart[];
  /** The days of the period it is for, where that is an earlier one than its day's. */
  readonly coversFrom?: string;
  readonly coversTo?: string;
}

/** A necessary cost, deducted before anything is distributed. */
@Entity('deductions')
export class DeductionEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('kind') kind: DeductionKind;
  @OptionalTextColumn('contract_id') contractId: string | null;
  @OptionalTextColumn('asset_id') assetId: string | null;
  @TextColumn('pool') pool: Pool;
  @TextColumn('name') name: string;
  @FenColumn('amount_fen') amount: bigint;
  @JsonColumn('reckoning') reckoning: DeductionReckoning;
  @OptionalTextColumn('reason') reason: string | null;
  @TextColumn('posted_on') postedOn: string;
  @TextColumn('entry_id') entryId: string;
}
