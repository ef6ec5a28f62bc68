import { ApiProperty } from '@nestjs/swagger';
import { DEPARTURE_WAYS } from '../../domain/assets/asset-life';
import type { DepartureForm } from '../../domain/assets/departure';
import { VillageAddress } from '../../platform/http/api.forms';
import { IdField, ReasonField, TextField, TypedDayField } from '../../platform/http/form-fields';

/** How something that stands in no books leaves the register. */
export class DepartureEntryForm implements DepartureForm {
  @ApiProperty({ enum: DEPARTURE_WAYS })
  @TextField(20)
  departureWay: string = '';

  /** The last day, `2025-07-11`. */
  @TypedDayField()
  leftOn: string = '';

  @ReasonField(300)
  departureReason: string = '';

  /** The contract that ended, the decision, the list of what was handed over. */
  @TextField(200)
  paper: string = '';

  /** The bodies that decided, by their function and without names of persons. */
  @TextField(200)
  approvedBy: string = '';
}

/** A departure of an asset. */
export class DepartureAddress extends VillageAddress {
  /** The asset's id. */
  @ApiProperty({ description: "The asset's id." })
  @IdField()
  assetId: string;

  /** The departure's id. */
  @ApiProperty({ description: "The departure's id." })
  @IdField()
  departureId: string;
}

/** Why a departure does not hold. */
export class DepartureWithdrawalForm {
  @TextField(300)
  departureWithdrawn: string = '';
}
