import { Entity } from 'typeorm';
import { CollectiveColumn, KeyColumn, OptionalTextColumn, TextColumn } from '../../platform/database/columns';

/** A contract under which the grid takes a station's electricity. */
@Entity('grid_contracts')
export class GridContractEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('asset_id') assetId: string;
  @TextColumn('number') number: string;
  @TextColumn('buyer') buyer: string;
  @TextColumn('seller') seller: string;
  @TextColumn('signed_on') signedOn: string;
  @TextColumn('first_on') firstOn: string;
  /** Null where it holds until it is ended. */
  @OptionalTextColumn('last_on') lastOn: string | null;
  @TextColumn('price_words') priceWords: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** That a contract was entered wrongly. */
@Entity('grid_contract_withdrawals')
export class GridContractWithdrawalEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('contract_id') contractId: string;
  @TextColumn('reason') reason: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}
