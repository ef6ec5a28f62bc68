import { type Fen, sumFen } from '../money/fen';
import { groupedBy } from '../shared/grouped';
import { coveredBy, uncovered } from './covering';
import { HeldParts } from './held-parts';
import type { NamedPayment, NamedTo } from './payment-events';
import { type Debt, type Held, isOwn, type Paid, takeOut } from './payment-groups';

/** The debts of an account as they stand, and what people hold of others that were taken back. */
export class StandingDebts {
  /** What arose since the last payment: nothing of it is paid. */
  protected fresh: Debt[] = [];
  /** What payments may have been for. */
  protected mixed: Debt[] = [];
  protected readonly held = new HeldParts();
  protected readonly closed: Paid[] = [];

  protected owed(): Fen {
    return sumFen(this.mixed.map(({ amount }) => amount));
  }

  protected mix(): void {
    this.mixed.push(...this.fresh);
    this.fresh = [];
  }

  protected debts(): Debt[] {
    return [...this.mixed, ...this.fresh];
  }

  /** Whatever of these debts their people hold is paid; told is what they hold besides. */
  protected coverWith(isTheirs: (debt: Debt) => boolean, held: readonly Held[]): Held[] {
    let left = [...held];
    const less = (debt: Debt): Debt[] => {
      if (!isTheirs(debt)) return [debt];
      const covered = coveredBy(debt, left);
      left = covered.rest;
      if (covered.debt.amount > 0n) return [covered.debt];
      this.closed.push({ debts: [covered.debt], amount: 0n, payments: [], covered: [] });
      return [];
    };
    this.fresh = this.fresh.flatMap(less);
    this.mixed = this.mixed.flatMap(less);
    return left;
  }

  /**
   * Payments that say whose they are, all by one voucher, were for their parts of their debts; what is beyond
   * a part he holds.
   */
  protected payTo(events: readonly NamedPayment[]): void {
    const parts = events.map((event) => {
      const { amount, entryId, to } = event;
      const from: Paid = { debts: [], amount, payments: [event], covered: [], to: { ...to, entryId } };
      this.closed.push(from);
      return { debtId: to.debtId, held: { memberId: to.memberId, amount, from } };
    });
    for (const [debtId, own] of groupedBy(parts, (part) => part.debtId)) {
      const held = own.map((part) => part.held);
      this.held.parts.push(...this.coverWith((debt) => debt.entryId === debtId, held));
    }
  }

  /**
   * What one was paid by name came back: so much of that debt is his again, or he holds less. Told is what
   * of it nobody has, and debts that were paid and are owed again.
   */
  protected giveBackTo(
    sum: Fen,
    to: NamedTo,
  ): { readonly left: Fen; readonly again: Omit<Debt, 'paidBefore'>[] } {
    const isBack = isPaidTo(to);
    let left = sum - this.held.giveBackOf(isBack, sum);
    const less = (debt: Debt): Debt => {
      const { debt: open, back } = uncovered(debt, isBack, left);
      left -= back;
      return open;
    };
    this.fresh = this.fresh.map(less);
    this.mixed = this.mixed.map(less);
    const again: Debt[] = [];
    const isHis = ({ covered }: Debt): boolean => covered.some(isBack);
    for (const of of this.closed)
      for (const debt of of.debts.filter(isHis)) {
        if (left === 0n) break;
        again.push(openAgain(of, debt, less));
      }
    return { left, again };
  }

  /** What was taken to cover debts is held again, but what was paid by name for just these. */
  protected holdAgain(): void {
    for (const { from, ...part } of this.debts().flatMap(hadElsewhere)) {
      takeOut(from.covered, part);
      this.held.parts.push({ from, ...part });
    }
  }

  protected lastPaid(): Paid | undefined {
    return this.closed.filter(({ amount, to }) => amount > 0n && to === undefined).at(-1);
  }
}

/** What people have of a debt by other lists that were taken back. */
export function hadElsewhere(debt: Debt): Held[] {
  return debt.covered.filter((part) => !isOwn(part, debt));
}

/** Whether what somebody has is what a payment named. */
export function isPaidTo({ debtId, memberId, paidBy }: NamedTo): (part: Held) => boolean {
  return ({ memberId: whose, from: { to } }) =>
    whose === memberId && to?.debtId === debtId && to.entryId === paidBy;
}

/** A part of a debt that was paid is owed again: what its other people had of it they have. */
function openAgain(of: Paid, debt: Debt, less: (debt: Debt) => Debt): Debt {
  of.debts.splice(of.debts.indexOf(debt), 1);
  const open = less({ ...debt, amount: 0n, people: [] });
  of.covered.push(...debt.people);
  return { ...open, covered: [...open.covered, ...debt.people.map((part) => ({ ...part, from: of }))] };
}
