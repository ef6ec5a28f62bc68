import { Entity } from 'typeorm';
import { CollectiveColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** A month for which a recurring voucher was booked. */
@Entity('recurring_bookings')
export class RecurringBookingEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('recurring_id') recurringId: string;
  @KeyColumn('month') month: string;
  @TextColumn('entry_id') entryId: string;
}
