import { mostNewIncome } from '../../domain/distribution/new-income';
import { boundOf } from '../../domain/distribution/plan-bounds';
import type { PlanGround } from '../../domain/distribution/plan-ground';
import { type AskedNumber, askedNumbers, type PlanNumber } from '../../domain/distribution/plan-numbers';
import type { UseFacts } from '../../domain/distribution/use-facts';
import { type Fen, plainYuan, readYuan } from '../../domain/money/fen';
import { type PolicyPack, type PoolId, bucketsOf } from '../../domain/policy/pack';
import { saysOfNumber } from '../../domain/policy/pack-by-clause';
import { newIncomeWords } from '../../glossary/new-income-words';
import { numberText } from '../../glossary/policy-register-texts';
import { numberWords } from '../../glossary/remarks';
import { labelOf } from '../../glossary/terms';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { citedClause } from '../../platform/views/cited-clause';
import { fullDayText } from '../../platform/views/day-text';
import { claimCount, claimsUnder } from './draft-claims.view';
import type { DraftNumber, HeldNumber } from './draft-numbers.pages';
import type { LastYear, UseBound } from './plan-parts.pages';
import type { DistributionPlan, PlannedLine } from './plan-read.service';
import { LEFT_OVER, shareTexts } from './share-texts';

/** The bounds that the uses of a plan are held to, by use. */
export function useBounds(facts: UseFacts): ReadonlyMap<string, UseBound> {
  return new Map(
    bucketsOf(facts.pack, facts.pool).flatMap((bucket): [string, UseBound][] => {
      const bound = boundOf(facts, bucket);
      if (bound === undefined) return [];
      return [[bucket.id, { ...bound, clause: citedClause(facts.pack, bound.clause) }]];
    }),
  );
}

/** Whether an amount is outside the bound of its use. */
export function isOutside(amount: Fen, bound: UseBound | undefined): boolean {
  if (bound === undefined) return false;
  const tooLittle = amount < bound.amount && bound.side !== 'cap';
  return tooLittle || (amount > bound.amount && bound.side !== 'floor');
}

/** What a plan gave to each use, its share of what there was, and to how many, as pages show it. */
export function lastYearOf(plan: DistributionPlan | undefined): ReadonlyMap<string, LastYear> {
  if (plan === undefined) return new Map();
  const parts = plan.lines.map(({ bucket, amount }) => ({ key: bucket.id, amount }));
  const shares = shareTexts(BigInt(plan.figures.distributable), parts);
  return new Map(
    plan.lines.map(({ bucket: { id }, amount, claims }) => [
      id,
      { amount, share: shares.get(id) ?? '', people: countsText(claims) },
    ]),
  );
}

/** How many people and how many households claims are for; undefined where neither is counted. */
function countsText(claims: PlannedLine['claims']): string | undefined {
  const counts = (['person', 'household'] as const).flatMap((unit) => {
    const own = claims.filter((claim) => claim.unit === unit);
    const count = own.reduce((sum, { beneficiaries }) => sum + beneficiaries, 0);
    return count === 0 ? [] : [`${String(count)}${labelOf(`unit.${unit}`)}`];
  });
  return counts.length === 0 ? undefined : counts.join(' ');
}

/** What was left of the plan a year before, and all there was then. */
export function leftLastYear(
  plan: DistributionPlan | undefined,
): (LastYear & { readonly distributable: Fen }) | undefined {
  if (plan === undefined) return undefined;
  const distributable = BigInt(plan.figures.distributable);
  const parts = plan.lines.map(({ bucket, amount }) => ({ key: bucket.id, amount }));
  const share = shareTexts(distributable, parts).get(LEFT_OVER) ?? '';
  return { amount: BigInt(plan.figures.leftOver), share, distributable };
}

