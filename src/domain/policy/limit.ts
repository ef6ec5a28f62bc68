import type { AmountCondition, AmountOperator } from './condition';
import type { Limit, PoolRules } from './pack';
import type { Quantity } from './quantity';

/** What a limit asks of the sum planned for its uses (or taken for its costs), as lines over a `limit`. */
export function limitConditions({ atLeast, atMost }: Limit): AmountCondition[] {
  return [
    ...(atLeast === undefined ? [] : [bounded('at_least', atLeast)]),
    ...(atMost === undefined ? [] : [bounded('at_most', atMost)]),
  ];
}

/** What the document fixes for its uses, as limits on each of them alone, under their addresses. */
export function fixedUses({ id: pool, buckets }: PoolRules): Limit[] {
  return buckets.flatMap(({ id, take, cite, name }): Limit[] => {
    if (take.kind !== 'amount') return [];
    const exactly = { atLeast: take.amount, atMost: take.amount };
    const address = `use:${pool}.${id}`;
    return [{ id: address, on: [id], ...exactly, over: 'period', force: 'block', cite, says: name }];
  });
}

/** `planned at_least …`: the sum beside a bound. */
export function bounded(operator: AmountOperator, right: Quantity): AmountCondition {
  return { kind: 'amounts', left: { kind: 'fact', id: 'planned' }, operator, right };
}

/**
 * The lines as an amount of whole fen is judged by them: one that has to be exactly a share is met by the
 * share rounded up or down to the fen, so it lies less than a fen away on either side.
 */
export function judgedConditions(limit: Limit): AmountCondition[] {
  const exactly = limit.atLeast;
  if (exactly === undefined || !isExact(limit)) return limitConditions(limit);
  return [
    bounded('more_than', { kind: 'sum', of: [exactly], less: [ONE_FEN] }),
    bounded('less_than', { kind: 'sum', of: [exactly, ONE_FEN], less: [] }),
  ];
}

/** Whether floor and cap are one and the same: `exactly` in the file. */
export function isExact({ atLeast, atMost }: Limit): boolean {
  return atLeast !== undefined && atLeast === atMost;
}

const ONE_FEN: Quantity = { kind: 'number', value: '0.01' };
