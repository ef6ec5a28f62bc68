import { Entity, PrimaryColumn } from 'typeorm';
import {
  CollectiveColumn,
  CountColumn,
  FenColumn,
  KeyColumn,
  OptionalCountColumn,
  OptionalTextColumn,
} from '../../platform/database/columns';

/** One line of a match, of the bank or of the books. */
@Entity('bank_match_lines')
export class BankMatchLineEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('match_id') matchId: string;
  @PrimaryColumn({ name: 'number', type: 'integer' }) number: number;
  @OptionalTextColumn('bank_line_id') bankLineId: string | null;
  @OptionalTextColumn('entry_id') entryId: string | null;
  @OptionalCountColumn('entry_line') entryLine: number | null;
  @FenColumn('amount_fen') amount: bigint;
  /** The how-manieth match of this line it is, undone ones counted. */
  @CountColumn('turn') turn: number;
}
