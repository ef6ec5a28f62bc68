import { Entity } from 'typeorm';
import { CollectiveColumn, FenColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** Rent of years to come that a tenant paid, above zero, and what of it was used for a due, below. */
@Entity('rent_advances')
export class RentAdvanceEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('lease_id') leaseId: string;
  @FenColumn('amount_fen') amount: bigint;
  @TextColumn('entry_id') entryId: string;
}
