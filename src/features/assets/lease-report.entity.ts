import { Entity, PrimaryColumn } from 'typeorm';
import {
  CollectiveColumn,
  CountColumn,
  FenColumn,
  KeyColumn,
  TextColumn,
} from '../../platform/database/columns';

/** Who worked for a tenant in some days and what they got, as it was reported; no person is named. */
@Entity('lease_reports')
export class LeaseReportEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('lease_id') leaseId: string;
  @PrimaryColumn({ name: 'report_number', type: 'integer' }) reportNumber: number;
  @TextColumn('period_from') from: string;
  @TextColumn('period_to') to: string;
  @CountColumn('jobs') jobs: number;
  @CountColumn('helped_jobs') helpedJobs: number;
  @FenColumn('wages_fen') wages: bigint;
  @FenColumn('helped_wages_fen') helpedWages: bigint;
  @TextColumn('paper') paper: string;
  @TextColumn('reported_by') reportedBy: string;
  @TextColumn('reported_at') reportedAt: string;
}

/** That a report was typed wrongly and counts no more. */
@Entity('lease_report_withdrawals')
export class LeaseReportWithdrawalEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('lease_id') leaseId: string;
  @PrimaryColumn({ name: 'report_number', type: 'integer' }) reportNumber: number;
  @TextColumn('reason') reason: string;
  @TextColumn('withdrawn_by') withdrawnBy: string;
  @TextColumn('withdrawn_at') withdrawnAt: string;
}
