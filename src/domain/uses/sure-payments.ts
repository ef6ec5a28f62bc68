import { type Fen, sumFen } from '../money/fen';
import type { DebtState, SurePayments } from './debt-standing';
import { wholeOf } from './covering';
import { atOnce, isNamedPayment, type PaymentEvent } from './payment-events';
import { type Debt, type Held, type Paid, settledBy, standingOf, takeOut, unnamedOf } from './payment-groups';
import type { PersonsPart } from './persons-parts';
import { hadElsewhere, isPaidTo, StandingDebts } from './standing-debts';
import { least, most, splitAt } from './split-payments';

/**
 * What is certain of what was paid on an account on which debts name nobody. A payment says neither whose
 * nor which list it is. Where all that stands is paid, everybody is; where nothing came since a list arose,
 * nobody on it is; between the two nobody can tell. A list that was taken back may have been the one that
 * was paid: if it is certain that it was, its people have the money and owe it, or have it of the next list
 * that owes them, and what comes back is theirs; if not, it stays uncertain until as much has come back.
 */
export function surePayments(
  events: readonly PaymentEvent[],
  peopleOf: (entryId: string) => readonly PersonsPart[],
): SurePayments {
  const replay = new Replay(peopleOf);
  for (const together of atOnce(events)) replay.take(together);
  return replay.told();
}

class Replay extends StandingDebts {
  /** What was paid of what is mixed, and by which payments. */
  private paid: Fen = 0n;
  private paidEver: Fen = 0n;
  private payments: PaymentEvent[] = [];
  /** How much of that may have gone to those of whom it was taken back, or have come back. */
  private loose: Fen = 0n;
  /** How much of what was taken back from them has not come back, and who they are; undefined: anybody. */
  private notBack: Fen = 0n;
  private looseOf: Set<string> | undefined = new Set();
  private returned: Fen = 0n;

  constructor(private readonly peopleOf: (entryId: string) => readonly PersonsPart[]) {
    super();
  }

  /** One event, or what one voucher pays by name. */
  take(together: readonly PaymentEvent[]): void {
    const named = together.filter(isNamedPayment);
    const [event] = together;
    if (named.length > 0) {
      this.paidEver += sumFen(named.map(({ amount }) => amount));
      this.payTo(named);
      this.settle();
    } else if (event !== undefined) this.takeOne(event);
    if (this.paid === 0n) this.startAnew();
    this.loose = least(this.loose, this.notBack === 0n ? 0n : this.paid);
    if (this.loose === 0n) this.forgetLoose();
    if (this.loose === 0n && this.paid > 0n && this.owed() > 0n && this.paid >= this.owed()) this.close();
  }

  private takeOne(event: PaymentEvent): void {
    switch (event.kind) {
      case 'owed':
        this.owe(event);
        break;
      case 'paid':
        this.pay(event);
        break;
      case 'takenBack':
        this.takeBack(event.entryId);
        break;
      case 'returned':
        this.giveBack(event);
        break;
    }
  }

  told(): SurePayments {
    const sure = this.paid - this.loose >= this.owed();
    const mixed: DebtState = sure ? 'paid' : 'unsure';
    const open = this.owed() - this.paid;
    const lines = this.mixed.flatMap(({ people }) => people);
    const settled = this.payments.map(settledBy);
    const amount = most(this.owed() + this.loose + this.returned, sumFen(settled.map((each) => each.amount)));
    return {
      standings: [
        ...this.closed.flatMap(({ debts, payments }) =>
          debts.map((each) => standingOf(each, 'paid', payments)),
        ),
        ...this.mixed.map((each) => standingOf(each, mixed, this.payments)),
        ...this.fresh.map((each) => standingOf(each, 'open', [])),
      ],
      together: [
        ...this.closed.map((group) => {
          const people = group.debts.flatMap((debt) => debt.people);
          // Whose list was taken back has the money until it comes back.
          const held = this.held.leastOf(group);
          const own = [...people, ...group.covered, ...held];
          return { amount: group.amount, settled: group.payments.map(settledBy), lines: own };
        }),
        { amount, settled, lines },
      ],
      openOfUnsure: !sure && open > 0n ? open : 0n,
      over: this.held.sum + (open < 0n ? -open : 0n),
      overAtMost: this.held.sum + most(-open, least(this.loose, this.notBack)),
    };
  }

