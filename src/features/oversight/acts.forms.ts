import { ChoiceField, DayField, IdField, TextField } from '../../platform/http/form-fields';

export const ACT_OUTCOMES = ['accepted', 'refused'] as const;

/** Which acts a township looks for; what is blank is not asked. */
export class ActsQuery {
  /** One village, or the office itself. */
  @IdField({ optional: true })
  actBooks?: string;

  @IdField({ optional: true })
  actPerson?: string;

  @DayField({ optional: true })
  from?: string;

  @DayField({ optional: true })
  to?: string;

  @ChoiceField(ACT_OUTCOMES, { optional: true })
  actResult?: (typeof ACT_OUTCOMES)[number];

  /** How many of the newest are left out. */
  @TextField(6, { optional: true })
  actsSkipped?: string;
}
