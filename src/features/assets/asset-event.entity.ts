import { Entity } from 'typeorm';
import type { FundLevel } from '../../domain/assets/asset';
import type { LeavingGround, LifeKind } from '../../domain/assets/asset-life';
import type { TaxBasis } from '../../domain/money/taxed';
import {
  CollectiveColumn,
  FenColumn,
  KeyColumn,
  OptionalCountColumn,
  OptionalFenColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/columns';

/** Something that happened to an asset: it was improved, written down, or it left the books. */
@Entity('asset_events')
export class AssetEventEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('asset_id') assetId: string;
  @TextColumn('kind') kind: LifeKind;
  @TextColumn('happened_on') happenedOn: string;
  /** What was added or written down; what it was put into a firm at; else what it was still worth. */
  @FenColumn('amount_fen') amount: bigint;
  @FenColumn('proceeds_fen') proceeds: bigint;
  @FenColumn('costs_fen') costs: bigint;
  /** What came for it, or was agreed, `inclusive` or `net`; null where nothing is said, or nothing came. */
  @OptionalTextColumn('tax_basis') taxBasis: TaxBasis | null;
  /** The tax in it that its paper charges; null where it charges none. */
  @OptionalFenColumn('tax_fen') tax: bigint | null;
  /** Improvements: the level that paid for it, and the year of its money. */
  @OptionalTextColumn('fund_level') fundLevel: FundLevel | null;
  @OptionalCountColumn('fund_year') fundYear: number | null;
  /** Why an improvement out of money that is distributed was necessary; why it is no second time the same. */
  @OptionalTextColumn('reason') reason: string | null;
  @OptionalTextColumn('ground') ground: LeavingGround | null;
  @TextColumn('paper') paper: string;
  @OptionalTextColumn('approved_by') approvedBy: string | null;
  /** Put into a firm: the stake that the register has for it since; none of contributions of before. */
  @OptionalTextColumn('stake_id') stakeId: string | null;
  @TextColumn('entry_id') entryId: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}
