import { Entity } from 'typeorm';
import type { TaxBasis } from '../../domain/money/taxed';
import type { Pool, Stream } from '../../domain/ledger/journal-entry';
import {
  CollectiveColumn,
  FenColumn,
  KeyColumn,
  OptionalFenColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/columns';

/** Income that is owed to the collective: one stream of one asset and month. */
@Entity('receivables')
export class ReceivableEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('asset_id') assetId: string;
  /** As the table's list has it; where that has no word, `other`: {@link streamOf} says which it is. */
  @TextColumn('stream') stream: Stream;
  /** The stream that list has no word for, a dividend; null where it has one. */
  @OptionalTextColumn('named_stream') namedStream: 'dividend' | null;
  @TextColumn('pool') pool: Pool;
  /** The month of generation, or the first month a rent covers. */
  @TextColumn('about_period') aboutPeriod: string;
  @TextColumn('counterparty') counterparty: string;
  @OptionalTextColumn('due_on') dueOn: string | null;
  /** The days that rent or other income is for, both included; null for electricity and openings. */
  @OptionalTextColumn('covers_from') coversFrom: string | null;
  @OptionalTextColumn('covers_to') coversTo: string | null;
  @FenColumn('amount_fen') amount: bigint;
  /** `inclusive` or `net`; null where nobody has said: rows of before, and what came with the opening. */
  @OptionalTextColumn('tax_basis') taxBasis: TaxBasis | null;
  /** The tax in the amount that its paper charges; null where it charges none. */
  @OptionalFenColumn('tax_fen') tax: bigint | null;
  /** The tax in what its paper prints that the payer keeps back: it is no part of the amount. */
  @OptionalFenColumn('tax_kept_fen') taxKept: bigint | null;
  /** The energy behind it; for a joint station the own share. Absent for rent. */
  @OptionalTextColumn('kwh') kwh: string | null;
  @TextColumn('source_kind') sourceKind: string;
  @TextColumn('source_id') sourceId: string;
  @TextColumn('entry_id') entryId: string;
}

/** The stream of income as its voucher names it. */
export function streamOf({ stream, namedStream }: Pick<ReceivableEntity, 'stream' | 'namedStream'>): Stream {
  return namedStream ?? stream;
}
