import { Entity } from 'typeorm';
import type { PaidEvery } from '../../domain/uses/post';
import {
  CollectiveColumn,
  CountColumn,
  FenColumn,
  KeyColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/columns';

/** The days of a month of everybody on a post. */
@Entity('attendance_sheets')
export class AttendanceSheetEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('month') month: string;
  @CountColumn('sheet_number') sheetNumber: number;
  @FenColumn('amount_fen') amount: bigint;
  @TextColumn('reason') reason: string;
  /** Why somebody is on a post and on a labour sheet on the same days, where it asked. */
  @OptionalTextColumn('both_why') bothWhy: string | null;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** The days of one person, and what they come to. */
@Entity('attendance_lines')
export class AttendanceLineEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('sheet_id') sheetId: string;
  @KeyColumn('appointment_id') appointmentId: string;
  @CountColumn('line_number') lineNumber: number;
  @CountColumn('half_days') halfDays: number;
  @CountColumn('month_days') monthDays: number;
  @TextColumn('every') every: PaidEvery;
  @FenColumn('standard_fen') standard: bigint;
  @FenColumn('amount_fen') amount: bigint;
}

/** That somebody else accepted a sheet, and the grant by which it is owed. */
@Entity('attendance_acceptances')
export class AttendanceAcceptanceEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('sheet_id') sheetId: string;
  @TextColumn('grant_id') grantId: string;
  @TextColumn('entry_id') entryId: string;
  @TextColumn('accepted_on') acceptedOn: string;
  @TextColumn('entered_by') acceptedBy: string;
  @TextColumn('entered_at') enteredAt: string;
}
