import { Entity } from 'typeorm';
import { CollectiveColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** What a sheet that is no plan's is about: which sheet, of which pool, from when to when. */
@Entity('notice_reports')
export class NoticeReportEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('sheet') sheet: string;
  /** Blank where it is about no pool alone. */
  @TextColumn('pool') pool: string;
  @TextColumn('period_from') periodFrom: string;
  @TextColumn('period_to') periodTo: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** The one matter that a sheet is about: a sheet that was published, or a plan, by its id. */
@Entity('notice_matters')
export class NoticeMatterEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('sheet') sheet: string;
  @TextColumn('matter_id') matterId: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** That the village withdrew such a sheet, and why. */
@Entity('notice_withdrawals')
export class NoticeWithdrawalEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('notice_id') noticeId: string;
  @TextColumn('withdrawn_on') withdrawnOn: string;
  @TextColumn('reason') reason: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}
