import { Entity } from 'typeorm';
import type { DifferenceCode } from '../../domain/ledger/bank-match-by-hand';
import {
  CollectiveColumn,
  KeyColumn,
  OptionalCountColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/columns';

/** Why a line of either side stands alone. The last word on a line holds. */
@Entity('bank_explanations')
export class BankExplanationEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('account_id') accountId: string;
  @OptionalTextColumn('bank_line_id') bankLineId: string | null;
  @OptionalTextColumn('entry_id') entryId: string | null;
  @OptionalCountColumn('entry_line') entryLine: number | null;
  @TextColumn('code') code: DifferenceCode;
  @TextColumn('note') note: string;
  @TextColumn('said_by') saidBy: string;
  @TextColumn('said_at') saidAt: string;
}
