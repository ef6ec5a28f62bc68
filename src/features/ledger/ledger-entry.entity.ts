import { Entity } from 'typeorm';
import type { CanonicalVersion } from '../../domain/ledger/hash-chain';
import {
  CollectiveColumn,
  CountColumn,
  KeyColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/columns';

/** A booked entry. Written by the ledger's store, read through here. */
@Entity('ledger_entries')
export class LedgerEntryEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @CountColumn('chain_position') chainPosition: number;
  @CountColumn('voucher_year') voucherYear: number;
  @CountColumn('voucher_number') voucherNumber: number;
  @TextColumn('event') event: string;
  @TextColumn('posted_on') postedOn: string;
  @TextColumn('booked_at') bookedAt: string;
  @TextColumn('about_period') aboutPeriod: string;
  @TextColumn('statement_on') statementOn: string;
  @TextColumn('chart') chart: string;
  @TextColumn('summary') summary: string;
  @TextColumn('source_kind') sourceKind: string;
  @TextColumn('source_id') sourceId: string;
  @TextColumn('prepared_by') preparedBy: string;
  @OptionalTextColumn('reverses_id') reversesId: string | null;
  @OptionalTextColumn('reason') reason: string | null;
  @TextColumn('previous_hash') previousHash: string;
  @TextColumn('hash') hash: string;
  @CountColumn('canonical') canonical: CanonicalVersion;
  @CountColumn('attachments') attachments: number;
  @OptionalTextColumn('reviewed_by') reviewedBy: string | null;
  @OptionalTextColumn('posted_by') postedBy: string | null;
}
