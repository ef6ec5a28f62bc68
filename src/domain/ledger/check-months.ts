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
 * the month stands, by whom and when it came there; no entry booked into a month after its seal, whose place
 * in the chain still holds.
 */
export class MonthsPass implements CheckPass {
  readonly findings = new Findings('months');
  private readonly known: ReadonlySet<Month>;
  private readonly waiting: SealPlace[];
  private sealedTo = '';

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
    if (last === undefined || (last.doneBy === changedBy && last.doneAt === changedAt)) return;
    this.findings.add('check.monthChanged', { month }, { kept: changedAt, found: last.doneAt });
  }
}

const RANK: Readonly<Record<MonthState, number>> = { open: 0, held: 1, sealed: 2 };

interface Transition {
  readonly act: string;
  readonly to: MonthState;
}

function transitionsOf(state: MonthState): readonly Transition[] {
  return MONTH_ACTS[state];
}
