import { Entity } from 'typeorm';
import type { Pool } from '../../domain/ledger/journal-entry';
import { CollectiveColumn, FenColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** A project of construction: its contract, and whose money pays for it. */
@Entity('construction_projects')
export class ConstructionProjectEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('name') name: string;
  @TextColumn('contractor') contractor: string;
  @FenColumn('contract_sum_fen') contractSum: bigint;
  @TextColumn('pool') pool: Pool;
  @TextColumn('paper') paper: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}
