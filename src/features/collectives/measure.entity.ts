import { Entity, PrimaryColumn } from 'typeorm';
import { CollectiveColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** What is done to help a household that is watched, by whom and from which day on. */
@Entity('household_measures')
export class HouseholdMeasureEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('household_id') householdId: string;
  @PrimaryColumn({ name: 'status_number', type: 'integer' }) statusNumber: number;
  @PrimaryColumn({ name: 'measure_number', type: 'integer' }) measureNumber: number;
  @TextColumn('started_on') startedOn: string;
  @TextColumn('measure') measure: string;
  @TextColumn('helper') helper: string;
  /** Why it came later than the document allows; blank where it did not. */
  @TextColumn('late_reason') lateReason: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** That a measure was entered wrongly. */
@Entity('household_measure_withdrawals')
export class HouseholdMeasureWithdrawalEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('household_id') householdId: string;
  @PrimaryColumn({ name: 'status_number', type: 'integer' }) statusNumber: number;
  @PrimaryColumn({ name: 'measure_number', type: 'integer' }) measureNumber: number;
  @TextColumn('why') why: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}
