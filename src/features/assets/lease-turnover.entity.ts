import { Entity, PrimaryColumn } from 'typeorm';
import { CollectiveColumn, FenColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** The tenant's turnover of one payment as it was reported; the last report of a payment counts. */
@Entity('lease_turnovers')
export class LeaseTurnoverEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('lease_id') leaseId: string;
  @KeyColumn('period_from') periodFrom: string;
  @PrimaryColumn({ name: 'report_number', type: 'integer' }) reportNumber: number;
  @FenColumn('turnover_fen') turnover: bigint;
  @TextColumn('paper') paper: string;
  @TextColumn('reported_by') reportedBy: string;
  @TextColumn('reported_at') reportedAt: string;
}
