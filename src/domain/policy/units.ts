import type { PolicyPack } from './pack';
import type { Quantity } from './quantity';

/**
 * Whether a quantity is a share of something (0.15, 60%) or a plain amount or count. A number written in a
 * line may be either. A share taken of something is an amount again.
 */
export function isShare(pack: PolicyPack, quantity: Quantity): 'share' | 'plain' | 'unclear' {
  switch (quantity.kind) {
    case 'number':
      return 'unclear';
    case 'fact':
    case 'product':
      return 'plain';
    case 'part':
      return 'share';
    case 'value':
      return unitOf(pack.values, quantity.id);
    case 'need':
      return unitOf(pack.needs, quantity.id);
    case 'sum':
      return quantity.of.some((part) => isShare(pack, part) === 'share') ? 'share' : 'plain';
  }
}

function unitOf(
  numbers: readonly { readonly id: string; readonly unit: string }[],
  id: string,
): 'share' | 'plain' {
  return numbers.some((number) => number.id === id && number.unit === 'share') ? 'share' : 'plain';
}
