import type { ToldRelease, ToldReserve } from '../ledger/told-reserves';
import type { Fen } from '../money/fen';
import type { YearLeft } from './year-beside';
import { keepNewIncome, type KeptNewIncome, type NewIncome, readNewIncome } from './new-income';

/** What came in over some days, and what was taken off by kind of cost; fen. */
export interface GroundSums {
  readonly received: Fen;
  readonly costs: Readonly<Record<string, Fen>>;
}

/** A cost taken off in the plan's period, with the reason written for it. */
export interface GroundCost {
  readonly id: string;
  readonly kind: string;
  readonly amount: Fen;
  readonly reason: string;
}

/**
 * What the books said of a plan's period and of its year when it was drafted. The plan keeps it, so that what
 * was judged once is judged the same for ever.
 */
export interface PlanGround {
  readonly deductions: readonly GroundCost[];
  readonly period: GroundSums;
  /** The year in which the period ends, through its last day: every pool that the same rules speak of. */
  readonly year: GroundSums & {
    readonly year: string;
    /** Whether nothing of the year is to come. */
    readonly isOver: boolean;
    /** What approved plans of the year give to each use, without the one that stands on this. */
    readonly used: Readonly<Record<string, Fen>>;
    /** Income beside last year's, where the document gives a share of new income and the books tell it. */
    readonly newIncome?: NewIncome;
  };
  /** What was set aside of the pool when it was drafted; plans of the first two forms kept nothing of it. */
  readonly reserves?: readonly ToldReserve[];
  /** What was left of the decided plan of its year when it was drafted; absent where none was decided. */
  readonly yearPlan?: YearLeft;
}

/** The ground as it is kept: fen as digits. */
export interface KeptGround {
  readonly deductions: readonly (Omit<GroundCost, 'amount'> & { readonly amount: string })[];
  readonly period: KeptSums;
  readonly year: KeptSums & {
    readonly year: string;
    readonly isOver: boolean;
    readonly used: Readonly<Record<string, string>>;
    readonly newIncome?: KeptNewIncome;
  };
  readonly reserves?: readonly KeptTold[];
  readonly yearPlan?: { readonly planId: string; readonly left: Readonly<Record<string, string>> };
}

interface KeptTold extends Omit<ToldReserve, 'amount' | 'releasedBefore' | 'releases'> {
  readonly amount: string;
  readonly releasedBefore: string;
  readonly releases: readonly (Omit<ToldRelease, 'amount'> & { readonly amount: string })[];
}

interface KeptSums {
  readonly received: string;
  readonly costs: Readonly<Record<string, string>>;
}

/** The same ground always as the same data: uses and kinds of cost in the order of their ids. */
export function keepGround({ deductions, period, year, reserves, yearPlan }: PlanGround): KeptGround {
  return {
    deductions: deductions.map(({ id, kind, amount, reason }) => {
      return { id, kind, amount: amount.toString(), reason };
    }),
    period: { received: period.received.toString(), costs: digits(period.costs) },
    year: {
      year: year.year,
      isOver: year.isOver,
      received: year.received.toString(),
      costs: digits(year.costs),
      used: digits(year.used),
      ...(year.newIncome === undefined ? {} : { newIncome: keepNewIncome(year.newIncome) }),
    },
    ...(reserves === undefined ? {} : { reserves: reserves.map(keepReserve) }),
    ...(yearPlan === undefined ? {} : { yearPlan: { ...yearPlan, left: digits(yearPlan.left) } }),
  };
}

/** A ground that was kept. */
export function readGround({ deductions, period, year, reserves, yearPlan }: KeptGround): PlanGround {
  const { newIncome, ...sums } = year;
  return {
    deductions: deductions.map((cost) => ({ ...cost, amount: BigInt(cost.amount) })),
    period: { received: BigInt(period.received), costs: fens(period.costs) },
    year: {
      ...sums,
      received: BigInt(year.received),
      costs: fens(year.costs),
      used: fens(year.used),
      ...(newIncome === undefined ? {} : { newIncome: readNewIncome(newIncome) }),
    },
    ...(reserves === undefined ? {} : { reserves: reserves.map(readReserve) }),
    ...(yearPlan === undefined ? {} : { yearPlan: { ...yearPlan, left: fens(yearPlan.left) } }),
  };
}

function keepReserve({ id, purpose, paper, setOn, ...fen }: ToldReserve): KeptTold {
  return {
    ...{ id, purpose, paper, setOn },
    amount: fen.amount.toString(),
    releasedBefore: fen.releasedBefore.toString(),
    releases: fen.releases.map(({ on, amount, reason }) => ({ on, amount: amount.toString(), reason })),
  };
}

function readReserve({ amount, releasedBefore, releases, ...told }: KeptTold): ToldReserve {
  return {
    ...told,
    amount: BigInt(amount),
    releasedBefore: BigInt(releasedBefore),
    releases: releases.map((each) => ({ ...each, amount: BigInt(each.amount) })),
  };
}

function digits(sums: Readonly<Record<string, Fen>>): Record<string, string> {
  const inOrder = Object.entries(sums).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(inOrder.map(([id, amount]) => [id, amount.toString()]));
}

function fens(sums: Readonly<Record<string, string>>): Record<string, Fen> {
  return Object.fromEntries(Object.entries(sums).map(([id, amount]) => [id, BigInt(amount)]));
}
