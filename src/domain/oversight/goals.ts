import { type CalendarDay, yearOf } from '../calendar/calendar-day';
import { plainYuan, readYuan } from '../money/fen';
import { compareRatios, readRatio } from '../money/ratio';
import type { Condition } from '../policy/condition';
import type { Goal, Level } from '../policy/duties';
import { atomsOf } from '../policy/quantity';
import { factKind, type PlainFacts } from '../policy/subjects';
import { type BooksSay, restAgainst, saidAgainst } from './books-say';
import { halfWidth } from '../shared/half-width';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readDay } from '../shared/typed-fields';

/** What a goal may be about, in the order in which it is asked. */
const FIGURES = [
  'value',
  'base',
  'part',
  'whole',
  'count',
  'count_of',
  'count_base',
  'years',
  'helped_people',
] as const;

/** Last year's figure is what was entered, or reckoned, as this one of the year before. */
const OF_LAST_YEAR: Readonly<Record<string, string>> = {
  last: 'value',
  part_last: 'part',
  whole_last: 'whole',
  count_last: 'count',
};

/** What is shown of a measure for which a document names no number. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  titled_assets: ['part', 'whole'],
  handed_over_assets: ['part', 'whole'],
  finished_in_year: ['part', 'whole'],
  share_to_target: ['part', 'whole'],
  pv_share_to_tagged: ['part', 'whole'],
  fiscal_share_of_cost: ['part', 'whole'],
  target_workers_share: ['part', 'whole'],
  contract_years: ['count', 'years'],
  workshops_and_workers: ['count', 'helped_people'],
  operator_linkage: ['count', 'count_of'],
  target_income_growth: ['value'],
  pv_target_income: ['value'],
  wage_arrears: ['value'],
  quantified_assets: ['part', 'whole'],
};

/** Of what a goal of a level has figures: the office itself, or each township or village below it. */
export function aboutOf(level: Level): 'office' | 'townships' | 'villages' {
  if (level === 'township') return 'townships';
  return level === 'village' || level === 'household' || level === 'contract' ? 'villages' : 'office';
}

/** Levels of which there are many within one place that gives a single figure for all of them. */
const MANY_WITHIN: readonly Level[] = ['household', 'contract', 'department'];

/**
 * Which of many a single figure stands for: where each household has to reach a number, the one that has
 * least tells whether all do. Undefined where the figure is that of the place itself.
 */
export function standsFor({ level, need }: Pick<Goal, 'level' | 'need'>): 'lowest' | 'highest' | undefined {
  if (!MANY_WITHIN.includes(level)) return undefined;
  const operators = need.flatMap((each) => (each.kind === 'amounts' ? [each.operator] : []));
  if (operators.some((each) => each === 'at_least' || each === 'more_than')) return 'lowest';
  return operators.some((each) => each === 'at_most' || each === 'less_than') ? 'highest' : undefined;
}

/** Every figure a goal speaks of, those of last year among them. */
export function figuresOf(goal: Goal): string[] {
  const named = goal.need.flatMap(namedIn);
  const shown = SHOWN[goal.measure] ?? ['count'];
  return [...new Set(goal.need.length === 0 ? shown : named)];
}

/** The figures that are asked for a year; last year's are those of the year before. */
export function askedOf(goal: Goal): string[] {
  const asked = figuresOf(goal).map((name) => OF_LAST_YEAR[name] ?? name);
  return FIGURES.filter((name) => asked.includes(name));
}

function namedIn(condition: Condition): string[] {
  if ('of' in condition) return condition.of.flatMap(namedIn);
  if (condition.kind !== 'amounts') return [];
  const atoms = [...atomsOf(condition.left), ...atomsOf(condition.right)];
  return atoms.flatMap((atom) => (atom.kind === 'fact' ? [atom.id] : []));
}

/** The year a goal is about: its own, else the one that is looked at. */
export function yearOfGoal(goal: Goal, asked: number): number {
  return goal.year ?? asked;
}

/** What a goal is judged by in a year. @param of a figure of a year; undefined where nobody knows it */
export function goalFacts(
  goal: Goal,
  year: number,
  of: (figure: string, year: number) => string | undefined,
): PlainFacts {
  return Object.fromEntries(
    figuresOf(goal).map((name) => {
      const before = OF_LAST_YEAR[name];
      return [name, before === undefined ? of(name, year) : of(before, year - 1)];
    }),
  );
}

/** How a goal stands over all it is about: missed where one misses it, undecided where one is not told. */
export function togetherOf(outcomes: readonly GoalOutcome[]): GoalOutcome {
  return (
    (['missed', 'undecided', 'shown', 'met'] as const).find((each) => outcomes.includes(each)) ?? 'undecided'
  );
}

/** What a goal says of its figures; it never stops anything. */
export type GoalOutcome = 'met' | 'missed' | 'undecided' | 'shown';

/** Figures as typed: of whom and which year, of which day and paper, by name. */
export interface FiguresForm {
  readonly aboutId: string;
  readonly year: string;
  readonly figuresOn: string;
  readonly paper: string;
  readonly figures: Readonly<Record<string, string>>;
}

/** One figure that was read. */
export interface ReadFigure {
  readonly figure: string;
  readonly value: string;
}

/** What typed figures are held against. */
export interface FiguresGround {
  readonly goal: Goal;
  readonly today: CalendarDay;
  readonly abouts: readonly string[];
  /** What the books tell of whom and which year the form names: nobody may say otherwise. */
  readonly known: BooksSay;
  /** What was typed before of the same and still holds, by its name; nothing where it is left out. */
  readonly standing?: PlainFacts;
}

/** No paper's name is longer. */
const PAPER_AT_MOST = 200;

