import { ApiPropertyOptional } from '@nestjs/swagger';
import type { CostChangeForm } from '../../domain/deductions/read-cost-change';
import type { CostContractForm } from '../../domain/deductions/read-cost-contract';
import { ReasonField, TextField, TypedDayField } from '../../platform/http/form-fields';

/** A contract by which a cost is charged, as it was signed; everything is text as typed. */
export class CostContractEntryForm implements CostContractForm {
  /** `land_rent`, `o_and_m`, `insurance` or `other`. */
  @TextField(30)
  kind: string = '';

  /** What it is called: printed on vouchers and sheets. */
  @TextField(100)
  name: string = '';

  /** What it is for; blank where it is for no single asset. */
  @ApiPropertyOptional()
  @TextField(100)
  assetId: string = '';

  /** `pv` or `other`; blank where the asset says so. */
  @ApiPropertyOptional()
  @TextField(10)
  pool: string = '';

  /** `fixed`, `landRent`, `percentOfReceipt` or `perWattYear`. */
  @TextField(20)
  termType: string = '';

  /** Yuan of a fixed amount. */
  @ApiPropertyOptional()
  @TextField(30)
  amount: string = '';

  /** `year`, `half-year`, `quarter`; of a fixed amount `once`, too. */
  @ApiPropertyOptional()
  @TextField(10)
  yearPart: string = '';

  @ApiPropertyOptional()
  @TextField(30)
  mu: string = '';

  @ApiPropertyOptional()
  @TextField(30)
  yuanPerMuYear: string = '';

  /** The own share of a joint station's land, `6.25%`; blank where the land is the own one. */
  @ApiPropertyOptional()
  @TextField(20)
  ownShare: string = '';

  /** A share of what comes in, `2.9%`. */
  @ApiPropertyOptional()
  @TextField(20)
  rate: string = '';

  /** The most that a watt may cost in a year, yuan. */
  @ApiPropertyOptional()
  @TextField(30)
  yuanPerWattYear: string = '';

  /** Kilowatts the cap is reckoned on; the asset's where blank. */
  @ApiPropertyOptional()
  @TextField(30)
  capacityKw: string = '';

  /** The clause the charge rests on, as the sheet prints it. */
  @ApiPropertyOptional()
  @TextField(100)
  clause: string = '';

  @TypedDayField()
  validFrom: string = '';

  /** The last day; blank where none is agreed, which an insurance cannot have. */
  @ApiPropertyOptional()
  @TypedDayField()
  validTo: string = '';

  /** Why it is necessary, where the policy does not name it. */
  @ApiPropertyOptional()
  @ReasonField(300)
  reason: string = '';

  /** Of an insurance. */
  @ApiPropertyOptional()
  @TextField(60)
  policyNumber: string = '';

  @ApiPropertyOptional()
  @TextField(30)
  sumInsured: string = '';
}

/** What changes a contract of costs: another price or share, an early end, a renewal. */
export class CostChangeEntryForm implements CostChangeForm {
  /** `price`, `share`, `end`, `resume` or `renewal`. */
  @TextField(10)
  kind: string = '';

  /** From which day another price or share counts; the last day of a contract that ends. */
  @ApiPropertyOptional()
  @TypedDayField()
  effectiveOn: string = '';

  /** The new last day of a renewal. */
  @ApiPropertyOptional()
  @TypedDayField()
  newLastOn: string = '';

  /** The new amount, price, rate or share; of a renewal blank where it stays. */
  @ApiPropertyOptional()
  @TextField(30)
  price: string = '';

  /** Why, and on which paper. */
  @ReasonField(200)
  reason: string = '';
}

/** Why a period of a contract goes without its charge. */
export class CostWaiverForm {
  /** The first day of the period. */
  @TypedDayField()
  coversFrom: string = '';

  @ReasonField(200)
  reason: string = '';
}
