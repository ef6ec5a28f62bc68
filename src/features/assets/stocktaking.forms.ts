import { ApiPropertyOptional } from '@nestjs/swagger';
import type { StocktakingForm } from '../../domain/assets/stocktaking';
import type { MatchForm } from '../../domain/assets/stocktaking-match';
import {
  DayField,
  ReasonField,
  TextByIdField,
  TextField,
  TypedDayField,
} from '../../platform/http/form-fields';
import type { DecisionForm } from './stocktakings.service';

/** A stocktaking: an answer for every asset of its day. */
export class StocktakingEntryForm implements StocktakingForm {
  /** The day on which people went round, `2025-06-30`. */
  @TypedDayField()
  countedOn: string = '';

  /** Who went round: functions and names. */
  @TextField(100)
  countedBy: string = '';

  /** Who watched. */
  @TextField(100)
  watchedBy: string = '';

  /** `found`, `missing`, `damaged` or `differs`, by the asset's id. */
  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'string' } })
  @TextByIdField({ optional: true })
  findings: Record<string, string> = {};

  /** What is to be said, by the asset's id; needed unless it was found as registered. */
  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'string' } })
  @TextByIdField({ optional: true })
  remarks: Record<string, string> = {};

  /** What is there and in no register, by row. */
  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'string' } })
  @TextByIdField({ optional: true })
  unlisted: Record<string, string> = {};

  /** Where and how it was found, by the same row. */
  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'string' } })
  @TextByIdField({ optional: true })
  unlistedRemarks: Record<string, string> = {};
}

/** What is decided about a difference. */
export class StocktakingDecisionForm implements DecisionForm {
  /** The number of the line. */
  @TextField(10)
  line: string = '';

  /** `toDisposal`, `toRegister` or `explained`. */
  @TextField(20)
  decision: string = '';

  /** Why. */
  @ReasonField(200)
  reason: string = '';
}

/** Which asset of the register a find is. */
export class StocktakingMatchForm implements MatchForm {
  /** The number of the line. */
  @TextField(10)
  line: string = '';

  /** The asset's id. */
  @TextField(60)
  matchedAsset: string = '';

  /** How it is known. */
  @ReasonField(200)
  reason: string = '';
}

/** Why a stocktaking counts no more. */
export class StocktakingWithdrawalForm {
  @ReasonField(200)
  withdrawalReason: string = '';
}

/** From which stocktaking that was withdrawn the form of a new one is filled. */
export class StocktakingFromQuery {
  @TextField(60, { optional: true })
  from?: string;
}

/** For which day a form or a blank sheet is wanted. */
export class StocktakingQuery {
  /** The day; today where nothing is said. */
  @ApiPropertyOptional()
  @DayField({ optional: true })
  on?: string;
}
