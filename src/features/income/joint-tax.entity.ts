import { Entity } from 'typeorm';
import {
  CollectiveColumn,
  FenColumn,
  KeyColumn,
  OptionalTextColumn,
  TextColumn,
} from '../../platform/database/columns';
import type { KeptTax, TaxBearer } from '../../domain/income/kept-tax';

/** Whose the tax of a kept station is from a day on; of one day the latest row holds. */
@Entity('tax_bearers')
export class TaxBearerEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('asset_id') assetId: string;
  @TextColumn('valid_from') validFrom: string;
  @TextColumn('bearer') bearer: TaxBearer;
  @TextColumn('paper') paper: string;
  @TextColumn('noted_by') notedBy: string;
  @TextColumn('noted_at') notedAt: string;
}

/** The tax that a kept station's slip prints. */
@Entity('joint_slip_taxes')
export class JointSlipTaxEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('settlement_id') settlementId: string;
  /** `charged` comes with the fee and is owed by each owner; `keptBack` the grid hands in itself. */
  @TextColumn('way') way: KeptTax['way'];
  @FenColumn('tax_fen') tax: bigint;
  /** Null where the owners bear it, as all did before keepers could. */
  @OptionalTextColumn('bearer') bearer: TaxBearer | null;
}

/** What of it is one owner's; of tax that the grid kept back and the keeper bears, what he owes him. */
@Entity('joint_part_taxes')
export class JointPartTaxEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('settlement_id') settlementId: string;
  @KeyColumn('owner') owner: string;
  @FenColumn('tax_fen') tax: bigint;
}
