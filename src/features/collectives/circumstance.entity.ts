import { Entity, PrimaryColumn } from 'typeorm';
import type { StatusEnd } from '../../domain/collectives/household-status';
import { CollectiveColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** That something holds of a household from a day on for which documents look at it first. */
@Entity('household_circumstances')
export class HouseholdCircumstanceEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('household_id') householdId: string;
  @PrimaryColumn({ name: 'circumstance_number', type: 'integer' }) circumstanceNumber: number;
  /** The document's id of the word, the word, and the document. */
  @TextColumn('circumstance') circumstance: string;
  @TextColumn('circumstance_words') circumstanceWords: string;
  @TextColumn('pack') pack: string;
  @TextColumn('from_day') fromDay: string;
  @TextColumn('paper') paper: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** That a circumstance ended, or was entered wrongly. */
@Entity('household_circumstance_ends')
export class HouseholdCircumstanceEndEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('household_id') householdId: string;
  @PrimaryColumn({ name: 'circumstance_number', type: 'integer' }) circumstanceNumber: number;
  @TextColumn('ended_on') endedOn: string;
  @TextColumn('why') why: StatusEnd;
  @TextColumn('paper') paper: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}
