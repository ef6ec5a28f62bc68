import { Entity, PrimaryColumn } from 'typeorm';
import type { ClosingStep } from '../../domain/months/year-end';
import { CollectiveColumn, JsonColumn, TextColumn } from '../../platform/database/columns';

/** What was decided with a step: the paper of a reserve, the explanation of what is still under way. */
export interface ClosingDecision {
  readonly paper?: string;
  readonly reserves?: Readonly<Record<string, string>>;
  readonly explanation?: string;
}

/** A step of a year end with its voucher; it stands until that is reversed. */
@Entity('year_closings')
export class YearClosingEntity {
  @CollectiveColumn() collectiveId: string;
  @PrimaryColumn({ name: 'year', type: 'integer' }) year: number;
  @PrimaryColumn({ name: 'step', type: 'varchar' }) step: ClosingStep;
  @PrimaryColumn({ name: 'number', type: 'integer' }) number: number;
  @TextColumn('entry_id') entryId: string;
  @JsonColumn('decision') decision: ClosingDecision;
  @TextColumn('done_by') doneBy: string;
  @TextColumn('done_at') doneAt: string;
}
