import { Entity } from 'typeorm';
import type { Bearer, CostKind } from '../../domain/assets/custody-bearers';
import type { CustodyKind } from '../../domain/assets/custody';
import { CollectiveColumn, KeyColumn, OptionalTextColumn, TextColumn } from '../../platform/database/columns';

/** An agreement with the owner of an asset that the village keeps or runs for him, as it was signed. */
@Entity('custodies')
export class CustodyEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('asset_id') assetId: string;
  @TextColumn('kind') kind: CustodyKind;
  /** The id of a counterparty. */
  @TextColumn('owner') owner: string;
  @TextColumn('share') share: string;
  @TextColumn('first_on') firstOn: string;
  @TextColumn('last_on') lastOn: string;
  @TextColumn('signed_on') signedOn: string;
  @TextColumn('paper') paper: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** Its early end. */
@Entity('custody_ends')
export class CustodyEndEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn('custody_id') custodyId: string;
  @TextColumn('last_on') lastOn: string;
  @TextColumn('reason') reason: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** Who bears the tax of what it brings, from a day on. */
@Entity('custody_bearers')
export class CustodyBearersEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('custody_id') custodyId: string;
  @TextColumn('valid_from') validFrom: string;
  @TextColumn('tax_bearer') bearer: Bearer;
  @TextColumn('paper') paper: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}

/** Who bears the costs of it, from a day on. */
@Entity('custody_cost_bearers')
export class CustodyCostBearerEntity {
  @CollectiveColumn() collectiveId: string;
  @KeyColumn() id: string;
  @TextColumn('custody_id') custodyId: string;
  @TextColumn('valid_from') validFrom: string;
  @TextColumn('bearer') bearer: Bearer;
  /** Null where it was said of all costs. */
  @OptionalTextColumn('cost_kind') costKind: CostKind | null;
  @TextColumn('paper') paper: string;
  @TextColumn('entered_by') enteredBy: string;
  @TextColumn('entered_at') enteredAt: string;
}
