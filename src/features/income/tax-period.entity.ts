import { Entity } from 'typeorm';
import {
  CollectiveColumn,
  FenColumn,
  KeyColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/columns';

/** What was done about the tax of a period: booked by a voucher, or not booked for a reason. */
@Entity('tax_periods')
export class TaxPeriodEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('from_day') from: string;
  @TextColumn('to_day') to: string;
  /** The sales without tax as they stood then. */
  @FenColumn('sales_fen') sales: bigint;
  /** What was booked, or not booked; below zero it gave tax back. */
  @FenColumn('amount_fen') amount: bigint;
  /** Why it is not booked; empty where it is. */
  @TextColumn('reason') reason: string;
  @OptionalTextColumn('entry_id') entryId: string | null;
  @TextColumn('noted_by') notedBy: string;
  @TextColumn('noted_at') notedAt: string;
}
