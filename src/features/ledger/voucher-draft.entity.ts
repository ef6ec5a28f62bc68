import { Entity } from 'typeorm';
import type { ManualVoucherForm } from '../../domain/ledger/manual-voucher';
import type { DraftState } from '../../domain/ledger/voucher-hands';
import {
  CollectiveColumn,
  JsonColumn,
  KeyColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/columns';

/** A voucher before it is booked. */
@Entity('voucher_drafts')
export class VoucherDraftEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('state') state: DraftState;
  /** As typed, so that nothing is lost while it is not right yet. */
  @JsonColumn('form') form: ManualVoucherForm;
  @TextColumn('digest') digest: string;
  @TextColumn('prepared_by') preparedBy: string;
  @TextColumn('saved_at') savedAt: string;
  @OptionalTextColumn('reviewed_by') reviewedBy: string | null;
  @OptionalTextColumn('reviewed_at') reviewedAt: string | null;
  @OptionalTextColumn('entry_id') entryId: string | null;
  /** The hash its voucher was booked with: whoever rewrites the chain leaves it. None on earlier ones. */
  @OptionalTextColumn('entry_hash') entryHash: string | null;
  /** The reversed voucher whose fact it enters anew. */
  @OptionalTextColumn('corrects_id') correctsId: string | null;
}
