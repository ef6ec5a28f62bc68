import { Entity } from 'typeorm';
import type { Pool } from '../../domain/ledger/journal-entry';
import { CollectiveColumn, FenColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** What a line of an approved plan promises; what of it is granted the lines of the books say. */
@Entity('promised_money')
export class PromisedMoneyEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('plan_id') planId: string;
  @KeyColumn('plan_line_id') planLineId: string;
  @TextColumn('pool') pool: Pool;
  @TextColumn('period_from') periodFrom: string;
  @TextColumn('period_to') periodTo: string;
  @TextColumn('promised_on') promisedOn: string;
  @FenColumn('amount_fen') amount: bigint;
}
