import { widePunctuation } from '../platform/text/wide-punctuation';
import { listText } from './payout-words';
import { labelOf } from './terms';
import { voucherNamedIn } from './voucher-summaries';

/** What stands to be paid, as it is offered for a line of the bank. */
export const paymentWords = {
  cost: (name: string, creditor: string): string => `欠${creditor}的${name}`,
  owed: (name: string): string => `欠着的${name}`,
  deposit: (tenant: string, lease: string): string => `退${tenant}的押金（合同 ${lease}）`,
  tax: (pool: string): string => `应交税金（${labelOf(`pool.${pool}`)}）`,
  grant: (forWhat: string): string => `已列支的${forWhat}`,
  grants: (first: string, count: number): string => `已列支的${first}等 ${String(count)} 项，一笔付的`,
  /** A voucher that owes something, as a line that pays it names it. */
  debt: (debt: { voucherYear: number; voucherNumber: number; summary: string }): string =>
    `${voucherNamedIn(0, debt)} ${widePunctuation(debt.summary)}`,
  pays: (debt: string): string => (debt === '' ? '' : `付的是${debt}`),
  shares: (round: number): string => `第 ${String(round)} 次成员分红`,
  holdersShare: (round: number, holder: string): string => `第 ${String(round)} 次成员分红，${holder}`,
  listed: (list: { year: number; number: number; people: number }): string =>
    `${listText(list)}，${String(list.people)} 笔已送银行`,
  cameBack: (list: { year: number; number: number; lineNumber: number }): string =>
    `${listText(list)}第 ${String(list.lineNumber)} 笔，银行退回`,
};