/** The numbers a draft has to know beside the document's: given with their paper, typed, or awaited. */
export function draftNumbers(
  pack: PolicyPack,
  pool: PoolId,
  known: { readonly numbers: readonly PlanNumber[]; readonly ground: PlanGround },
): DraftNumber[] {
  const { numbers, ground } = known;
  return askedNumbers(pack, pool).map((asked): DraftNumber => {
    const { id, unit, decidedBy } = asked;
    const number = numbers.find((each) => each.id === id);
    const { value, from } = number ?? {};
    const isSettled = value !== undefined && (decidedBy === 'county' || from !== undefined);
    return {
      id,
      ...saidOf(pack, asked),
      unit: labelOf(`unitAsked.${unit}`),
      reckoning: id === 'new_income' ? newIncomeSteps(ground) : [],
      ...(isSettled
        ? { given: { value: numberText(value, unit), paper: paperOf(number) } }
        : { awaited: decidedBy === 'county' }),
    };
  });
}

/** How the books come to new income; nothing where they tell nothing of it. */
function newIncomeSteps(ground: PlanGround | undefined): string[] {
  const { year, newIncome } = ground?.year ?? {};
  if (year === undefined || newIncome === undefined) return [];
  const before = String(Number(year) - 1);
  const { thisYear, lastYear } = newIncome;
  const { year: ofYear, unknown, most } = newIncomeWords;
  const last = lastYear === undefined ? unknown(before) : ofYear(before, lastYear);
  return [ofYear(year, thisYear), last, most(mostNewIncome(newIncome))];
}

/** What the books say of the numbers that a village types, by their field: what a form begins with. */
export function knownNumbers({ year: { newIncome } }: PlanGround): Record<string, string> {
  if (newIncome?.lastYear === undefined) return {};
  return { 'decisions[new_income]': plainYuan(mostNewIncome(newIncome)) };
}

/**
 * The numbers a plan is judged by beside the document's own: what the village decided with it, what the
 * county gave, and in whose place of the document's numbers a stricter one of the county stands.
 */
export function heldNumbers(
  pack: PolicyPack,
  pool: PoolId,
  known: { readonly numbers: readonly PlanNumber[]; readonly ground: PlanGround | undefined },
): HeldNumber[] {
  const { numbers, ground } = known;
  const asked = askedNumbers(pack, pool).map((each): HeldNumber => {
    const number = numbers.find(({ id }) => id === each.id);
    const { value, from } = number ?? {};
    const { village, awaited, notTyped } = numberWords;
    const nobody = each.decidedBy === 'county' ? awaited : notTyped;
    return {
      ...saidOf(pack, each),
      value: value === undefined ? undefined : numberText(value, each.unit),
      source: value === undefined ? nobody : from === undefined ? village : paperOf(number),
      reckoning: each.id === 'new_income' ? newIncomeSteps(ground) : [],
    };
  });
  const stricter = numbers.flatMap((number): HeldNumber[] => {
    const given = pack.values.find(({ id }) => id === number.id);
    if (given === undefined || number.value === undefined) return [];
    const label = widePunctuation(saysOfNumber(pack, number.id) ?? number.id);
    const value = numberText(number.value, given.unit);
    return [{ label, clause: citedClause(pack, given.cite), value, source: paperOf(number) }];
  });
  return [...asked, ...stricter];
}

function saidOf(
  pack: PolicyPack,
  { id, kind, cite, says }: AskedNumber,
): Pick<HeldNumber, 'label' | 'clause'> {
  const label = kind === 'sum' ? sumLabel(id, says) : widePunctuation(says);
  return { label, clause: citedClause(pack, cite) };
}

function paperOf(number: PlanNumber | undefined): string {
  return numberWords.given(fullDayText(number?.from ?? ''), number?.paper);
}

function sumLabel(id: string, says: string): string {
  const words = [labelOf(`whole.${id}`), widePunctuation(says)];
  return words.filter((text) => text !== '').join('：');
}

/** The form with a use's amount brought to its bound: the first of its claims takes the difference. */
export function filledTo(
  values: Readonly<Record<string, string>>,
  bucket: string,
  bound: Fen,
): Record<string, string> {
  const { rows, amount } = claimsUnder(values, bucket);
  const [row = claimCount(values)] = rows;
  const field = `claims[${String(row)}][amount]`;
  const typed = readYuan(values[field] ?? '') ?? 0n;
  const wanted = typed + bound - amount;
  return {
    ...values,
    [`claims[${String(row)}][bucket]`]: bucket,
    [field]: plainYuan(wanted > 0n ? wanted : 0n),
  };
}
