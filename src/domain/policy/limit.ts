import type { AmountCondition, AmountOperator } from './condition';
import type { Limit } from './pack';
import type { Quantity } from './quantity';

/** What a limit asks of the sum planned for its uses (or taken for its costs), as lines over a `limit`. */
export function limitConditions({ atLeast, atMost }: Limit): AmountCondition[] {
  return [
    ...(atLeast === undefined ? [] : [bounded('at_least', atLeast)]),
    ...(atMost === undefined ? [] : [bounded('at_most', atMost)]),
  ];
}

/** `planned at_least …`: the sum beside a bound. */
export function bounded(operator: AmountOperator, right: Quantity): AmountCondition {
  return { kind: 'amounts', left: { kind: 'fact', id: 'planned' }, operator, right };
}
