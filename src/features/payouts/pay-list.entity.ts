import { Entity, PrimaryColumn } from 'typeorm';
import type { PayChannel, PayLineState, PayListAct, PayListState } from '../../domain/payouts/pay-list';
import type { ReturnKind } from '../../domain/payouts/read-outcomes';
import {
  CollectiveColumn,
  CountColumn,
  FenColumn,
  KeyColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/columns';

/** A list by which people are paid, one channel for all of it. */
@Entity('pay_lists')
export class PayListEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @CountColumn('list_year') year: number;
  @CountColumn('list_number') number: number;
  @TextColumn('channel') channel: PayChannel;
  @TextColumn('state') state: PayListState;
  @FenColumn('total_fen') total: bigint;
  @TextColumn('cash_why') cashWhy: string;
  /** Of what is frozen, once it was submitted. */
  @OptionalTextColumn('digest') digest: string | null;
  @TextColumn('drafted_by') draftedBy: string;
  @TextColumn('drafted_at') draftedAt: string;
}

/** One person's part of one debt, on a list. */
@Entity('pay_list_lines')
export class PayListLineEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('list_id') listId: string;
  @PrimaryColumn({ name: 'line_number', type: 'integer' }) number: number;
  @TextColumn('debt_entry_id') debtId: string;
  @TextColumn('member_id') memberId: string;
  @CountColumn('member_version') memberVersion: number;
  @FenColumn('amount_fen') amount: bigint;
  @CountColumn('attempt') attempt: number;
  @TextColumn('state') state: PayLineState;
}

/** What was done with a list, in its order. */
@Entity('pay_list_acts')
export class PayListActEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('list_id') listId: string;
  @PrimaryColumn({ name: 'act_number', type: 'integer' }) number: number;
  @TextColumn('act') act: Exclude<PayListAct, 'file'>;
  /** The day of it; the bank's where the bank did something. */
  @TextColumn('done_on') doneOn: string;
  /** What was submitted, approved or returned. */
  @OptionalTextColumn('digest') digest: string | null;
  /** Of the rows that were sent to the bank, or of the bank's answer by file. */
  @OptionalTextColumn('file_digest') fileDigest: string | null;
  /** The voucher by which the bank's money was booked. */
  @OptionalTextColumn('entry_id') entryId: string | null;
  @TextColumn('reason') reason: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** How a line ended, by which act; `open` where that it failed was noted by mistake. */
@Entity('pay_list_outcomes')
export class PayListOutcomeEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('list_id') listId: string;
  @PrimaryColumn({ name: 'line_number', type: 'integer' }) lineNumber: number;
  @PrimaryColumn({ name: 'act_number', type: 'integer' }) actNumber: number;
  @TextColumn('outcome') outcome: 'confirmed' | 'returned' | 'open';
  @TextColumn('return_kind') returnKind: ReturnKind | '';
  @TextColumn('reason') reason: string;
}

/** Why a list goes on although a check asks. */
@Entity('pay_check_answers')
export class PayCheckAnswerEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('list_id') listId: string;
  @KeyColumn('code') code: string;
  @TextColumn('reason') reason: string;
  /** The people about whom was asked, with commas between; null of reasons that answer for the whole list. */
  @OptionalTextColumn('about') about: string | null;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** Somebody took the file for the bank, with everybody's account in it. */
@Entity('pay_file_reads')
export class PayFileReadEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('list_id') listId: string;
  @PrimaryColumn({ name: 'read_number', type: 'integer' }) number: number;
  @TextColumn('layout') layout: string;
  @TextColumn('file_digest') fileDigest: string;
  @TextColumn('read_by') readBy: string;
  @TextColumn('read_at') readAt: string;
}
