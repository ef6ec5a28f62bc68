import type { YearPlanNotice } from '../../domain/notices/year-plan-notice';
import type { SheetContext } from './sheet-context';
import { type Say, type SheetWordings, shippedWording } from './sheet-wording';

/** Every wording of the yearly plan's sheet, with the facts it may name. The template has exactly these. */
const WORDINGS = {
  'title.subject': 'year pool',
  lead: 'year decidedOn body due present inFavour reviewedOn reviewer',
  'sums.carriedOver': '',
  'sums.income': '',
  'sums.costs': '',
  'sums.expected': '',
  'money.heading': '',
  'money.name': '',
  'money.amount': '',
  'money.total': '',
  'money.none': '',
  'money.why': 'why',
  'costs.heading': '',
  'costs.none': '',
  'uses.heading': '',
  'uses.denominator': 'amount!',
  'uses.posts': 'people standard months',
  'uses.reserve': '',
  'uses.left': '',
  'uses.planned': '',
  'uses.capitals': 'amount! capitals!',
  'change.heading': '',
  'change.name': '',
  'change.before': '',
  'change.after': '',
  'change.difference': '',
  'change.why-heading': '',
  'change.why': 'why',
  'route.heading': '',
  'route.drafted': 'on issuer',
  'route.step': 'on name',
  subject: 'village code',
} as const;

/** The name of one wording of the yearly plan's sheet. */
export type YearPlanKey = keyof typeof WORDINGS;

/** What a part of the yearly plan's sheet is drawn of. */
export type YearPlanContext = SheetContext<YearPlanNotice, YearPlanKey>;

export const YEARLY_USE_PLAN: SheetWordings<YearPlanKey> = { sheet: 'yearly-use-plan', wordings: WORDINGS };

/** The wording this edition of the program ships with. */
export function yearPlanWording(): Say<YearPlanKey> {
  shipped ??= shippedWording(YEARLY_USE_PLAN);
  return shipped;
}

let shipped: Say<YearPlanKey> | undefined;
