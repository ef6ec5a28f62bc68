import { voucherNumberText } from './voucher-summaries';

/** What was just done, as the next page says it once. `{voucher}` is the voucher's printed number. */
const DONE = {
  settlementBooked: '结算单已入账，凭证 {voucher}。',
  slipsImported: '结算单都已入账。',
  meterNoted: '电表档案已记下。',
  meterWithdrawn: '已撤掉，原因留着。',
  settlementKept: '结算单已存，没有发电也没有钱，不用记账。',
  receiptBooked: '到账已入账，凭证 {voucher}。',
  incomeBooked: '应收款已入账，凭证 {voucher}。',
  leaseKept: '合同已登记，每期该收的列在下面。',
  leaseChanged: '变更已记下，以后各期照新的算。',
  turnoverKept: '营业额已记下，这一期的租金算出来了。',
  rentReceived: '租金已入账，凭证 {voucher}。',
  deductionBooked: '费用已入账，凭证 {voucher}。',
  draftSaved: '草稿已存，还没有入账。',
  draftReviewed: '已复核，可以记账了。',
  draftVoided: '草稿已作废。',
  voucherBooked: '已记账，凭证 {voucher}。',
  voucherSigned: '已签。',
  monthReviewed: '这个月的凭证已复核；自己填的、记的除外。',
  recurringKept: '常设凭证已存，到期会提醒。',
  recurringWaived: '写下了，这个月不记这张。',
  recurringEnded: '这张常设凭证记到本月为止。',
  counterpartyKept: '往来单位已存。',
  tableRead: '表格读进来了，还没有入账。',
  booksOpened: '期初余额已入账，凭证 {voucher}。',
  reversed: '已冲销，冲销凭证 {voucher}。',
  assetAdded: '资产已登记。',
  registerTaken: '台账里的资产已登记。',
  particularsKept: '资产详情已存，改前的留在下面。',
  termsKept: '折旧的规定已存，折旧表在下面。',
  changeBooked: '已入账，凭证 {voucher}。下个月起按新的数提折旧。',
  leavingBooked: '资产已出账，凭证 {voucher}。',
  depreciationBooked: '折旧已入账，凭证 {voucher}。',
  priorYearCorrected: '更正已入账，凭证 {voucher}。',
  chartChanged: '会计科目已换，余额已转到新科目。',
  rolesChanged: '岗位已存，马上生效。',
  yearStepBooked: '年终结转已入账，凭证 {voucher}。',
  monthHeld: '这个月已结账，不再往里记账。',
  monthReopened: '这个月又打开了，可以记账。记完再结账。',
  monthSealed: '这个月已封账，余额从此不变。',
  planDrafted: '草稿已存，检查结果在下面。',
  planSubmitted: '方案已提交。从现在起改一个字，签过的都作废。',
  meetingRecorded: '表决已记下。',
  planApproved: '已同意这份方案。',
  planReturned: '已退回，村里会看到您写的理由。',
  claimGranted: '已列支，凭证 {voucher}。',
  booksChecked: '查完了，结果在下面。',
  noticePublished: '公示已发布，可以打印张贴。',
  bankAccountAdded: '银行账户已登记。',
  fileKept: '读进来了，什么都还没有存进账。',
  statementImported: '对账单已导入，能配的列在下面。',
  bankMatched: '配上了。',
  bankAccepted: '能确定的都配上了。',
  bankUndone: '拆开了，两边又回到没对上的里面。',
  bankExplained: '原因写下了。',
  packChosen: '选定了，从写的那天起照这份办。',
  packConfirmed: '已确认仍然有效。',
  standardKept: '标准已存，从写的那天起用。',
  standardWithdrawn: '已撤销，以后起草的方案不再用它。',
} as const satisfies Record<string, string>;

/** The codes of things done. */
export type DoneCode = keyof typeof DONE;

/** The sentence of something done, or undefined for a code that is none. */
export function doneText(code: string, voucher?: number): string | undefined {
  const found = Object.entries(DONE).find(([known]) => known === code)?.[1];
  return found?.replace('{voucher}', voucher === undefined ? '' : voucherNumberText(voucher));
}
