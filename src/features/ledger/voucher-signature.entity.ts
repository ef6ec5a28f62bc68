import { Entity } from 'typeorm';
import type { SignaturePart } from '../../domain/ledger/voucher-hands';
import { CollectiveColumn, KeyColumn, TextColumn } from '../../platform/database/columns';

/** Who looked a booked voucher over, or who paid or received its money. */
@Entity('voucher_signatures')
export class VoucherSignatureEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('entry_id') entryId: string;
  @KeyColumn('part') part: SignaturePart;
  @TextColumn('signed_by') signedBy: string;
  @TextColumn('signed_at') signedAt: string;
}
