import type { Fen } from '../money/fen';
import type { PoolId } from '../policy/pack';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readAmount } from '../shared/typed-fields';
import {
  type ExpectedMoney,
  postsAmount,
  type PostsOfYear,
  type ProposedMoney,
  type YearPlanContent,
  type YearUse,
} from './year-plan';

/** A figure of expected money as typed: blank, it is what the books propose, or nothing. */
export interface YearMoneyForm {
  readonly moneyCode: string;
  readonly amount: string;
  readonly why: string;
}

/** A use as typed: either its amount, or people, standard and months. */
export interface YearUseForm {
  readonly bucket: string;
  readonly forWhat: string;
  readonly postPeople: string;
  readonly postStandard: string;
  readonly postMonths: string;
  readonly amount: string;
}

/** A yearly use plan as typed. */
export interface YearPlanForm {
  readonly pool: string;
  readonly year: string;
  readonly money: readonly YearMoneyForm[];
  readonly uses: readonly YearUseForm[];
  readonly reserve: string;
  readonly reserveFor: string;
  /** Why a decided plan of the year is revised. */
  readonly changeWhy: string;
  /** The keeper's proposal from which it was drafted, by its id; blank or absent where it was from none. */
  readonly proposal?: string;
  readonly reasons?: Readonly<Record<string, string>>;
  readonly decisions?: Readonly<Record<string, string>>;
}

/** Of which pool and year a plan is typed. */
export interface YearOfPool {
  readonly pool: PoolId;
  readonly year: number;
}

/**
 * Reads pool and year: this year or the next. Codes `form.notAllowed`, `calendar.notAYear`,
 * `yearPlan.otherYear`.
 */
export function readYearOfPool(
  form: Pick<YearPlanForm, 'pool' | 'year'>,
  thisYear: number,
): { readonly of: YearOfPool; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  if (form.pool !== 'pv' && form.pool !== 'other')
    problems.push({ code: 'form.notAllowed', field: 'pool', value: form.pool });
  const text = form.year.trim();
  const year = Number(text);
  if (!/^\d{4}$/.test(text)) problems.push({ code: 'calendar.notAYear', field: 'year', value: text });
  else if (year !== thisYear && year !== thisYear + 1)
    problems.push({ code: 'yearPlan.otherYear', field: 'year', value: text, facts: { thisYear } });
  return { of: { pool: form.pool === 'other' ? 'other' : 'pv', year }, problems };
}

/**
 * Reads what is expected, used and kept back; everything that is wrong at once. Codes `form.*`, `money.*`,
 * `uses.bucketUnknown`, `yearPlan.whyMissing`, `yearPlan.notTheProduct`, `yearPlan.postsInPart`,
 * `yearPlan.moneyUnknown`.
 */
export function readYearPlan(
  form: YearPlanForm,
  known: { readonly proposed: readonly ProposedMoney[]; readonly buckets: readonly string[] },
): { readonly content: YearPlanContent; readonly problems: Problem[] } {
  const problems: Problem[] = form.money.flatMap(({ moneyCode }, index): Problem[] => {
    if (known.proposed.some(({ code }) => code === moneyCode)) return [];
    return [{ code: 'yearPlan.moneyUnknown', field: `money.${String(index)}.moneyCode`, value: moneyCode }];
  });
  const money = known.proposed.map((each) => {
    const index = form.money.findIndex(({ moneyCode }) => moneyCode === each.code);
    const { amount = '', why = '' } = form.money[index] ?? {};
    return readMoney(each, { amount, why, at: `money.${String(index < 0 ? 0 : index)}.` }, problems);
  });
  const uses = form.uses.map((use, index) =>
    readUse(use, { buckets: known.buckets, at: `uses.${String(index)}.` }, problems),
  );
  const reserve = blank(form.reserve)
    ? 0n
    : (readAmount({ field: 'reserve', value: form.reserve }, 'zero', problems) ?? 0n);
  if (reserve > 0n && blank(form.reserveFor)) problems.push({ code: 'form.missing', field: 'reserveFor' });
  problems.push(
    ...privateNumberProblems({ reserveFor: form.reserveFor, changeWhy: form.changeWhy }),
    ...privateNumberProblems(
      Object.fromEntries(Object.entries(form.reasons ?? {}).map(([key, text]) => [`reasons.${key}`, text])),
    ),
  );
  return { content: { money, uses, reserve }, problems };
}

