import { ApiProperty } from '@nestjs/swagger';
import type { Pool } from '../../domain/ledger/journal-entry';
import { ChoiceField, DayField } from '../../platform/http/form-fields';

const POOLS: readonly Pool[] = ['pv', 'other', 'members', 'earmarked'];

/** The statement asked for: which pool, from which day to which, both included. */
export class SurplusQuery {
  /** Whose money. */
  @ApiProperty({ enum: POOLS, description: 'Whose money.' })
  @ChoiceField(POOLS)
  pool: Pool;

  /** The first day. */
  @ApiProperty({ description: 'The first day.', example: '2025-01-01' })
  @DayField()
  from: string;

  /** The last day. */
  @ApiProperty({ description: 'The last day.', example: '2025-06-30' })
  @DayField()
  to: string;
}
