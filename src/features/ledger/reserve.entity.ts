import { Entity } from 'typeorm';
import type { Pool } from '../../domain/ledger/journal-entry';
import {
  CollectiveColumn,
  CountColumn,
  FenColumn,
  KeyColumn,
  TextColumn,
} from '../../platform/database/columns';

/** Money of a pool that was set aside: it stays where it is, and nothing pays out of it. */
@Entity('reserves')
export class ReserveEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('pool') pool: Pool;
  @TextColumn('purpose') purpose: string;
  @FenColumn('amount_fen') amount: bigint;
  @TextColumn('set_on') setOn: string;
  @TextColumn('paper') paper: string;
  /** How many entries the books had when it was free. */
  @CountColumn('chain_length') chainLength: number;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** What of it was released, and why. */
@Entity('reserve_releases')
export class ReserveReleaseEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('reserve_id') reserveId: string;
  @FenColumn('amount_fen') amount: bigint;
  @TextColumn('released_on') releasedOn: string;
  @TextColumn('reason') reason: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}
