import { Entity, PrimaryColumn } from 'typeorm';
import type { LeaseChange } from '../../domain/assets/lease';
import { CollectiveColumn, JsonColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** What changed a contract since it was signed, in the order in which it was said. */
@Entity('lease_changes')
export class LeaseChangeEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('lease_id') leaseId: string;
  @PrimaryColumn({ name: 'change_number', type: 'integer' }) changeNumber: number;
  @JsonColumn('change') change: LeaseChange;
  @TextColumn('reason') reason: string;
  @TextColumn('changed_by') changedBy: string;
  @TextColumn('changed_at') changedAt: string;
}
