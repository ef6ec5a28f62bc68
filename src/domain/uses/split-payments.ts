import type { Fen } from '../money/fen';
import type { PaymentEvent } from './payment-events';

export function least(one: Fen, other: Fen): Fen {
  return one < other ? one : other;
}

export function most(one: Fen, other: Fen): Fen {
  return one > other ? one : other;
}

/** The first payments up to a sum, and the others; one of which a part is needed is on both sides. */
export function splitAt(
  payments: readonly PaymentEvent[],
  sum: Fen,
): { first: PaymentEvent[]; rest: PaymentEvent[] } {
  const first: PaymentEvent[] = [];
  const rest: PaymentEvent[] = [];
  let open = sum;
  for (const event of payments) {
    const part = least(event.amount, open);
    if (part > 0n) first.push({ ...event, amount: part });
    if (part < event.amount) rest.push({ ...event, amount: event.amount - part });
    open -= part;
  }
  return { first, rest };
}
