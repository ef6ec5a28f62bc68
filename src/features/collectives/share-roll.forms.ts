import { ApiProperty } from '@nestjs/swagger';
import { HOLDER_KINDS, type ShareRollForm } from '../../domain/collectives/share-roll';
import type { IssuedForm } from '../../domain/collectives/issued-shares';
import type { ReviewForm } from '../../domain/collectives/status-reviews';
import { ReasonField, TextByIdField, TextField, TypedDayField } from '../../platform/http/form-fields';

/** A table of shares from a day on. */
export class ShareRollEntryForm implements ShareRollForm {
  @ApiProperty({ enum: HOLDER_KINDS })
  @TextField(20)
  holderKind: string = '';

  /** The first day. */
  @TypedDayField()
  shareFrom: string = '';

  /** A line each: the number of the household or member, a blank, its shares. */
  @TextField(200_000)
  shareLines: string = '';

  @ReasonField(200)
  shareWhy: string = '';

  /** The resolution, or the list that hung out. */
  @TextField(200)
  sharePaper: string = '';
}

/** How many shares there are in all, as the resolution says. */
export class IssuedSharesForm implements IssuedForm {
  /** The first day. */
  @TypedDayField()
  issuedFrom: string = '';

  /** A plain decimal, two places at most. */
  @TextField(20)
  issuedShares: string = '';

  /** The resolution. */
  @TextField(200)
  issuedPaper: string = '';
}

/** A row of the roll that was entered wrongly. */
export class ShareWithdrawalForm {
  /** Its number in the order of entry. */
  @TextField(10)
  shareRow: string = '';

  @ReasonField(200)
  withdrawnWhy: string = '';
}

/** Which statuses were looked at again on a day and still hold. */
export class StatusReviewEntryForm implements ReviewForm {
  @TypedDayField()
  reviewDay: string = '';

  @TextField(200)
  reviewPaper: string = '';

  /** `yes` by household and number of the status, `<household id>.1`. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  @TextByIdField({ optional: true })
  reviewed: Readonly<Record<string, string>> = {};
}
