import { BrokenInvariant } from '../../domain/shared/invariant';

/**
 * Whether reading rows failed because of what stands in them: a row that others lead to is gone, a kept text
 * or number is spoilt. Whatever the database or the network says is none of these.
 */
export function isUnreadableRow(error: unknown): boolean {
  return (
    error instanceof BrokenInvariant ||
    error instanceof SyntaxError ||
    error instanceof TypeError ||
    error instanceof RangeError
  );
}
