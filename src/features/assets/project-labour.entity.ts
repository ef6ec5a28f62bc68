import { Entity } from 'typeorm';
import type { Pool } from '../../domain/ledger/journal-entry';
import { CollectiveColumn, FenColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** Labour of a work that is part of what a project cost; its voucher says whether it stands. */
@Entity('project_labour')
export class ProjectLabourEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('project_id') projectId: string;
  @TextColumn('pool') pool: Pool;
  @TextColumn('happened_on') happenedOn: string;
  @FenColumn('amount_fen') amount: bigint;
  @TextColumn('entry_id') entryId: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}
