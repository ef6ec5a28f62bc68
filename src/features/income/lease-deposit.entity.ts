import { Entity } from 'typeorm';
import type { DepositKind } from '../../domain/income/lease-deposit';
import { CollectiveColumn, FenColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** A deposit of a contract that came, above zero, or what of it went back or was kept, below. */
@Entity('lease_deposits')
export class LeaseDepositEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('lease_id') leaseId: string;
  @TextColumn('kind') kind: DepositKind;
  @FenColumn('amount_fen') amount: bigint;
  /** Why it was kept, or why more came than the contract says; empty where nobody was asked. */
  @TextColumn('reason') reason: string;
  @TextColumn('entry_id') entryId: string;
}
