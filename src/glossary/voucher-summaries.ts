import { type Fen, yuanText } from '../domain/money/fen';
import { yearMonthText } from '../platform/views/day-text';

/**
 * What a voucher's summary says, by event. It is kept with the entry as printed; it names assets and
 * months, never persons.
 */
export const voucherSummaries = {
  opening: (): string => '期初建账',
  settlement: (station: string, month: string): string => `${station}${yearMonthText(month)}电费、补贴结算`,
  partTaken: (station: string, month: string, owner: string): string =>
    `${station}${yearMonthText(month)}结算，${owner}的一份已入账`,
  splitNow: (station: string, month: string): string =>
    `${station}${yearMonthText(month)}太少没分的电费、补贴，单独分`,
  passedOn: (owners: readonly string[]): string =>
    owners.length === 1 ? `转付${owners.join()}电站收入` : `转付${String(owners.length)}家电站收入`,
  incomeDue: (asset: string, stream: string, why = ''): string => {
    const what = stream === 'other' ? '其他收入' : stream === 'rent' ? '租金' : '分红';
    return `${asset}应收${what}${why === '' ? '' : `（${why}）`}`;
  },
  receipt: (assets: readonly string[], why = ''): string =>
    `${assets.join('、')}到账${why === '' ? '' : `（${why}）`}`,
  costOwed: (name: string): string => `应付${name}`,
  costPaid: (name: string): string => `付欠付费用：${name}`,
  /** What came back of a cost: from who was paid, or from the owner who bears it. */
  costCame: (name: string, by?: 'keptBack' | 'owner' | 'ownerCash'): string =>
    by === undefined
      ? `收到退回的费用：${name}`
      : by === 'keptBack'
        ? `业主承担的费用，从应付给他的钱里扣：${name}`
        : `收到业主交来他承担的费用：${name}`,
  deposit: (asset: string, kind: 'received' | 'returned' | 'kept'): string =>
    kind === 'kept' ? `用${asset}押金抵欠款` : `${kind === 'received' ? '收到' : '退回'}${asset}押金`,
  custodyPaid: (asset: string): string => `付给业主${asset}代管收入`,
  advanceReturned: (asset: string): string => `退回${asset}预收租金`,
  deduction: (name: string): string => `付${name}`,
  pays: (owed: string, count: number): string =>
    count === 1 ? `支付：${owed}` : `支付：${owed}等 ${String(count)} 笔`,
  /** Beside an owner's part of a cost: how the whole was reckoned, and what it came to. */
  keptCostNote: (note: string, whole: Fen): string => `${note}，全站 ${yuanText(whole)} 元，按份额分担`,
  grant: (use: string): string => `应付${use}`,
  reversal: (voucher: string): string => `冲销${voucher}`,
};

/** The printed number of a voucher: 记-0014. */
export function voucherNumberText(number: number): string {
  return `记-${String(number).padStart(4, '0')}`;
}

/** The printed number of a voucher as one of another year names it: 2025年记-0014; each year counts anew. */
export function voucherNamedIn(
  year: number,
  { voucherYear, voucherNumber }: { readonly voucherYear: number; readonly voucherNumber: number },
): string {
  const number = voucherNumberText(voucherNumber);
  return voucherYear === year ? number : `${String(voucherYear)}年${number}`;
}
