import { ApiPropertyOptional } from '@nestjs/swagger';
import type { PassingOnForm } from '../../domain/income/passing-on';
import type { SplitNowForm } from '../../domain/income/split-now';
import { VillageAddress } from '../../platform/http/api.forms';
import {
  IdField,
  ReasonField,
  TextByIdField,
  TextField,
  TypedDayField,
} from '../../platform/http/form-fields';

/** A slip of a kept station, by its address. */
export class KeptSlipAddress extends VillageAddress {
  @IdField()
  slipId: string;
}

/** Splitting by itself what of a slip waits. */
export class SplitNowEntryForm implements SplitNowForm {
  @TypedDayField()
  splitOn: string = '';

  /** Why it waits for no other slip. */
  @ReasonField(200)
  reason: string = '';
}

/** Money paid on to the owners of kept stations. */
export class PassingOnEntryForm implements PassingOnForm {
  /** The bank's day. */
  @TypedDayField()
  paidOn: string = '';

  /** Yuan by owner; blank means nothing now. */
  @TextByIdField()
  amounts: Record<string, string> = {};

  /** How many papers are attached; one where blank. */
  @ApiPropertyOptional()
  @TextField(10)
  attachments: string = '';
}
