import type { TracedLine } from '../../../src/domain/ledger/trace-money';
import type { SurePayments } from '../../../src/domain/uses/debt-standing';
import { type PaymentEvent, paymentEvents } from '../../../src/domain/uses/payment-events';
import type { PersonsPart } from '../../../src/domain/uses/persons-parts';
import { surePayments } from '../../../src/domain/uses/sure-payments';

export type People = Readonly<Record<string, bigint>>;

/** The vouchers of an account of one pool, as they are booked. */
export class Account {
  readonly lines: TracedLine[] = [];
  readonly people = new Map<string, readonly PersonsPart[]>();

  /** A list is granted: who has how much on it; of nobody's list the whole sum. */
  grant(entryId: string, of: People, whole = 0n): this {
    const parts = Object.entries(of).map(([memberId, amount]) => ({ memberId, amount }));
    this.people.set(entryId, parts);
    return this.book(entryId, -sumOf(of) - whole, { planLineId: 'line' });
  }

  pay(entryId: string, amount: bigint): this {
    return this.book(entryId, amount).book(entryId, -amount, { money: 'cash' });
  }

  /** A payment that says whose part of which list it is. */
  payTo(entryId: string, debtId: string, of: People): this {
    const names = Object.entries(of).map(([partyId, amount]) => ({ debtId, partyId, amount }));
    const sum = sumOf(of);
    return this.book(entryId, sum, { names }).book(entryId, -sum, { money: 'cash' });
  }

  /** The bank sends back what a payment had paid somebody by name. */
  sendBack(entryId: string, paidBy: string, who: string): this {
    const paid = this.lines.find((line) => line.entryId === paidBy && line.names !== undefined);
    const names = (paid?.names ?? [])
      .filter(({ partyId }) => partyId === who)
      .map((part) => ({ ...part, paidBy }));
    const sum = names.reduce((all, { amount }) => all + amount, 0n);
    return this.book(entryId, sum, { money: 'cash' }).book(entryId, -sum, { names });
  }

  /** Money comes back to the bank. */
  getBack(entryId: string, amount: bigint): this {
    return this.book(entryId, amount, { money: 'cash' }).book(entryId, -amount);
  }

  reverse(entryId: string): this {
    for (const line of this.lines.filter((each) => each.entryId === entryId)) {
      const reversal = { ...line, amount: -line.amount, entryId: `-${entryId}`, reversesId: entryId };
      delete reversal.names;
      this.add(reversal);
    }
    return this;
  }

  /** Puts a voucher on another day. */
  on(entryId: string, postedOn: string): this {
    for (const [index, line] of this.lines.entries())
      if (line.entryId === entryId) this.lines[index] = { ...line, postedOn };
    return this;
  }

  told(): SurePayments {
    return surePayments(this.events(), (id) => this.people.get(id) ?? []);
  }

  events(): readonly PaymentEvent[] {
    const [events = []] = [...paymentEvents(this.lines).values()];
    return events;
  }

  private book(entryId: string, amount: bigint, of: Partial<TracedLine> = {}): this {
    const isDebit = amount > 0n;
    const flow = of.planLineId === undefined ? {} : { poolFlow: 'granted' as const };
    if (of.planLineId !== undefined)
      this.add({ ...lineOf(entryId), ...flow, side: 'debit', amount: -amount, ledgerAccount: '541' });
    const dealing = of.money === 'cash' ? {} : ({ money: 'dealing', isPayable: true } as const);
    return this.add({
      ...{ ...lineOf(entryId), ...dealing, ...of, ledgerAccount: of.money === 'cash' ? '102' : '213' },
      ...{ side: isDebit ? 'debit' : 'credit', amount: isDebit ? amount : -amount },
    });
  }

  private add(line: TracedLine): this {
    this.lines.push({ ...line, position: this.lines.length, lineNumber: this.lines.length });
    return this;
  }
}

function lineOf(entryId: string): Omit<TracedLine, 'side' | 'amount'> {
  const on = '2025-06-01';
  return {
    ...{ entryId, lineNumber: 0, position: 0, voucherYear: 2025, voucherNumber: 1, postedOn: on },
    ...{ statementOn: on, summary: '', ledgerAccount: '213' },
  };
}

export function sumOf(of: People): bigint {
  return Object.values(of).reduce((sum, amount) => sum + amount, 0n);
}

/** `may paid, june unsure; 20 open, 0 over`, the lists in the order of their names. */
export function toldText(account: Account): string {
  const { standings, openOfUnsure, over } = account.told();
  const states = standings.map(({ entryId, state, covered }) => {
    const had = covered.map(({ memberId, amount }) => ` ${memberId} had ${String(amount)}`);
    return `${entryId} ${state}${had.join('')}`;
  });
  return `${states.sort().join(', ')}; ${String(openOfUnsure)} open, ${String(over)} over`;
}
