import { ApiPropertyOptional } from '@nestjs/swagger';
import type { HandoverForm } from '../../domain/months/handover';
import { TextField, TypedDayField } from '../../platform/http/form-fields';

/** What one officer hands to the next; the books say the rest. */
export class HandoverEntryForm implements HandoverForm {
  /** The day as of which the books are handed over, `2025-06-30`. */
  @TypedDayField()
  handedOn: string = '';

  /** Which office changes hands. */
  @TextField(60)
  post: string = '';

  /** Who hands over: function and name. */
  @TextField(100)
  handedBy: string = '';

  /** Who takes over. */
  @TextField(100)
  takenBy: string = '';

  /** Who watches. */
  @TextField(100)
  handoverWatchedBy: string = '';

  /** Keys, seals, bank tokens, books and papers, a line each. */
  @TextField(2_000)
  papers: string = '';

  /** What is still open between them. */
  @ApiPropertyOptional()
  @TextField(1_000)
  handoverRemark: string = '';
}
