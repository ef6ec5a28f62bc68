import { Entity } from 'typeorm';
import { CollectiveColumn, FenColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** Which due of a contract a voucher booked as income. Its id is that of the income. */
@Entity('rent_bookings')
export class RentBookingEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('lease_id') leaseId: string;
  @TextColumn('covers_from') coversFrom: string;
  @TextColumn('covers_to') coversTo: string;
  @FenColumn('amount_fen') amount: bigint;
  @TextColumn('entry_id') entryId: string;
}