/** Reads figures, or says everything that is wrong with them. Codes `figures.*`, `form.*`, `calendar.*`. */
export function readFigures(
  form: FiguresForm,
  ground: FiguresGround,
): { readonly figures: ReadFigure[]; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  if (!ground.abouts.includes(form.aboutId))
    problems.push({ code: 'form.notAllowed', field: 'aboutId', value: form.aboutId });
  problems.push(...yearProblems(form.year, ground), ...paperProblems(form, ground.today));
  const typed = Object.entries(form.figures).filter(([, text]) => text.trim() !== '');
  if (typed.length === 0) problems.push({ code: 'figures.nothing', field: 'figures' });
  const figures = typed.flatMap(([figure, text]): ReadFigure[] => {
    const field = `figures.${figure}`;
    const value = asTold(readFigure(figure, text), { measure: ground.goal.measure, figure });
    const problem = figureProblem({ figure, value }, ground);
    if (problem !== undefined) problems.push({ field, value: text.trim(), ...problem });
    return value === undefined ? [] : [{ figure, value }];
  });
  return { figures, problems: [...problems, ...wholeProblems(figures, ground)] };
}

/**
 * Of what is a part of something there is no more than of the whole, typed beside it, on the books, or typed
 * before.
 */
function wholeProblems(
  figures: readonly ReadFigure[],
  { known, standing = {} }: Pick<FiguresGround, 'known' | 'standing'>,
): Problem[] {
  const typed = (name: string): string | undefined => figures.find(({ figure }) => figure === name)?.value;
  const valueOf = (name: string): string | undefined => typed(name) ?? known.exact[name] ?? standing[name];
  const [part, whole] = [valueOf('part'), valueOf('whole')];
  if (part === undefined || whole === undefined || (typed('part') ?? typed('whole')) === undefined) return [];
  const against = restAgainst(known, { part, whole });
  if (compareRatios(readRatio(part), readRatio(whole)) <= 0)
    return against === undefined
      ? []
      : [{ code: 'figures.restOnBooks', field: 'figures.part', value: part, facts: { whole, ...against } }];
  const field = typed('part') === undefined ? 'figures.whole' : 'figures.part';
  return [{ code: 'figures.partAboveWhole', field, value: part, facts: { whole } }];
}

/** Of what a figure of these measures tells people, by its name: there is no half of one. */
const PEOPLE: Readonly<Record<string, readonly string[]>> = {
  posts: ['count', 'count_base'],
  forest_rangers: ['count'],
  target_workers_share: ['part', 'whole'],
};

/** Whether a figure of a measure tells people: a whole number, and no money. */
function tellsPeople(measure: string, figure: string): boolean {
  return figure === 'helped_people' || PEOPLE[measure]?.includes(figure) === true;
}

/** As a figure is shown: people without the two decimals that the same figure has where it is money. */
export function asTold(
  value: string | undefined,
  of: { readonly measure: string; readonly figure: string },
): string | undefined {
  return tellsPeople(of.measure, of.figure) ? value?.replace(/\.0+$/, '') : value;
}

function figureProblem(
  { figure, value }: { readonly figure: string; readonly value: string | undefined },
  { goal, known }: FiguresGround,
): Pick<Problem, 'code' | 'facts'> | undefined {
  if (!askedOf(goal).includes(figure)) return { code: 'figures.notAsked' };
  const said = saidAgainst(known, figure, value ?? '0');
  if (said !== undefined && (value !== undefined || said.code === 'figures.booksKnow'))
    return { code: said.code, facts: { ledger: said.ledger } };
  if (value === undefined) return { code: 'figures.notNumber' };
  const isHalf = tellsPeople(goal.measure, figure) && !/^\d+$/.test(value);
  return isHalf ? { code: 'figures.notPeople' } : undefined;
}

/** Yuan and other quantities with two decimals, counts with four; thousands may stand apart. */
function readFigure(figure: string, text: string): string | undefined {
  const plain = halfWidth(text).trim();
  if (factKind('indicator', figure) !== 'count') {
    const fen = readYuan(plain);
    return fen === undefined ? undefined : plainYuan(fen);
  }
  const count = plain.replace(/(?<=\d),(?=\d{3}(?:\D|$))/g, '');
  return /^\d{1,12}(\.\d{1,4})?$/.test(count) ? count : undefined;
}

function yearProblems(text: string, { goal, today }: FiguresGround): Problem[] {
  const at = { field: 'year', value: text };
  if (!/^(19|20)\d\d$/.test(text)) return [{ code: 'calendar.notAYear', ...at }];
  const year = Number(text);
  if (year > yearOf(today)) return [{ code: 'figures.yearToCome', ...at, facts: { today } }];
  const isOther = goal.year !== undefined && year !== goal.year && year !== goal.year - 1;
  return isOther ? [{ code: 'figures.otherYear', ...at, facts: { year: String(goal.year) } }] : [];
}

function paperProblems(
  { figuresOn, paper, year }: Pick<FiguresForm, 'figuresOn' | 'paper' | 'year'>,
  today: CalendarDay,
): Problem[] {
  const problems: Problem[] = [];
  const day = readDay({ field: 'figuresOn', value: figuresOn }, problems);
  if (day !== undefined && day > today)
    problems.push({ code: 'assetLife.notYet', field: 'figuresOn', value: figuresOn, facts: { today } });
  if (day !== undefined && day < `${year}-01-01`)
    problems.push({ code: 'figures.beforeYear', field: 'figuresOn', value: figuresOn, facts: { year } });
  if (paper.trim() === '') problems.push({ code: 'form.missing', field: 'paper' });
  if ([...paper].length > PAPER_AT_MOST)
    problems.push({ code: 'form.tooLong', field: 'paper', facts: { max: PAPER_AT_MOST } });
  return [...problems, ...privateNumberProblems({ paper })];
}
