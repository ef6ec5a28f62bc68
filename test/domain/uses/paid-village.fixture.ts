import type { SurePayments } from '../../../src/domain/uses/debt-standing';
import { Account, type People, sumOf } from './payments.fixture';

const PEOPLE = ['li', 'wu', 'sun'] as const;

/** A village that knows whom it pays, beside the account that does not: the naive model. */
export class Village {
  readonly account = new Account();
  private readonly lists = new Map<string, People>();
  private readonly had = new Map<string, bigint>();
  private readonly named = new Map<string, { who: string; amount: bigint; isKept: boolean }>();

  constructor(private readonly below: (limit: number) => number) {}

  /** A list is granted or taken back, somebody is paid what he has not had, or gives back what is not his. */
  act(id: string): void {
    const people = PEOPLE.filter(() => this.below(2) === 0);
    switch (this.below(6)) {
      case 0:
      case 1: {
        const list = Object.fromEntries(people.map((who) => [who, BigInt(1 + this.below(3)) * 100n]));
        if (people.length === 0) return;
        this.lists.set(id, list);
        this.account.grant(id, list);
        return;
      }
      case 2: {
        const [taken] = [...this.lists.keys()].filter(() => this.below(2) === 0);
        if (taken === undefined) return;
        this.lists.delete(taken);
        this.account.reverse(taken);
        return;
      }
      case 3: {
        const back = people.map((who) => [who, -this.openOf(who)] as const).filter(([, fen]) => fen > 0n);
        const [one] = back;
        // All of it comes back, or a part of it does.
        if (one !== undefined) this.move(id, [[one[0], this.below(2) === 0 ? one[1] : one[1] / 2n]], -1n);
        return;
      }
      default: {
        const owed = people.map((who) => [who, this.openOf(who)] as const).filter(([, fen]) => fen > 0n);
        if (owed.length > 0) this.move(id, owed, 1n);
      }
    }
  }

  /** Somebody is paid by name what is open for certain; the bank sends it back, or it was booked in error. */
  actByName(id: string): 'named' | 'sentBack' | 'undone' | undefined {
    const stands = [...this.named].filter(([, { isKept }]) => !isKept);
    const [one] = stands.slice(this.below(stands.length + 1));
    switch (this.below(4)) {
      case 0:
        if (one === undefined) return undefined;
        this.had.set(one[1].who, (this.had.get(one[1].who) ?? 0n) - one[1].amount);
        this.named.set(one[0], { ...one[1], isKept: true });
        this.account.sendBack(id, one[0], one[1].who);
        return 'sentBack';
      case 1:
        if (one === undefined) return undefined;
        this.had.set(one[1].who, (this.had.get(one[1].who) ?? 0n) - one[1].amount);
        this.named.delete(one[0]);
        this.account.reverse(one[0]);
        return 'undone';
      default: {
        const open = this.account
          .told()
          .standings.flatMap(({ entryId, state, covered }) =>
            state !== 'open' ? [] : PEOPLE.flatMap((who) => this.certainOf({ entryId, covered }, who)),
          );
        const part = open[this.below(open.length + 1)];
        if (part === undefined) return undefined;
        this.had.set(part.who, (this.had.get(part.who) ?? 0n) + part.amount);
        this.named.set(id, { ...part, isKept: false });
        this.account.payTo(id, part.entryId, { [part.who]: part.amount });
        return 'named';
      }
    }
  }

  private certainOf(
    { entryId, covered }: Pick<SurePayments['standings'][number], 'entryId' | 'covered'>,
    who: (typeof PEOPLE)[number],
  ): { entryId: string; who: string; amount: bigint }[] {
    const before = covered
      .filter(({ memberId }) => memberId === who)
      .reduce((sum, { amount }) => sum + amount, 0n);
    const amount = (this.lists.get(entryId)?.[who] ?? 0n) - before;
    return amount > 0n ? [{ entryId, who, amount }] : [];
  }

  /** What is told for certain is so of everybody, and all of it comes to what the account says. */
  hold({ standings, openOfUnsure, over, overAtMost }: SurePayments): void {
    const excess = PEOPLE.reduce((sum, who) => (this.openOf(who) < 0n ? sum - this.openOf(who) : sum), 0n);
    expect(overAtMost).toBeGreaterThanOrEqual(excess);
    for (const who of PEOPLE) {
      const told = { paid: 0n, open: 0n };
      for (const { entryId, state, covered } of standings) {
        const mine = this.lists.get(entryId)?.[who] ?? 0n;
        const already = covered.filter(({ memberId }) => memberId === who);
        const before = already.reduce((sum, { amount }) => sum + amount, 0n);
        told.paid += before + (state === 'paid' ? mine - before : 0n);
        told.open += state === 'open' ? mine - before : 0n;
      }
      expect(told.paid).toBeLessThanOrEqual(this.had.get(who) ?? 0n);
      expect(told.open).toBeLessThanOrEqual(this.openOf(who) > 0n ? this.openOf(who) : 0n);
    }
    const open = standings.filter(({ state }) => state === 'open');
    const certain = open.reduce((sum, { amount }) => sum + amount, 0n);
    const owed = [...this.lists.values()].reduce((sum, list) => sum + sumOf(list), 0n);
    const had = [...this.had.values()].reduce((sum, fen) => sum + fen, 0n);
    expect(certain + openOfUnsure - over).toBe(owed - had);
  }

  private openOf(who: string): bigint {
    const owed = [...this.lists.values()].reduce((sum, list) => sum + (list[who] ?? 0n), 0n);
    return owed - (this.had.get(who) ?? 0n);
  }

  private move(id: string, parts: readonly (readonly [string, bigint])[], sign: bigint): void {
    // What somebody brings back himself never came back to the bank, and was no error.
    for (const [payment, part] of this.named)
      if (sign < 0n && parts.some(([who]) => who === part.who))
        this.named.set(payment, { ...part, isKept: true });
    for (const [who, fen] of parts) this.had.set(who, (this.had.get(who) ?? 0n) + sign * fen);
    const sum = parts.reduce((all, [, fen]) => all + fen, 0n);
    if (sign > 0n) this.account.pay(id, sum);
    else this.account.getBack(id, sum);
  }
}
