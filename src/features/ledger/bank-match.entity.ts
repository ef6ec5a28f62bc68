import { Entity } from 'typeorm';
import type { DifferenceCode } from '../../domain/ledger/bank-match-by-hand';
import type { MatchRule } from '../../domain/ledger/bank-matching';
import {
  CollectiveColumn,
  FenColumn,
  KeyColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/columns';

/** Lines of bank and books brought together; or, with `undoesId`, taken apart again with a reason. */
@Entity('bank_matches')
export class BankMatchEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('account_id') accountId: string;
  @OptionalTextColumn('undoes_id') undoesId: string | null;
  /** The rule that suggested it, `hand` where nothing did, `undone` where it takes one apart. */
  @TextColumn('rule') rule: MatchRule | 'hand' | 'undone';
  /** Bank less books. */
  @FenColumn('difference_fen') difference: bigint;
  @OptionalTextColumn('code') code: DifferenceCode | null;
  @OptionalTextColumn('note') note: string | null;
  @TextColumn('done_by') doneBy: string;
  @TextColumn('done_at') doneAt: string;
}
