import { type Fen, sumFen } from '../money/fen';
import { DomainError } from '../shared/domain-error';

/** Where money of a year is expected to come from; a cost stands as `cost:<kind>`. */
export const YEAR_SOURCES = ['carried_over', 'unspent', 'energy', 'subsidy', 'rent', 'other_income'] as const;
export type YearSource = (typeof YEAR_SOURCES)[number];

/**
 * What a figure was proposed from: what was left of the year before, what of its promises will never be
 * granted and came back, what came or was paid in it, what contracts make due, what is owed and has not
 * come; or the books tell nothing of it.
 */
export const YEAR_BASES = ['carried', 'released', 'lastYear', 'contracts', 'owed', 'none'] as const;
export type YearBasis = (typeof YEAR_BASES)[number];

/** A figure as the books propose it; undefined where they tell nothing of it. Fen. */
export interface ProposedMoney {
  readonly code: string;
  readonly proposed: Fen | undefined;
  readonly basis: YearBasis;
}

/** Money that is expected, or a cost; why it is another figure than the books propose. Fen. */
export interface ExpectedMoney extends ProposedMoney {
  readonly amount: Fen;
  readonly why: string;
}

/** So many people, each at a standard a month, for so many months. */
export interface PostsOfYear {
  readonly people: number;
  readonly standard: Fen;
  readonly months: number;
}

/** A use of a year: for what, how much, and how it is reckoned where it pays posts. */
export interface YearUse {
  readonly bucket: string;
  readonly forWhat: string;
  readonly posts: PostsOfYear | undefined;
  readonly amount: Fen;
}

/** What a yearly use plan says, before its steps. */
export interface YearPlanContent {
  readonly money: readonly ExpectedMoney[];
  readonly uses: readonly YearUse[];
  readonly reserve: Fen;
}

/** A year's equation: carried over + income − costs = expected; expected − used − reserve = left. Fen. */
export interface YearFigures {
  readonly carriedOver: Fen;
  readonly income: Fen;
  readonly costs: Fen;
  readonly expected: Fen;
  readonly used: Fen;
  readonly reserve: Fen;
  readonly left: Fen;
}

const COST = 'cost:';

/** The kind of a cost; undefined of money that comes in. */
export function costKindOf(code: string): string | undefined {
  return code.startsWith(COST) ? code.slice(COST.length) : undefined;
}

export function costCode(kind: string): string {
  return `${COST}${kind}`;
}

/** Whether it is money of years before, which is in no share's whole: what was left, and what came back. */
function isCarried(code: string): boolean {
  return code === 'carried_over' || code === 'unspent';
}

/** The equation as it stands, also where more is used than is expected. */
export function yearFigures({ money, uses, reserve }: YearPlanContent): YearFigures {
  const sumOf = (is: (code: string) => boolean): Fen =>
    sumFen(money.filter(({ code }) => is(code)).map(({ amount }) => amount));
  const carriedOver = sumOf(isCarried);
  const costs = sumOf((code) => costKindOf(code) !== undefined);
  const income = sumOf((code) => !isCarried(code) && costKindOf(code) === undefined);
  const expected = carriedOver + income - costs;
  const used = sumFen(uses.map(({ amount }) => amount));
  return { carriedOver, income, costs, expected, used, reserve, left: expected - used - reserve };
}

/** What posts of a year come to. */
export function postsAmount({ people, standard, months }: PostsOfYear): Fen {
  return BigInt(people) * standard * BigInt(months);
}

/**
 * Nothing is promised that is not expected: what is used and kept back is no more than what is there.
 * @throws DomainError `yearPlan.withoutUses`, `yearPlan.aboveExpected` naming the excess
 */
export function requireWithinExpected(content: YearPlanContent): YearFigures {
  if (content.uses.length === 0) throw new DomainError('yearPlan.withoutUses');
  const figures = yearFigures(content);
  const { expected, used, reserve, left } = figures;
  if (left < 0n) throw new DomainError('yearPlan.aboveExpected', { expected, used, reserve, excess: -left });
  return figures;
}
