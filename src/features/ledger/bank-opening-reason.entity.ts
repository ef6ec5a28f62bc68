import { Entity, PrimaryColumn } from 'typeorm';
import type { DifferenceCode } from '../../domain/ledger/bank-match-by-hand';
import { CollectiveColumn, FenColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** Why bank and books begin with different balances. The last word holds, for the difference it names. */
@Entity('bank_opening_reasons')
export class BankOpeningReasonEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('account_id') accountId: string;
  @PrimaryColumn({ name: 'number', type: 'integer' }) number: number;
  @FenColumn('difference_fen') difference: bigint;
  @TextColumn('code') code: DifferenceCode;
  @TextColumn('note') note: string;
  @TextColumn('said_by') saidBy: string;
  @TextColumn('said_at') saidAt: string;
}
