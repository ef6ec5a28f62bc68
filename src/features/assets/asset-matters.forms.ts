import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { AnswersForm } from '../../domain/assets/asset-answer';
import { ANSWER_AT_MOST } from '../../domain/assets/asset-answer';
import { ABOUT_KINDS, type AboutKind } from '../../domain/assets/matter-facts';
import { VillageAddress } from '../../platform/http/api.forms';
import { ChoiceField, TextByIdField, TextField, TypedDayField } from '../../platform/http/form-fields';

/** A thing that a document speaks of: by its kind and its id. */
export class MatterAddress extends VillageAddress {
  /** `asset`, `lease`, `project` or `village`. */
  @ApiProperty({ description: 'What kind of thing it is.', enum: ABOUT_KINDS })
  @ChoiceField(ABOUT_KINDS)
  kind: AboutKind = 'asset';

  /** The thing's id. */
  @ApiProperty({ description: "The thing's id." })
  @TextField(100)
  id: string = '';
}

/** Answers to what a document asks and the books do not know. */
export class AnswersEntryForm implements AnswersForm {
  /** From which day it is so, `2025-07-11`. */
  @TypedDayField()
  fromOn: string = '';

  /** The paper that says so. */
  @TextField(ANSWER_AT_MOST)
  paper: string = '';

  /**
   * By question, `asset.land`: a word of the document by its id (several with commas between), `yes` or `no`,
   * a figure, a day or a text.
   */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  @TextByIdField({ optional: true })
  answers: Record<string, string> = {};

  /** By question about a text, `yes` where there is none. */
  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'string' } })
  @TextByIdField({ optional: true })
  none: Record<string, string> = {};
}
