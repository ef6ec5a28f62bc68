import { Entity } from 'typeorm';
import { CollectiveColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** A month that goes without a recurring voucher, and why. */
@Entity('recurring_waivers')
export class RecurringWaiverEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('recurring_id') recurringId: string;
  @KeyColumn('month') month: string;
  @TextColumn('reason') reason: string;
  @TextColumn('waived_by') waivedBy: string;
  @TextColumn('waived_at') waivedAt: string;
}
