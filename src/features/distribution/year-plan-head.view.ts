import type { Step } from '../../domain/approvals/route';
import {
  costKindOf,
  type ProposedMoney,
  YEAR_SOURCES,
  yearFigures,
  type YearPlanContent,
} from '../../domain/distribution/year-plan';
import { plainYuan } from '../../domain/money/fen';
import { type Bucket, bucketsOf } from '../../domain/policy/pack';
import { planHistory } from '../../glossary/remarks';
import { moneyName, type NamedBy } from '../../glossary/year-money-words';
import { yearPlanWords } from '../../glossary/year-plan-words';
import type { WaterfallRow } from '../../platform/views/waterfall';
import type { RouteStepView } from './plan-parts.pages';
import type { YearPlan } from './year-plan-read.service';

/** The uses that get something, in the pack's order. */
export function usedBuckets({ pack, pool, content }: Pick<YearPlan, 'pack' | 'pool' | 'content'>): Bucket[] {
  return bucketsOf(pack, pool).filter(({ id }) => content.uses.some(({ bucket }) => bucket === id));
}

/** What a box of expected money suggests. */
export function suggestionOf({ proposed }: ProposedMoney): string {
  return proposed === undefined ? '' : plainYuan(proposed);
}

/** The year's equation line by line; what is nothing has no line, but what is carried over. */
export function equationOf(content: YearPlanContent, by: NamedBy): WaterfallRow[] {
  const { expected } = yearFigures(content);
  const rows = content.money.flatMap((each): WaterfallRow[] => {
    const { code, amount } = each;
    const [first] = YEAR_SOURCES;
    if (amount === 0n && code !== first) return [];
    const label = moneyName(code, by);
    if (costKindOf(code) !== undefined) return [{ kind: 'out', label, fen: amount }];
    if (amount < 0n) return [{ kind: 'out', label, fen: -amount }];
    return [{ kind: code === first ? 'carried' : code === 'subsidy' ? 'subsidy' : 'in', label, fen: amount }];
  });
  return [...rows, { kind: 'total', label: yearPlanWords.expected, fen: expected }];
}

/** The steps of its route, each as far as it is. */
export function yearRouteOf(steps: readonly Step[], plan?: YearPlan): RouteStepView[] {
  const drafting = plan === undefined || plan.state === 'drafted' || plan.state === 'returned';
  const decisions = drafting ? [] : plan.decisions;
  return [
    { name: planHistory.draftStep(), state: drafting ? 'current' : 'done' },
    ...steps.map((step, index): RouteStepView => {
      const closedOn = decisions[index]?.decidedOn;
      const isNext = !drafting && index === decisions.length;
      const state = closedOn !== undefined ? 'done' : isNext ? 'current' : 'waiting';
      return { name: step.name, state, closedOn };
    }),
  ];
}
