import { Entity } from 'typeorm';
import { CollectiveColumn, FenColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** A due of a contract that is not booked as one, and why. */
@Entity('rent_waivers')
export class RentWaiverEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('lease_id') leaseId: string;
  @TextColumn('covers_from') coversFrom: string;
  @TextColumn('covers_to') coversTo: string;
  @FenColumn('amount_fen') amount: bigint;
  @TextColumn('reason') reason: string;
  @TextColumn('waived_by') waivedBy: string;
  @TextColumn('waived_at') waivedAt: string;
}
