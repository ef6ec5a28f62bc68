import { Entity } from 'typeorm';
import {
  CollectiveColumn,
  CountColumn,
  FenColumn,
  KeyColumn,
  KeyCountColumn,
  OptionalFenColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/columns';
import type { AidTopic } from '../../domain/uses/aid-questions';

/** A list of rewards or subsidies, and the claim of a plan that pays it. */
@Entity('aid_lists')
export class AidListEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @CountColumn('list_number') listNumber: number;
  @TextColumn('claim_id') claimId: string;
  /** A kind of the document, or `own`. */
  @TextColumn('kind') kind: string;
  @TextColumn('for_what') forWhat: string;
  /** Where its standard is written. */
  @TextColumn('paper') paper: string;
  /** What was to be shared out, where the paper says it. */
  @OptionalFenColumn('pot_fen') pot: bigint | null;
  @FenColumn('amount_fen') amount: bigint;
  /** Why everybody gets the same; blank where that was not asked. */
  @TextColumn('reason') reason: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** A standard, so many times, of one person, with what the household was when it was written down. */
@Entity('aid_lines')
export class AidLineEntity {
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

/** The day of a step, a signature or a paper, or an answer; a later note on the same thing counts. */
@Entity('aid_notes')
export class AidNoteEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('list_id') listId: string;
  @KeyCountColumn('note_number') noteNumber: number;
  @TextColumn('topic') topic: AidTopic;
  @TextColumn('word') word: string;
  @TextColumn('value') value: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** That what was noted with a list did not happen, and why. */
@Entity('aid_note_withdrawals')
export class AidNoteWithdrawalEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('list_id') listId: string;
  @KeyCountColumn('note_number') noteNumber: number;
  @TextColumn('why') why: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** That a list was accepted, by whom, and the grant by which it is owed. */
@Entity('aid_acceptances')
export class AidAcceptanceEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('grant_id') grantId: string;
  @TextColumn('list_id') listId: string;
  @TextColumn('accepted_on') acceptedOn: string;
  @TextColumn('entry_id') entryId: string;
  /** Why it was accepted although a line of the document asked for a reason; blank where none did. */
  @TextColumn('reason') reason: string;
  @TextColumn('accepted_by') acceptedBy: string;
  @TextColumn('accepted_at') acceptedAt: string;
}

/** That a list which is not owed was taken back, and why. */
@Entity('aid_withdrawals')
export class AidWithdrawalEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('list_id') listId: string;
  @TextColumn('why') why: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

export const AID_TABLES = [
  AidListEntity,
  AidLineEntity,
  AidNoteEntity,
  AidNoteWithdrawalEntity,
  AidAcceptanceEntity,
  AidWithdrawalEntity,
] as const;
