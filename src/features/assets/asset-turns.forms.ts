import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { LEAVING_GROUNDS, TURN_WAYS } from '../../domain/assets/asset-life';
import type { TurnForm } from '../../domain/assets/asset-turn';
import { ASSET_USES } from '../../domain/assets/depreciation';
import { VillageAddress } from '../../platform/http/api.forms';
import { IdField, ReasonField, TextField, TypedDayField } from '../../platform/http/form-fields';

/** What is decided about an asset that stays. Everything is text as typed. */
export class TurnEntryForm implements TurnForm {
  @ApiProperty({ enum: TURN_WAYS })
  @TextField(20)
  turnWay: string = '';

  /** The day, `2025-07-11`. */
  @TypedDayField()
  happenedOn: string = '';

  /** `convert` and `suspend`: why. */
  @ApiPropertyOptional({ enum: LEAVING_GROUNDS })
  @TextField(20)
  ground: string = '';

  /** `convert` only: what it is for from that day on. */
  @ApiPropertyOptional()
  @TextField(100)
  newUse: string = '';

  /** `convert` only: which expense bears its depreciation from the next month on; blank where that stays. */
  @ApiPropertyOptional({ enum: ASSET_USES })
  @TextField(20)
  use: string = '';

  /** Needed where the ground is `other`. */
  @ApiPropertyOptional()
  @ReasonField(300)
  turnReason: string = '';

  /** The decision, its day and number. */
  @TextField(200)
  paper: string = '';

  /** The bodies that decided, by their function and without names of persons. */
  @TextField(200)
  approvedBy: string = '';
}

/** A turn of an asset. */
export class TurnAddress extends VillageAddress {
  /** The asset's id. */
  @ApiProperty({ description: "The asset's id." })
  @IdField()
  assetId: string;

  /** The turn's id. */
  @ApiProperty({ description: "The turn's id." })
  @IdField()
  turnId: string;
}

/** Why a turn does not hold. */
export class TurnWithdrawalForm {
  @TextField(300)
  turnWithdrawn: string = '';
}
