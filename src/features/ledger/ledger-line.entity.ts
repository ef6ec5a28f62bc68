import { Entity, PrimaryColumn } from 'typeorm';
import type { Pool, PoolFlow, Stream } from '../../domain/ledger/journal-entry';
import {
  CollectiveColumn,
  FenColumn,
  KeyColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/columns';

/** A line of a booked entry. Written by the ledger's store, read through here. */
@Entity('ledger_lines')
export class LedgerLineEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('entry_id') entryId: string;
  @PrimaryColumn({ name: 'line_number', type: 'integer' }) lineNumber: number;
  @TextColumn('ledger_account') ledgerAccount: string;
  @TextColumn('side') side: 'debit' | 'credit';
  @FenColumn('amount_fen') amount: bigint;
  @TextColumn('pool') pool: Pool;
  @OptionalTextColumn('pool_flow') poolFlow: PoolFlow | null;
  @OptionalTextColumn('asset_id') assetId: string | null;
  @OptionalTextColumn('stream') stream: Stream | null;
  @OptionalTextColumn('generation_month') generationMonth: string | null;
  @OptionalTextColumn('counterparty') counterparty: string | null;
  @OptionalTextColumn('plan_line_id') planLineId: string | null;
  @TextColumn('statement_on') statementOn: string;
}
