import { addMonths, type Month, monthOf } from '../calendar/calendar-day';
import { type CheckedEntry, type CheckPass, Findings, placeOf } from './check-pass';
import { CHAIN_START } from './hash-chain';
import { MONTH_ACTS, type MonthRow, type MonthState } from './month-states';

/** An act on a month as it is kept. */
export interface KeptAct {
  readonly month: Month;
  readonly number: number;
  readonly act: 'held' | 'reopened' | 'sealed';
  readonly doneBy: string;
  readonly doneAt: string;
}

/** A month as its row stands, with who brought it into its state and when. */
export interface KeptMonth extends MonthRow {
  readonly changedBy: string;
  readonly changedAt: string;
}

/** Where the chain stood when a month was sealed. */
export interface SealPlace {
  readonly month: Month;
  readonly chainPosition: number;
  readonly chainHead: string;
}

const ACT_OF: Readonly<Record<KeptAct['act'], 'hold' | 'reopen' | 'seal'>> = {
  held: 'hold',
  reopened: 'reopen',
  sealed: 'seal',
};

/**
 * The months: in order without a gap from the one in which the books opened; no held month behind an open
 * one, no sealed one behind an unsealed; every act one that the state before it allowed, and the last where
 * the month stands, by whom and when it came there, and of a month without acts by whom and when it opened;
 * no entry booked into a month after its seal, whose place in the chain still holds.
 */
export class MonthsPass implements CheckPass {
  readonly findings = new Findings('months');
  private readonly known: ReadonlySet<Month>;
  private readonly waiting: SealPlace[];
  private sealedTo = '';
  private readonly reached: Reach[] = [];
  private bookedAt = '';

  constructor(
    private readonly given: {
      readonly opened: Month;
      /** Oldest first. */
      readonly months: readonly KeptMonth[];
      readonly acts: readonly KeptAct[];
      readonly seals: readonly SealPlace[];
      /** Where the check begins; seals before are left to earlier checks. */
      readonly start: { readonly position: number; readonly hash: string };
    },
  ) {
    const { start, seals, months } = given;
    this.known = new Set(months.map((row) => row.month));
    const inOrder = [...seals].sort((one, other) => one.chainPosition - other.chainPosition);
    this.waiting = inOrder.filter((seal) => seal.chainPosition >= start.position);
    for (const seal of inOrder.filter((each) => each.chainPosition < start.position)) this.passSeal(seal);
    this.meetSeals(start.position, start.hash);
  }

  take(entry: CheckedEntry): void {
    const month = monthOf(entry.postedOn);
    if (!this.known.has(month)) this.findings.add('check.monthUnknown', placeOf(entry), { month });
    if (month <= this.sealedTo) {
      this.findings.add('check.afterSeal', placeOf(entry), { month, sealed: this.sealedTo });
    }
    this.meetSeals(entry.position, entry.hash);
    const last = this.reached.at(-1);
    if (last === undefined || month > last.to)
      this.reached.push({ to: month, by: entry.preparedBy, at: entry.bookedAt, after: this.bookedAt });
    this.bookedAt = entry.bookedAt;
  }

  finish(): void {
    for (const { month, chainPosition } of this.waiting) {
      this.findings.add('check.sealBeyondChain', { month }, { position: chainPosition });
    }
    const { months } = this.given;
    let expected = this.given.opened;
    // Books begin with a month of their own, before anything is booked.
    if (months.length === 0) this.findings.add('check.noMonth', { month: expected });
    months.forEach((kept, index) => {
      const { month, state } = kept;
      this.findings.looked += 1;
      if (month !== expected) this.findings.add('check.monthGap', { month }, { should: expected });
      expected = addMonths(month, 1);
      const before = months[index - 1]?.state;
      if (before !== undefined && RANK[state] > RANK[before]) {
        this.findings.add('check.monthOrder', { month }, { state, before });
      }
      this.checkActs(kept);
    });
  }

  /** The months' places in the chain, met as the chain goes by. */
  private meetSeals(position: number, hash: string): void {
    for (let seal = this.waiting[0]; seal?.chainPosition === position; seal = this.waiting[0]) {
      this.waiting.shift();
      this.passSeal(seal);
      const should = position === 0 ? CHAIN_START : hash;
      if (seal.chainHead === should) continue;
      const facts = { position, kept: seal.chainHead, found: should };
      this.findings.add('check.sealHead', { month: seal.month }, facts);
    }
    // A place that the chain has jumped over cannot be met any more.
    while ((this.waiting[0]?.chainPosition ?? position) < position) {
      const seal = this.waiting.shift();
      if (seal === undefined) break;
      this.passSeal(seal);
      this.findings.add('check.sealBeyondChain', { month: seal.month }, { position: seal.chainPosition });
    }
  }

  private passSeal(seal: SealPlace): void {
    if (seal.month > this.sealedTo) this.sealedTo = seal.month;
  }

  private checkActs({ month, state: stands, changedBy, changedAt }: KeptMonth): void {
    const acts = this.given.acts.filter((each) => each.month === month);
    let state: MonthState = 'open';
    let number = 0;
    for (const act of acts) {
      number += 1;
      const allowed: Transition | undefined = transitionsOf(state).find(
        (each) => each.act === ACT_OF[act.act],
      );
      if (allowed === undefined || act.number !== number) {
        this.findings.add('check.monthAct', { month }, { act: act.act, number: act.number, state });
        return;
      }
      state = allowed.to;
    }
    if (state !== stands) this.findings.add('check.monthState', { month }, { state: stands, acts: state });
    // A seal stands beside the month and leaves its row as it was held.
    const last = acts.filter(({ act }) => act !== 'sealed').at(-1);
    if (last === undefined) this.checkOpened({ month, changedBy, changedAt });
    if (last === undefined || (last.doneBy === changedBy && last.doneAt === changedAt)) return;
    this.findings.add('check.monthChanged', { month }, { kept: changedAt, found: last.doneAt });
  }

  /**
   * A month without acts opened as the month before was held, or with the first voucher that reached it. The
   * first month opened with the books, of which nothing else is kept.
   */
  private checkOpened(kept: Omit<KeptMonth, 'state'>): void {
    const { months, acts, start } = this.given;
    const { month, changedBy, changedAt } = kept;
    // What is checked behind a seal has not seen the vouchers before it.
    if (month === months[0]?.month || start.position > 0) return;
    const holds = acts.filter(({ act, month: held }) => act === 'held' && addMonths(held, 1) === month);
    if (holds.some(({ doneBy, doneAt }) => doneBy === changedBy && doneAt === changedAt)) return;
    const reach = this.reached.find(({ to }) => to >= month);
    const isThen =
      reach?.by === changedBy &&
      changedAt <= reach.at &&
      (changedAt >= reach.after || reach.at === reach.after);
    if (!isThen) this.findings.add('check.monthOpened', { month }, { kept: changedAt });
  }
}

/** The first voucher as late as this month: by whom and when it was booked, and when the one before. */
interface Reach {
  readonly to: Month;
  readonly by: string;
  readonly at: string;
  readonly after: string;
}

const RANK: Readonly<Record<MonthState, number>> = { open: 0, held: 1, sealed: 2 };

interface Transition {
  readonly act: string;
  readonly to: MonthState;
}

function transitionsOf(state: MonthState): readonly Transition[] {
  return MONTH_ACTS[state];
}
