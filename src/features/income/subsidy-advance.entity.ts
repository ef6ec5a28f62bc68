import { Entity } from 'typeorm';
import type { Pool } from '../../domain/ledger/journal-entry';
import { CollectiveColumn, FenColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** Money advanced until the subsidy comes, above zero, and what of it went back, below. */
@Entity('subsidy_advances')
export class SubsidyAdvanceEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  /** The advance it belongs to: its own id where it is one. */
  @TextColumn('advance_id') advanceId: string;
  @TextColumn('pool') pool: Pool;
  @TextColumn('counterparty') counterparty: string;
  @TextColumn('moved_on') movedOn: string;
  @FenColumn('amount_fen') amount: bigint;
  /** The agreement of an advance; of what went back ahead of the subsidy, why. */
  @TextColumn('paper') paper: string;
  @TextColumn('entry_id') entryId: string;
}
