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
