import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { GridContractForm } from '../../domain/assets/grid-contract';
import { VillageAddress } from '../../platform/http/api.forms';
import { IdField, TextField, TypedDayField } from '../../platform/http/form-fields';

/** A contract under which the grid takes a station's electricity. */
export class GridContractEntryForm implements GridContractForm {
  @TextField(60)
  leaseNumber: string = '';

  /** Who buys: the grid company. */
  @TextField(100)
  gridBuyer: string = '';

  /** Who sells: the collective, or the office that keeps the station. */
  @TextField(100)
  gridSeller: string = '';

  @TypedDayField()
  signedOn: string = '';

  @TypedDayField()
  firstOn: string = '';

  /** Blank where it holds until it is ended. */
  @ApiPropertyOptional()
  @TypedDayField()
  lastOn: string = '';

  /** What it says of the price. */
  @TextField(300)
  priceWords: string = '';
}

/** A contract of a station. */
export class GridContractAddress extends VillageAddress {
  /** The station's id. */
  @ApiProperty({ description: "The station's id." })
  @IdField()
  assetId: string;

  /** The contract's id. */
  @ApiProperty({ description: "The contract's id." })
  @IdField()
  contractId: string;
}

/** Why a contract was entered wrongly. */
export class GridWithdrawalForm {
  @TextField(300)
  gridWithdrawn: string = '';
}
