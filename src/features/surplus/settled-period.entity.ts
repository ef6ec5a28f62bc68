import { Entity } from 'typeorm';
import type { Pool } from '../../domain/ledger/journal-entry';
import {
  CollectiveColumn,
  FenColumn,
  KeyColumn,
  OptionalCountColumn,
  TextColumn,
} from '../../platform/database/columns';

/** A period of a pool that an approved distribution has settled, and what it keeps for its lines. */
@Entity('settled_periods')
export class SettledPeriodEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('plan_id') planId: string;
  @TextColumn('pool') pool: Pool;
  @TextColumn('period_from') periodFrom: string;
  @TextColumn('period_to') periodTo: string;
  @FenColumn('planned_fen') planned: bigint;
  /** How many entries the chain had then: what counts there and stands behind them is a correction. */
  @OptionalCountColumn('chain_length') chainLength: number | null;
}
