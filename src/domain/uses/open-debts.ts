import { type Fen, sumFen } from '../money/fen';
import type { PaymentEvent } from './payment-events';
import { least } from './split-payments';

/** A debt under no name, as far as it is still owed. Fen. */
export interface OpenDebt {
  readonly entryId: string;
  readonly amount: Fen;
}

/**
 * What is still owed on an account of what grants owe, debt by debt, the oldest first, if whatever was paid
 * under no name paid the oldest: as the books trace it. What was paid ahead pays the next debt.
 */
export function openDebts(events: readonly PaymentEvent[]): OpenDebt[] {
  const debts: { entryId: string; owed: Fen; paid: Fen }[] = [];
  let ahead: Fen = 0n;
  const spread = (): void => {
    for (const debt of debts) {
      const part = least(ahead, debt.owed - debt.paid);
      debt.paid += part;
      ahead -= part;
    }
  };
  for (const { kind, entryId, amount, to } of events) {
    const named = debts.find((debt) => debt.entryId === to?.debtId);
    if (kind === 'owed' || (kind === 'returned' && named === undefined))
      debts.push({ entryId, owed: amount, paid: 0n });
    else if (kind === 'takenBack') {
      const gone = debts.find((debt) => debt.entryId === entryId);
      if (gone !== undefined) {
        ahead += gone.paid;
        debts.splice(debts.indexOf(gone), 1);
      }
    } else if (kind === 'returned' && named !== undefined) named.paid -= least(amount, named.paid);
    else {
      const own = named === undefined ? 0n : least(amount, named.owed - named.paid);
      if (named !== undefined) named.paid += own;
      ahead += amount - own;
    }
    spread();
  }
  return debts.flatMap(({ entryId, owed, paid }) => (paid < owed ? [{ entryId, amount: owed - paid }] : []));
}

/** How much of a debt is paid by what the books have already, the oldest debt first. Fen. */
export function paidAtOnce(events: readonly PaymentEvent[], entryId: string): Fen {
  const owed = events.filter((event) => event.kind === 'owed' && event.entryId === entryId);
  const open = openDebts(events).filter((debt) => debt.entryId === entryId);
  return sumFen(owed.map(({ amount }) => amount)) - sumFen(open.map(({ amount }) => amount));
}