  private pay(event: PaymentEvent): void {
    this.paidEver += event.amount;
    this.paid += event.amount;
    this.payments.push(event);
    this.mix();
  }

  private owe({ entryId, line, amount }: PaymentEvent): void {
    const people = this.peopleOf(entryId);
    this.arise({ entryId, line, amount, people, isWhole: people.length === 0, covered: [] });
  }

  private arise(debt: Omit<Debt, 'paidBefore'>): void {
    const paidBefore = this.paidEver - most(0n, this.paid - this.owed());
    this.fresh.push({ ...debt, paidBefore });
    this.settle();
  }

  /** What people hold or have had in mind of a debt that was owed just now. */
  private settle(): void {
    this.cover();
    // What was paid beyond what stood may be for it.
    if (this.paid > this.owed()) this.mix();
    this.mixLoose();
  }

  /** Who may have been paid by a list that was taken back may have what he is owed since. */
  private mixLoose(): void {
    if (this.loose === 0n) return;
    const of = this.looseOf;
    const isLoose = ({ people, amount }: Debt): boolean =>
      of === undefined ||
      unnamedOf({ people, amount }) > 0n ||
      people.some(({ memberId }) => of.has(memberId));
    this.mixed.push(...this.fresh.filter(isLoose));
    this.fresh = this.fresh.filter((debt) => !isLoose(debt));
  }

  /** Whoever holds what he is owed no more has that of what is owed to him since the last payment. */
  private cover(): void {
    const named = new Set(this.fresh.flatMap(({ people }) => people.map(({ memberId }) => memberId)));
    if (this.held.back > 0n) this.loosenHeld(({ memberId }) => named.has(memberId));
    const fresh = new Set(this.fresh);
    this.held.parts = this.coverWith((debt) => fresh.has(debt), this.held.parts);
  }

  private takeBack(entryId: string): void {
    const isIt = (debt: Debt): boolean => debt.entryId === entryId;
    const of = this.closed.find(({ debts }) => debts.some(isIt));
    const debt = [...this.fresh, ...this.mixed, ...(of?.debts ?? [])].find(isIt);
    if (debt === undefined) return;
    for (const part of debt.covered) takeOut(part.from.covered, part);
    this.held.parts.push(...debt.covered);
    if (of !== undefined) this.takeBackPaid(debt, of);
    const isMixed = this.mixed.includes(debt);
    this.fresh = this.fresh.filter((each) => each !== debt);
    this.mixed = this.mixed.filter((each) => each !== debt);
    if (isMixed) this.takeBackMixed(debt);
    this.cover();
    this.mixLoose();
  }

  /** What of it was paid whoever else was paid is held by its people; the rest may have been. */
  private takeBackMixed({ amount, people, paidBefore }: Debt): void {
    const sure = most(0n, least(amount, this.paid - this.loose - this.owed()));
    const isTold = people.length > 0 && unnamedOf({ people, amount }) === 0n;
    const isHeld = isTold && sure > 0n && (people.length === 1 || this.held.parts.length === 0);
    if (isHeld) {
      const { first: payments, rest } = splitAt(this.payments, sure);
      const from = { debts: [], amount: sure, payments, covered: [] };
      this.closed.push(from);
      this.held.add(people, from, sure);
      this.paid -= sure;
      this.payments = rest;
    }
    const may = least(amount, this.paidEver - paidBefore) - (isHeld ? sure : 0n);
    this.loosenUp(most(0n, least(may, this.paid)), isTold ? people : undefined);
  }

  /** So much may have gone to these; undefined: to anybody. */
  private loosenUp(amount: Fen, people: readonly PersonsPart[] | undefined): void {
    if (amount === 0n) return;
    this.loose += amount;
    this.notBack += amount;
    if (people === undefined) this.looseOf = undefined;
    for (const { memberId } of people ?? []) this.looseOf?.add(memberId);
  }

  private forgetLoose(): void {
    this.notBack = 0n;
    this.looseOf = new Set();
  }

