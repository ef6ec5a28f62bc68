import type { WaitingPlace } from '../domain/ledger/reentered';
import { yuanText } from '../domain/money/fen';
import { yearMonthText } from '../platform/views/day-text';
import { voucherNumberText } from './voucher-summaries';

/** What a paper is called by which parts of a claim are owed; nothing where it is owed as a whole. */
const PAPERS: Readonly<Record<string, string>> = {
  ...{ works: '工单', industry: '一段', aid: '清单', posts: '考勤' },
};

type PlaceNamed = Omit<WaitingPlace, 'entryId' | 'reason'>;

/** A reversed voucher that waits, by its number, its month, what it was and its amount. */
export function placeText({ voucherYear, voucherNumber, aboutPeriod, amount }: PlaceNamed, by = ''): string {
  const paper = PAPERS[by] ?? '的';
  const number = `${String(voucherYear)}年${voucherNumberText(voucherNumber)}`;
  return `${number}，${yearMonthText(aboutPeriod)}${paper}，${yuanText(amount)} 元`;
}

/** The choices where vouchers of a claim wait: whose place is taken, or that it is another paper. */
export const placeWords = {
  anew: (place: string): string => `重填已冲销的：${place}`,
  another: '不是，另外一份',
} as const;
