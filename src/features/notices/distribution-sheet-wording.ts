import type { SheetNotice } from '../../domain/notices/distribution-notice';
import type { SheetContext } from './sheet-context';
import { type Say, type SheetWordings, shippedWording } from './sheet-wording';

/** Every wording of the distribution's sheet, with the facts it may name. The template has exactly these. */
const WORDINGS = {
  'title.subject': 'period pool',
  'period.year': 'year',
  'period.first-half': 'year',
  'period.second-half': 'year',
  'period.quarter': 'year quarter',
  'period.month': 'year from',
  'period.months': 'year from to',
  'period.across': 'year from toYear to',
  'months.this-year': '',
  'months.last-year': '',
  'months.year': 'year',
  'months.whole': 'year',
  'months.first-half': 'year',
  'months.second-half': 'year',
  'months.one': 'year from',
  'months.within': 'year from to',
  'months.across': 'year from toYear to',
  lead: 'months pool decidedOn body due present inFavour reviewedOn reviewer',
  'sums.carriedOver': '',
  'sums.received': '',
  'sums.deducted': '',
  'sums.distributable': '',
  'income.heading': '',
  'income.asset.pv': '',
  'income.asset.other': '',
  'income.stream.energy': '',
  'income.stream.subsidy': '',
  'income.stream.rent': '',
  'income.stream.dividend': '',
  'income.stream.other': '',
  'income.own': 'capacity energy',
  'income.joint': 'capacity share',
  'income.joint-energy': 'energy',
  'income.called': 'stream called',
  'income.outstanding': '',
  'income.partly': 'amount',
  'income.none': '',
  'income.total': '',
  'income.tax': 'amount received',
  'income.tax-kept': 'amount',
  'income.months.energy': 'months',
  'income.months.subsidy': 'months',
  'income.months.rent': 'months',
  'income.months.dividend': 'months',
  'income.months.other': 'months',
  'income.note.energy': 'asset months amount',
  'income.note.subsidy': 'asset months amount',
  'income.note.rent': 'asset months amount',
  'income.note.dividend': 'asset months amount',
  'income.note.other': 'asset months amount',
  'deductions.heading': '',
  'deductions.item': '',
  'deductions.voucher': '',
  'deductions.amount': '',
  'deductions.total': '',
  'deductions.none': '',
  'deductions.kind.land-rent': '',
  'deductions.kind.operation': '',
  'deductions.kind.operation-pv': '',
  'deductions.kind.insurance': '',
  'deductions.kind.insurance-pv': '',
  'deductions.kind.other': '',
  'deductions.named': 'name asset',
  'deductions.part.half-year': '',
  'deductions.part.quarter': '',
  'deductions.part.month': '',
  'deductions.area': 'mu price part share',
  'deductions.percent': 'base rate contract',
  'deductions.percent-base': '',
  'deductions.per-watt': 'capacity price part cap',
  'deductions.fixed': 'asset covers contract',
  'deductions.bill': 'asset covers bills cap otherCost',
  'deductions.reason': 'reason',
  'uses.heading': '',
  'uses.denominator': 'amount!',
  'uses.left-over': '',
  'uses.planned': '',
  'uses.granted': 'amount',
  'uses.reserved': 'amount',
  'reserves.heading': '',
  'reserves.purpose': '',
  'reserves.before': '',
  'reserves.kept': '',
  'reserves.released': '',
  'reserves.after': '',
  'reserves.total': '',
  'reserves.paper': 'on paper',
  'reserves.kept-later': 'amount',
  'reserves.release': 'on amount reason',
  'reckoning.heading': '',
  'reckoning.numbers': '',
  'reckoning.figure': 'name amount',
  subject: 'village code',
  'sample.publicity': '',
  'sample.lead': 'months pool',
  'sample.subject': 'village',
} as const;

/** The name of one wording of the distribution's sheet. */
export type DistributionKey = keyof typeof WORDINGS;

export type DistributionSay = Say<DistributionKey>;

/** What a part of the distribution's sheet is drawn of. */
export type DistributionContext = SheetContext<SheetNotice, DistributionKey>;

export const DISTRIBUTION: SheetWordings<DistributionKey> = { sheet: 'distribution', wordings: WORDINGS };

/** The wording this edition of the program ships with. */
export function distributionWording(): DistributionSay {
  shipped ??= shippedWording(DISTRIBUTION);
  return shipped;
}

let shipped: DistributionSay | undefined;