  /** What was paid for certain: its people have it; under no name it is anybody's again. */
  private takeBackPaid(debt: Debt, of: Paid): void {
    of.debts.splice(of.debts.indexOf(debt), 1);
    this.held.parts.push(...debt.people.map((part) => ({ ...part, from: of })));
    const unnamed = unnamedOf(debt);
    this.paid += unnamed;
    this.loosenUp(unnamed, undefined);
  }

  /** What one was paid by name and came back is his again; what is beyond that came from anybody. */
  private giveBack(event: PaymentEvent): void {
    if (event.to === undefined) {
      this.giveBackUnnamed(event);
      return;
    }
    if (this.held.back > 0n) this.loosenHeld(isPaidTo(event.to));
    const { left, again } = this.giveBackTo(event.amount, event.to);
    this.settle();
    for (const debt of again) this.arise(debt);
    if (left > 0n) this.giveBackUnnamed({ ...event, amount: left });
  }

  /** Money came back: from those who hold what they are owed no more, else from whoever was paid last. */
  private giveBackUnnamed(event: PaymentEvent): void {
    const over = this.paid - this.owed();
    if (event.amount > this.held.sum + most(over, 0n)) this.uncover();
    const held = this.held.sum;
    if (this.loose === 0n && over <= 0n && event.amount < held) {
      this.held.giveBack(event.amount);
      return;
    }
    const isSure = event.amount >= held && this.loose === 0n;
    const rest = event.amount - (isSure ? held : 0n);
    if (isSure) this.held.forget();
    else this.loosenHeld(() => true);
    for (let last = this.lastPaid(); rest > this.paid && last !== undefined; last = this.lastPaid())
      this.reopen(last);
    const back = rest < this.paid ? rest : this.paid;
    const beyond = this.paid - this.owed();
    const sure = this.paid - this.loose >= this.owed();
    this.paid -= back;
    this.notBack = most(0n, this.notBack - back);
    this.returned += back;
    if (sure) this.loose -= least(back, least(beyond, this.loose));
    // More came back than was ever paid: it is owed to somebody nobody named.
    const { entryId, line } = event;
    if (rest > back)
      this.fresh.push({ entryId, line, amount: rest - back, people: [], covered: [], paidBefore: 0n });
  }

  /** So much is held, and nobody knows any more whether by these or by the others. */
  private loosenHeld(isDoubted: (part: Held) => boolean): void {
    if (!this.held.parts.some(isDoubted)) return;
    const people = this.held.parts;
    const held = this.held.takeDoubted(isDoubted);
    this.paid += held;
    this.loosenUp(held, people);
    this.mixLoose();
  }

  /** More came back than people hold: what they were taken to have of later lists is not certain, either. */
  private uncover(): void {
    const isCovered = (debt: Debt): boolean => hadElsewhere(debt).length > 0;
    for (const group of this.closed.filter(({ debts }) => debts.some(isCovered))) this.reopen(group);
    this.holdAgain();
    const whole = (debt: Debt): Debt => wholeOf(debt, this.peopleOf(debt.entryId));
    const unpaid = this.mixed.filter((debt) => isCovered(debt) && debt.amount === 0n);
    this.fresh = [...unpaid, ...this.fresh].map(whole);
    this.mixed = this.mixed.filter((debt) => !unpaid.includes(debt)).map(whole);
  }

  private reopen(last: Paid): void {
    this.closed.splice(this.closed.indexOf(last), 1);
    this.mixed.push(...last.debts);
    const stands = sumFen(last.debts.map(({ amount }) => amount));
    this.paid += stands;
    this.payments.unshift(...last.payments);
    this.returned += last.amount - stands;
  }

  /** Nothing is paid of what stands: all of it is open for certain. */
  private startAnew(): void {
    this.fresh = [...this.mixed, ...this.fresh];
    this.mixed = [];
    this.payments = [];
    this.returned = 0n;
    this.loose = 0n;
    this.forgetLoose();
  }

  /** All that stands is paid. What was paid beyond it is left for what comes. */
  private close(): void {
    const owed = this.owed();
    const amount = owed + this.returned;
    const { first, rest } = splitAt(this.payments, amount);
    this.closed.push({ debts: this.mixed, amount, payments: first, covered: [] });
    this.paid -= owed;
    this.payments = rest;
    this.mixed = [];
    this.returned = 0n;
  }
}
