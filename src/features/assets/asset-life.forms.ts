import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { FUND_LEVELS } from '../../domain/assets/asset';
import { CHANGE_KINDS, LEAVING_GROUNDS, LEAVING_WAYS } from '../../domain/assets/asset-life';
import type { LeavingForm } from '../../domain/assets/leaving';
import { type ChangeForm, PAID_FROM } from '../../domain/assets/value-change';
import { TAX_BASES } from '../../domain/money/taxed';
import { ChoiceField, ReasonField, TextField, TypedDayField } from '../../platform/http/form-fields';
import { type LifeAct, LIFE_ACTS } from './asset-life.pages';

/** An improvement or a write-down. Everything is text as typed. */
export class ChangeEntryForm implements ChangeForm {
  @ApiProperty({ enum: CHANGE_KINDS })
  @TextField(20)
  kind: string = '';

  /** The day, `2025-07-11`. */
  @TypedDayField()
  happenedOn: string = '';

  /** Yuan. */
  @TextField(30)
  amount: string = '';

  /** Improvements: from which pool's money. */
  @ApiPropertyOptional()
  @TextField(20)
  pool: string = '';

  /** Improvements: paid from the bank, or owed. */
  @ApiPropertyOptional({ enum: PAID_FROM })
  @TextField(20)
  paidFrom: string = '';

  /** Improvements: the level that paid for it, as among the funds of an asset. */
  @ApiPropertyOptional({ enum: FUND_LEVELS })
  @TextField(20)
  fundLevel: string = '';

  /** Improvements: the year of that money, four digits. */
  @ApiPropertyOptional()
  @TextField(10)
  fundYear: string = '';

  /** Improvements out of money that is distributed: why it was necessary. */
  @ApiPropertyOptional()
  @ReasonField(300)
  reason: string = '';

  /** How many months it still runs from the next one on; blank leaves it as it is. */
  @ApiPropertyOptional()
  @TextField(10)
  months: string = '';

  /** What is left at the end, yuan or `5%` of the cost; blank leaves it as it is. */
  @ApiPropertyOptional()
  @TextField(30)
  salvage: string = '';

  /** The paper that says so. */
  @TextField(200)
  paper: string = '';

  /** Why it is another one, where the same day, sum and paper stand already. */
  @ApiPropertyOptional()
  @ReasonField(200)
  twiceReason: string = '';
}

/** How an asset leaves the books. */
export class LeavingEntryForm implements LeavingForm {
  @ApiProperty({ enum: LEAVING_WAYS })
  @TextField(20)
  way: string = '';

  @ApiProperty({ enum: LEAVING_GROUNDS })
  @TextField(20)
  ground: string = '';

  /** The day, `2025-07-11`. */
  @TypedDayField()
  happenedOn: string = '';

  /** Yuan that came in for it; blank for nothing. */
  @ApiPropertyOptional()
  @TextField(30)
  proceeds: string = '';

  /** Yuan that disposing of it cost; blank for nothing. */
  @ApiPropertyOptional()
  @TextField(30)
  costs: string = '';

  /** Whether the money, or the agreed value, holds its tax (`inclusive`) or the tax comes on top (`net`). */
  @ApiPropertyOptional({ enum: TAX_BASES })
  @TextField(20)
  taxBasis: string = '';

  /** The rate that its paper charges, per cent; 0 where it says exempt; blank where it says nothing. */
  @ApiPropertyOptional()
  @TextField(10)
  taxPercent: string = '';

  /** The tax as printed, yuan; reckoned by the rate where blank. */
  @ApiPropertyOptional()
  @TextField(30)
  taxAmount: string = '';

  /** `contribution` only: at what it was put into the firm, yuan. */
  @ApiPropertyOptional()
  @TextField(30)
  agreedValue: string = '';

  /** `contribution` only: what the stake is called that enters the register, such as the firm it is in. */
  @ApiPropertyOptional()
  @TextField(100)
  stakeName: string = '';

  /** The decision, its day and number. */
  @TextField(200)
  paper: string = '';

  /** The bodies that decided, by their function and without names of persons. */
  @TextField(200)
  approvedBy: string = '';
}

/** Which form of the page is open. */
export class LifeQuery {
  @ChoiceField(LIFE_ACTS, { optional: true })
  act?: LifeAct;
}
