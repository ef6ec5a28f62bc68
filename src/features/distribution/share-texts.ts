import { printedShares, type SharedPart } from '../../domain/distribution/distribution-plan';
import type { PlanCheck } from '../../domain/distribution/plan-checks';
import { type Fen, sumFen } from '../../domain/money/fen';
import { percentText } from '../../domain/money/printed-share';

/** The key under which the money left over stands among the shares. */
export const LEFT_OVER = 'left-over';

/**
 * The shares of the distributable surplus as printed, `59.36%`, by bucket and {@link LEFT_OVER}; together
 * 100.00%. None while the parts are more than the whole, or there is nothing to share.
 * @param checks of the plan: a share that misses the bound of its use never reads as if it met it
 */
export function shareTexts(
  distributable: Fen,
  parts: readonly { readonly key: string; readonly amount: Fen }[],
  checks: readonly PlanCheck[] = [],
): ReadonlyMap<string, string> {
  const leftOver = distributable - sumFen(parts.map((part) => part.amount));
  if (distributable <= 0n || leftOver < 0n) return new Map();
  const bounded = parts.map((part) => ({ ...part, bound: missedBound(part, checks) }));
  const shares = printedShares([...bounded, { key: LEFT_OVER, amount: leftOver }]);
  return new Map([...shares].map(([key, hundredths]) => [key, percentText(BigInt(hundredths))]));
}

/** The bound that a use misses, by what its check says is too little or too much. */
function missedBound(
  { key, amount }: { readonly key: string; readonly amount: Fen },
  checks: readonly PlanCheck[],
): SharedPart['bound'] {
  const own = checks.filter(({ about: { kind, id } }) => id === key && (kind === 'line' || kind === 'take'));
  for (const { judgement } of own.filter((check) => check.standing === undefined)) {
    const { shortfall, excess } = judgement.facts;
    if (typeof shortfall === 'bigint') return { side: 'floor', amount: amount + shortfall };
    if (typeof excess === 'bigint') return { side: 'cap', amount: amount - excess };
  }
  return undefined;
}
