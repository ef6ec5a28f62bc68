import { ApiPropertyOptional } from '@nestjs/swagger';
import type { PassingOnForm } from '../../domain/income/passing-on';
import type { ShareChangeForm } from '../../domain/income/share-change';
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

/** A kept station, by its address. */
export class StationAddress extends VillageAddress {
  @IdField()
  assetId: string;
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

/** A new share table of a kept station. */
export class ShareChangeEntryForm implements ShareChangeForm {
  /** The first day, `2025-01-01`. */
  @TypedDayField()
  validFrom: string = '';

  /** A line a row: key, original village, share, present owner, apart by tabs or commas. */
  @TextField(40_000)
  rows: string = '';

  /** The document that says so, and its number. */
  @TextField(200)
  paperTitle: string = '';

  @TextField(100)
  paperNumber: string = '';

  /** Its day. */
  @TypedDayField()
  paperIssuedOn: string = '';

  /** Why the shares change. */
  @ReasonField(200)
  reason: string = '';

  /** `yes`: it is seen that the month whose middle it begins in goes by the table before. */
  @ApiPropertyOptional({ enum: ['yes'] })
  @TextField(5)
  cutsMonth: string = '';
}