/** Another figure than the books propose has its reason; so has one they tell nothing of. */
function readMoney(
  proposal: ProposedMoney,
  typed: { readonly amount: string; readonly why: string; readonly at: string },
  problems: Problem[],
): ExpectedMoney {
  const { proposed } = proposal;
  const why = typed.why.trim();
  problems.push(...privateNumberProblems({ [`${typed.at}why`]: why }));
  if (blank(typed.amount)) return { ...proposal, amount: proposed ?? 0n, why: '' };
  const amount = readAmount({ field: `${typed.at}amount`, value: typed.amount }, 'zero', problems) ?? 0n;
  if (amount === proposed) return { ...proposal, amount, why: '' };
  const needsWhy = proposed !== undefined || amount > 0n;
  if (needsWhy && why === '') problems.push({ code: 'yearPlan.whyMissing', field: `${typed.at}why` });
  return { ...proposal, amount, why };
}

function readUse(
  form: YearUseForm,
  known: { readonly buckets: readonly string[]; readonly at: string },
  problems: Problem[],
): YearUse {
  const { at } = known;
  const forWhat = form.forWhat.trim();
  if (!known.buckets.includes(form.bucket))
    problems.push({ code: 'uses.bucketUnknown', field: `${at}bucket`, value: form.bucket });
  if (forWhat === '') problems.push({ code: 'form.missing', field: `${at}forWhat` });
  problems.push(...privateNumberProblems({ [`${at}forWhat`]: forWhat }));
  const posts = readPosts(form, at, problems);
  return { bucket: form.bucket, forWhat, posts, amount: amountOf(form, { posts, at }, problems) };
}

/** The amount that was typed, or what the posts come to; both only where they are the same. */
function amountOf(
  form: YearUseForm,
  { posts, at }: { readonly posts: PostsOfYear | undefined; readonly at: string },
  problems: Problem[],
): Fen {
  if (posts !== undefined && blank(form.amount)) return postsAmount(posts);
  if (posts === undefined && saysPosts(form) && blank(form.amount)) return 0n;
  const field = `${at}amount`;
  const amount = readAmount({ field, value: form.amount }, 'aboveZero', problems) ?? 0n;
  if (posts !== undefined && amount > 0n && amount !== postsAmount(posts)) {
    const facts = { product: postsAmount(posts) };
    problems.push({ code: 'yearPlan.notTheProduct', field, value: form.amount, facts });
  }
  return amount;
}

function saysPosts(form: YearUseForm): boolean {
  return POST_FIELDS.some((field) => !blank(form[field]));
}

function readPosts(form: YearUseForm, at: string, problems: Problem[]): PostsOfYear | undefined {
  if (!saysPosts(form)) return undefined;
  const missing = POST_FIELDS.filter((field) => blank(form[field]));
  problems.push(...missing.map((field) => ({ code: 'yearPlan.postsInPart', field: `${at}${field}` })));
  if (missing.length > 0) return undefined;
  const count = (field: 'postPeople' | 'postMonths', most: number): number => {
    const value = form[field].trim();
    const number = /^\d{1,4}$/.test(value) ? Number(value) : 0;
    if (number >= 1 && number <= most) return number;
    problems.push({ code: 'yearPlan.count', field: `${at}${field}`, value, facts: { most } });
    return 0;
  };
  const [people, months] = [count('postPeople', MOST_PEOPLE), count('postMonths', 12)];
  const standard = readAmount(
    { field: `${at}postStandard`, value: form.postStandard },
    'aboveZero',
    problems,
  );
  if (people === 0 || months === 0 || standard === undefined) return undefined;
  return { people, standard, months };
}

const POST_FIELDS = ['postPeople', 'postStandard', 'postMonths'] as const;

/** No use of a village pays more people than that. */
const MOST_PEOPLE = 2000;

function blank(text: string): boolean {
  return text.trim() === '';
}

/** Every text of a year's plan by its field, as it was typed. */
export function yearPlanTexts(form: YearPlanForm): Record<string, string> {
  const { uses, money, reasons = {}, reserveFor, changeWhy } = form;
  const texts: [string, string][] = [
    ...uses.map(({ forWhat }, index): [string, string] => [`uses.${String(index)}.forWhat`, forWhat]),
    ...money.map(({ why }, index): [string, string] => [`money.${String(index)}.why`, why]),
    ...Object.entries(reasons).map(([key, text]): [string, string] => [`reasons.${key}`, text]),
  ];
  return { ...Object.fromEntries<string>(texts), reserveFor, changeWhy };
}
