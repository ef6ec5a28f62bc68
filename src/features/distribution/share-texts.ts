import { printedShares } from '../../domain/distribution/distribution-plan';
import { type Fen, sumFen } from '../../domain/money/fen';

/** The key under which the money left over stands among the shares. */
export const LEFT_OVER = 'left-over';

/**
 * The shares of the distributable surplus as printed, `59.36%`, by bucket and {@link LEFT_OVER}; together
 * 100.00%. None while the parts are more than the whole, or there is nothing to share.
 */
export function shareTexts(
  distributable: Fen,
  parts: readonly { readonly key: string; readonly amount: Fen }[],
): ReadonlyMap<string, string> {
  const leftOver = distributable - sumFen(parts.map((part) => part.amount));
  if (distributable <= 0n || leftOver < 0n) return new Map();
  const shares = printedShares([...parts, { key: LEFT_OVER, amount: leftOver }]);
  return new Map([...shares].map(([key, hundredths]) => [key, percentText(hundredths)]));
}

function percentText(hundredths: number): string {
  const digits = String(hundredths).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}%`;
}
