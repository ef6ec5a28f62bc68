import { Entity } from 'typeorm';
import {
  CollectiveColumn,
  CountColumn,
  FenColumn,
  KeyColumn,
  KeyCountColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/columns';
import type { AidTopic } from '../../domain/uses/aid-questions';
import type { StateLevel } from '../../domain/uses/state-aid';

/** Money that a government paid to people of the village; no voucher, it is none of the village's. */
@Entity('state_aid_lists')
export class StateAidListEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @CountColumn('list_number') listNumber: number;
  @TextColumn('fund_level') level: StateLevel;
  /** A fund of the document in force on the day, or `unnamed`. */
  @TextColumn('fund') fund: string;
  @TextColumn('paper') paper: string;
  /** A kind of the document in force on the day, or `unnamed`. */
  @TextColumn('kind') kind: string;
  @TextColumn('for_what') forWhat: string;
  @TextColumn('paid_on') paidOn: string;
  @FenColumn('amount_fen') amount: bigint;
  /** Why it is written down although the document says otherwise; blank where it does not. */
  @TextColumn('reason') reason: string;
  @TextColumn('twice_reason') twiceReason: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** What one person was paid: a standard, so many times. */
@Entity('state_aid_lines')
export class StateAidLineEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('list_id') listId: string;
  @KeyColumn('member_id') memberId: string;
  @CountColumn('line_number') lineNumber: number;
  @TextColumn('household_id') householdId: string;
  @FenColumn('standard_fen') standard: bigint;
  @CountColumn('times') times: number;
  @FenColumn('amount_fen') amount: bigint;
  @OptionalTextColumn('status') status: string | null;
}

/** What the document asks of the kind, as the government's paper says it. */
@Entity('state_aid_notes')
export class StateAidNoteEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('list_id') listId: string;
  @KeyCountColumn('note_number') noteNumber: number;
  @TextColumn('topic') topic: AidTopic;
  @TextColumn('word') word: string;
  @TextColumn('value') value: string;
}

/** That it was written down wrongly and counts no more, and why. */
@Entity('state_aid_withdrawals')
export class StateAidWithdrawalEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('list_id') listId: string;
  @TextColumn('why') why: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

export const STATE_AID_TABLES = [
  StateAidListEntity,
  StateAidLineEntity,
  StateAidNoteEntity,
  StateAidWithdrawalEntity,
] as const;
