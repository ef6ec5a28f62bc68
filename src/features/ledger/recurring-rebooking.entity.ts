import { Entity, PrimaryColumn } from 'typeorm';
import { CollectiveColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** A month for which a recurring voucher was booked again, after the voucher before had been reversed. */
@Entity('recurring_rebookings')
export class RecurringRebookingEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('recurring_id') recurringId: string;
  @KeyColumn('month') month: string;
  @PrimaryColumn({ name: 'number', type: 'integer' }) number: number;
  @TextColumn('entry_id') entryId: string;
}
