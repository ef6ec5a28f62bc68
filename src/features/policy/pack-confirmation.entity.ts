import { Entity } from 'typeorm';
import { KeyColumn, OptionalTextColumn, TextColumn } from '../../platform/database/columns';

/** That a pack still holds in a region, until a day. A reference table, append-only. */
@Entity('pack_confirmations')
export class PackConfirmationEntity {
  @KeyColumn() id: string;
  @TextColumn('region_code') region: string;
  @TextColumn('pack_id') packId: string;
  @TextColumn('digest') digest: string;
  @TextColumn('valid_until') until: string;
  @OptionalTextColumn('paper') paper: string | null;
  @TextColumn('reason') reason: string;
  @TextColumn('office_id') officeId: string;
  @TextColumn('confirmed_by') by: string;
  @TextColumn('confirmed_at') at: string;
  /** The day in the office's calendar; those of before it was kept have the day of `at`. */
  @OptionalTextColumn('confirmed_on') on: string | null;
}
