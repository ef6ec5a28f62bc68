import { ChoiceField, DayField, IdField, TextField } from '../../platform/http/form-fields';

/** The pools a distribution may be made of. */
const POOLS = ['pv', 'other'] as const;

/** What the address of a new plan may carry: the pool and the days, both included. */
export class PlanQuery {
  @ChoiceField(POOLS, { optional: true })
  pool?: (typeof POOLS)[number];

  @DayField({ optional: true })
  from?: string;

  @DayField({ optional: true })
  to?: string;
}

/** What the address of a new yearly plan may carry: the pool and the year, and what it begins with. */
export class YearPlanQuery {
  @ChoiceField(POOLS, { optional: true })
  pool?: (typeof POOLS)[number];

  @TextField(4, { optional: true })
  year?: string;

  /** The keeper's proposal with which it begins. */
  @IdField({ optional: true })
  proposal?: string;
}

/** Of which station and year a proposal to its owners begins with. */
export class OwnerProposalQuery {
  @IdField({ optional: true })
  asset?: string;

  @TextField(4, { optional: true })
  year?: string;
}

/** Which copy of a plan that was kept under a name is opened. */
export class WhatIfQuery {
  @IdField({ optional: true })
  kept?: string;
}
