import { type CalendarDay, yearOf } from '../domain/calendar/calendar-day';
import { costKindOf, type ExpectedMoney, type ProposedMoney } from '../domain/distribution/year-plan';
import { yuanText } from '../domain/money/fen';
import { deductionKindsOf, type PolicyPack, type PoolId } from '../domain/policy/pack';
import { labelOf } from './terms';
import { yearPlanWords } from './year-plan-words';

/** By which pack, for which pool, names of costs are told. */
export interface NamedBy {
  readonly pack: PolicyPack;
  readonly pool: PoolId;
}

/** What a figure of expected money is called. */
export function moneyName(code: string, { pack, pool }: NamedBy): string {
  const kind = costKindOf(code);
  if (kind === undefined) return labelOf(`yearMoney.${code}`);
  const known = deductionKindsOf(pack, pool).find(({ id }) => id === kind)?.name;
  return known ?? labelOf(`deductionKind.${kind}`);
}

/** For which year a figure was proposed, and on which day. */
interface DraftedFor {
  readonly year: number;
  readonly draftedOn: CalendarDay;
}

/** What a figure of a year was proposed from; of a year before that was not over, up to which month. */
export function basisText({ basis }: Pick<ProposedMoney, 'basis'>, { year, draftedOn }: DraftedFor): string {
  if (basis !== 'lastYear' || yearOf(draftedOn) >= year) return labelOf(`yearBasis.${basis}`);
  return yearPlanWords.partOfYear(Number(draftedOn.slice(5, 7)));
}

/** Where a figure comes from, with what the books proposed where another was put. */
export function moneyFrom(money: ExpectedMoney, drafted: DraftedFor): string {
  const { proposed, amount } = money;
  const from = basisText(money, drafted);
  if (proposed === undefined || proposed === amount) return from;
  return yearPlanWords.instead(from, yuanText(proposed));
}
