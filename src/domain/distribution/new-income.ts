import type { AssetKind } from '../assets/asset-classes';
import { incomeKindOf } from '../income/income-nature';
import type { Pool } from '../ledger/journal-entry';
import { type Fen, sumFen } from '../money/fen';
import type { Problem } from '../shared/problem';

/** Income as a line of the books says it, in fen; below zero where it was taken back. */
export interface EarnedLine {
  readonly pool: Pool;
  readonly amount: Fen;
  readonly assetKind: AssetKind | undefined;
  /** What whoever entered it called it in the document's words. */
  readonly saidKind: string | undefined;
}

/** A year's income: of stations, of fixed assets, and of everything else, in fen. */
export interface EarnedSums {
  readonly pv: Fen;
  readonly fixedAsset: Fen;
  readonly rest: Fen;
}

/** This year's income up to a day beside all of last year's; last year is unknown before the books began. */
export interface NewIncome {
  readonly thisYear: EarnedSums;
  readonly lastYear: EarnedSums | undefined;
}

/**
 * Tells a year's income apart as the bonus of officers asks for it. Whatever is PV money is PV; what the
 * person who entered it said goes before what its asset surely is. Source: DC 三(一)11.
 */
export function earnedSums(lines: readonly EarnedLine[]): EarnedSums {
  const isOf = (kind: string) => (line: EarnedLine) => kindOf(line) === kind;
  const total = (counts: (line: EarnedLine) => boolean): Fen =>
    sumFen(lines.filter(counts).map(({ amount }) => amount));
  return { pv: total(isOf('pv')), fixedAsset: total(isOf('fixed_asset')), rest: total(isOf('rest')) };
}

function kindOf({ pool, assetKind, saidKind }: EarnedLine): 'pv' | 'fixed_asset' | 'rest' {
  if (pool === 'pv') return 'pv';
  const kind = saidKind ?? (assetKind === undefined ? undefined : incomeKindOf(assetKind));
  return kind === 'pv' || kind === 'fixed_asset' ? kind : 'rest';
}

/**
 * The most that may be called new income: what is neither PV nor fixed assets, this year less last year, and
 * never below zero. How new income is reckoned the document does not say; the village may count less, never
 * more. Where the books do not hold last year nothing is taken off. Source: DC 三(一)11 (interpretation).
 */
export function mostNewIncome({ thisYear, lastYear }: NewIncome): Fen {
  const more = thisYear.rest - (lastYear?.rest ?? 0n);
  return more > 0n ? more : 0n;
}

/** Code `plan.newIncomeAboveBooks` where a village counts more than its books tell. */
export function newIncomeProblems(typed: Fen | undefined, books: NewIncome | undefined): Problem[] {
  if (typed === undefined || books === undefined) return [];
  const most = mostNewIncome(books);
  if (typed <= most) return [];
  const facts = { most, excess: typed - most };
  return [{ code: 'plan.newIncomeAboveBooks', field: 'decisions.new_income', facts }];
}

/** As it is kept with a plan: fen as digits. */
export interface KeptNewIncome {
  readonly thisYear: KeptEarned;
  readonly lastYear: KeptEarned | null;
}

type KeptEarned = Readonly<Record<keyof EarnedSums, string>>;

export function keepNewIncome({ thisYear, lastYear }: NewIncome): KeptNewIncome {
  return { thisYear: digits(thisYear), lastYear: lastYear === undefined ? null : digits(lastYear) };
}

export function readNewIncome({ thisYear, lastYear }: KeptNewIncome): NewIncome {
  return { thisYear: fens(thisYear), lastYear: lastYear === null ? undefined : fens(lastYear) };
}

function digits({ pv, fixedAsset, rest }: EarnedSums): KeptEarned {
  return { pv: String(pv), fixedAsset: String(fixedAsset), rest: String(rest) };
}

function fens({ pv, fixedAsset, rest }: KeptEarned): EarnedSums {
  return { pv: BigInt(pv), fixedAsset: BigInt(fixedAsset), rest: BigInt(rest) };
}
