import type { Pool } from '../../domain/ledger/journal-entry';
import { ChoiceField, DayField } from '../../platform/http/form-fields';

/** The pools a distribution may be made of. */
const POOLS = ['pv', 'other'] as const;

/** What the address of a statement or a new plan may carry: the pool and the days, both included. */
export class StatementQuery {
  @ChoiceField(POOLS, { optional: true })
  pool?: (typeof POOLS)[number];

  @DayField({ optional: true })
  from?: string;

  @DayField({ optional: true })
  to?: string;
}

/** The pools there is a statement of: those of a distribution, and the money that none splits. */
export const EVERY_POOL = [...POOLS, 'members', 'earmarked'] as const satisfies readonly Pool[];

/** What the address of a pool's statement may carry: any pool, any days. */
export class SpanQuery {
  @ChoiceField(EVERY_POOL, { optional: true })
  pool?: (typeof EVERY_POOL)[number];

  @DayField({ optional: true })
  from?: string;

  @DayField({ optional: true })
  to?: string;
}
