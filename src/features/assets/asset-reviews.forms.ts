import { ApiProperty } from '@nestjs/swagger';
import type { ReviewForm } from '../../domain/assets/review';
import { TextByIdField, TextField, TypedDayField } from '../../platform/http/form-fields';

/** A review of the assets that earn. */
export class AssetReviewEntryForm implements ReviewForm {
  /** The day of the review, `2025-07-11`. */
  @TypedDayField()
  reviewedOn: string = '';

  /** What says so: the minutes, the survey. */
  @TextField(200)
  paper: string = '';

  /** By the id of an asset its class, by the class's id or as the document words it. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  @TextByIdField({ optional: true })
  classes: Record<string, string> = {};
}
