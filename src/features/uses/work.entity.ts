import { Entity } from 'typeorm';
import {
  CollectiveColumn,
  CountColumn,
  FenColumn,
  KeyColumn,
  OptionalFenColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/columns';

/** A small public work, and the claim of a plan that pays its labour. */
@Entity('works')
export class WorkEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('claim_id') claimId: string;
  @TextColumn('name') name: string;
  /** For work for relief: what the project costs, and what of it two levels pay. */
  @OptionalFenColumn('investment_fen') investment: bigint | null;
  @OptionalFenColumn('central_fen') central: bigint | null;
  @OptionalFenColumn('region_fen') region: bigint | null;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** The project of construction whose cost the labour of a work becomes. */
@Entity('work_projects')
export class WorkProjectEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('work_id') workId: string;
  @TextColumn('project_id') projectId: string;
}

/** A labour sheet of a work: some days of a month. */
@Entity('work_sheets')
export class WorkSheetEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('work_id') workId: string;
  @CountColumn('sheet_number') sheetNumber: number;
  @TextColumn('from_day') from: string;
  @TextColumn('to_day') to: string;
  @FenColumn('amount_fen') amount: bigint;
  @TextColumn('paper') paper: string;
  /** Why somebody is on a post and on this sheet on the same days, where it asked. */
  @OptionalTextColumn('both_why') bothWhy: string | null;
  /** Why people whom a post would not take, or so high a day's pay, where it asked. */
  @OptionalTextColumn('labour_why') labourWhy: string | null;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** Days times a rate, of one person, with what the household was on the last day. */
@Entity('work_sheet_lines')
export class WorkSheetLineEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('sheet_id') sheetId: string;
  @KeyColumn('member_id') memberId: string;
  @CountColumn('line_number') lineNumber: number;
  @CountColumn('half_days') halfDays: number;
  @FenColumn('rate_fen') rate: bigint;
  @FenColumn('amount_fen') amount: bigint;
  @OptionalTextColumn('status') status: string | null;
}

/** That a sheet was accepted, by whom, and the grant by which it is owed. */
@Entity('work_acceptances')
export class WorkAcceptanceEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('grant_id') grantId: string;
  @TextColumn('sheet_id') sheetId: string;
  @TextColumn('accepted_on') acceptedOn: string;
  @TextColumn('entry_id') entryId: string;
  /** Why it was accepted again though another sheet came between, where that asked. */
  @OptionalTextColumn('again_why') againWhy: string | null;
  @TextColumn('accepted_by') acceptedBy: string;
  @TextColumn('accepted_at') acceptedAt: string;
}

/** That a sheet which is not owed was taken back, and why. */
@Entity('work_sheet_withdrawals')
export class WorkSheetWithdrawalEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('sheet_id') sheetId: string;
  @TextColumn('why') why: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** That a work was typed wrongly and is none, and why: it counts nowhere, and its name is free. */
@Entity('work_withdrawals')
export class WorkWithdrawalEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('work_id') workId: string;
  @TextColumn('withdrawn_on') withdrawnOn: string;
  @TextColumn('why') why: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** That a work is finished: no sheet is entered or accepted any more. */
@Entity('work_closings')
export class WorkClosingEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('work_id') workId: string;
  @TextColumn('finished_on') finishedOn: string;
  /** Why it is finished although a rule asked for more; blank where none did. */
  @TextColumn('reason') reason: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}
