import { Entity } from 'typeorm';
import type { RecurringForm, Cadence } from '../../domain/ledger/recurring-voucher';
import {
  CollectiveColumn,
  JsonColumn,
  KeyColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/columns';

/** A voucher that falls due again and again. */
@Entity('recurring_vouchers')
export class RecurringVoucherEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('name') name: string;
  @TextColumn('every') every: Cadence;
  @TextColumn('from_month') fromMonth: string;
  @OptionalTextColumn('to_month') toMonth: string | null;
  @JsonColumn('form') form: RecurringForm;
  @TextColumn('kept_by') keptBy: string;
  @TextColumn('kept_at') keptAt: string;
}
