import type { DaySpan } from '../domain/ledger/bank-statement-reach';
import { yuanText } from '../domain/money/fen';
import { dayText, fullDayText, monthText } from '../platform/views/day-text';
import { momentText } from '../platform/views/moment-text';

/** Short remarks that pages set beside a figure or a field. Each says what it is about and by how much. */
export const remarks = {
  grid: (): string => '电网公司',
  turnoverWanted: (from: string, to: string): string => `${from} 至 ${to} 的营业额还没报，租金算不出来`,
  halfTyped: (keptAt: string): string => `录了一半，${momentText(keptAt)} 自动存的`,
  owedCost: (name: string): string => `付欠着的${name}`,
  costBack: (name: string): string => `收${name}退回的钱`,
  depositOf: (asset: string): string => `退${asset}的押金`,
  retentionOf: (project: string): string => `付${project}的质保金`,
  advanceOf: (lender: string): string => `还${lender}垫付的补贴`,
  subsidyWaits: (stations: readonly string[], amount: bigint): string =>
    `${stations.join('、')}的补贴还有 ${yuanText(amount)} 没拨下来，到账后再进收益。`,
  ownersSubsidyWaits: (stations: readonly string[], amount: bigint): string =>
    `${stations.join('、')}的补贴还有 ${yuanText(amount)} 没拨下来，属各村，到账后转付，不进本账的收益。`,
  comesFromKeeper: (keeper: string): string => `${keeper}录了自动入账，不用村里做`,
  passOn: (): string => '转付各村的钱',
  passOnToOwner: (asset: string): string => `付业主${asset}的收入`,
  keepBackFromOwner: (asset: string): string => `扣业主承担的${asset}费用`,
  ofOwners: (amount: bigint, isAll: boolean): string =>
    `${isAll ? '都' : `其中 ${yuanText(amount)} `}是各村的，到账后转付，不进本账的收益`,
  incomeOf: (asset: string, stream: string): string => `${asset}${stream}`,
  beforeBooks: (lines: number, sum: bigint, day: string): string =>
    `对账单里有 ${String(lines)} 笔在建账（${day}）以前，合计 ${yuanText(sum)} 元，已经算在期初余额里，不用对账。`,
  beforeTakingOver: (lines: number, sum: bigint, day: string): string =>
    `对账单里有 ${String(lines)} 笔是接替（${day}）以前的，或者从前一个账户转来的，合计 ${yuanText(sum)} 元，账上一直在，不用对账。`,
  agreedReturnOf: (asset: string): string => `${asset}约定收益`,
  dueDays: (from: string, to: string): string => `${from} 至 ${to}`,
  dueOf: (number: string, from: string, to: string): string => `合同 ${number}，${from} 至 ${to}`,
  chargeDue: (): string => '还差这些没记',
  readingContinues: (): string => '与上次示数相同',
  readingEstimated: (): string => '上月是估的数，这个月按实抄的补平',
  meterChanged: (change: {
    readonly on: string;
    readonly readingWas: string;
    readonly readingIs: string;
  }): string =>
    `${fullDayText(change.on)}换表或归零：止码 ${change.readingWas}，新起码 ${change.readingIs}，电量两段相加`,
  slipOf: (station: string, month: string): string => `${station}${monthText(month)}`,
  slipPaper: (month: string): string => `${monthText(month)}结算单的原件`,
  slipToRedo: (): string => '和电表档案对不上，要冲销重填，或在下一张里扣回',
  meterNetted: (over: string): string => `已扣掉上一张多记的 ${over} 度`,
  overToTakeOff: (over: string): string => `已更正的示数；上一张多记 ${over} 度没冲销，这张电量里扣掉`,
  meterFile: (): string => '电表档案',
  priceSince: (day: string): string => `照${fullDayText(day)}起的价格`,
  priceFile: (): string => '照资产登记',
  openingsDiffer: (amount: bigint): string => `期初就差 ${yuanText(amount)} 元，还没有人说明`,
  openingsExplained: (amount: bigint, reason: string): string => `期初相差 ${yuanText(amount)} 元：${reason}`,
  openingMet: (of: { readonly began: bigint; readonly left: bigint; readonly said: string }): string =>
    `期初相差 ${yuanText(of.began)} 元，后来补记或更正抵了 ${yuanText(of.began - of.left)} 元，` +
    `${of.left === 0n ? '已经抵平' : `还差 ${yuanText(of.left)} 元`}${of.said === '' ? '' : `：${of.said}`}`,
  reconciledAsSealed: (): string => '本月已封账，照封账时的记录编制；封账以后写的原因、配的账，从下个月起算',
  bankBegunApart: (): string => '期初银行和账上差着，还没写原因',
  notYetThere: (day: string, today: string): string =>
    `${fullDayText(day)}还没有到，是${fullDayText(today)}为止的数`,
  lastYearElsewhere: (chart: string, day: string): string =>
    `上年同期空着：${fullDayText(day)}用的是${chart}，同一编码不是同一科目，不能并列。上年的数，请看截至${fullDayText(day)}的同一张表。`,
  knownOn: (day: string): string => `只算${day}为止入账的`,
  sealed: (seal: string): string => `已封账，封账码 ${seal}`,
  bankHasIt: (day: string): string => `银行流水${dayText(day)}有这一笔，Enter 采用`,
  termsMissing: (net: bigint): string => `账上还有 ${yuanText(net)} 没提折旧，折旧年限没登记`,
  statementsReach: (through: string): string => `对账单已到${dayText(through)}`,
  statementsMissing: (spans: readonly DaySpan[]): string => noStatementText(spans),
  bankLinesOpen: (spans: readonly DaySpan[]): string =>
    ['有几笔流水还没对上', ...(spans.length === 0 ? [] : [noStatementText(spans)])].join('，'),
  receivedWhole: (): string => '和本村应得的一样',
  receivedPart: (left: bigint): string => `电费还差 ${yuanText(left)} 没到`,
  lastMonthWas: (figure: string): string => `上次 ${figure}`,
  meterForward: (): string => '没有倒走',
  meteredIs: (kwh: string): string => `示数差乘倍率是 ${kwh} 度，F4 采用；和单子核对`,
  meterAgrees: (multiplier: string): string => `示数差×${multiplier} 相符`,
  multipliers: (before: string, after: string): string => `${before}，换表后 ${after}`,
  metersAgree: (): string => '换表前后各按各的示数和倍率，加起来相符',
  reckonedToTheFen: (kwh: string, price: string): string => `${kwh}×${price}，分文不差`,
  reckonedIs: (kwh: string, price: string, amount: bigint): string =>
    `${kwh}×${price} 是 ${yuanText(amount)}，F4 采用`,
  ownWaits: (): string => '太少，不够每家分一分钱，并到下一张一起分',
  receivedLater: (): string => '钱还没到就空着，到了再记',
  bookedUnlessSaid: (day: string): string => `不填就记${dayText(day)}；钱先到的，记到账那天`,
  shareSince: (day: string): string => `份额表，${day}起`,
} as const;

/** How a contract reckons its charge, in figures. */
export const reckonings = {
  landRent: (mu: string, price: string, part: string): string =>
    `${mu}亩×${price}元${YEAR_PARTS[part] ?? ''}`,
  ownShare: (share: string): string => `×${share}`,
  percentOfReceipt: (base: bigint, rate: string): string => `到账${yuanText(base)}×${rate}`,
  lessCharged: (charged: bigint): string => `，已记${yuanText(charged)}`,
  chargedThisYear: (charged: bigint): string => `，今年已记${yuanText(charged)}`,
  fixed: (): string => '合同定额',
  perWattYear: (price: string, capacity: string): string => `照账单，每年不超过${capacity}千瓦×${price}元/瓦`,
} as const;

const YEAR_PARTS: Readonly<Record<string, string>> = { 'half-year': '÷2', quarter: '÷4' };

type Counted = Readonly<Record<'due' | 'present' | 'inFavour' | 'against' | 'abstained', number>>;

function votesText({ due, present, inFavour, against, abstained }: Counted): string {
  const came = `应到${String(due)}人，到会${String(present)}人`;
  return `${came}，同意${String(inFavour)}，反对${String(against)}，弃权${String(abstained)}`;
}

/** What happened to a plan, as its history tells it. */
export const planHistory = {
  drafted: (person: string, revision: number): string => `${person}起草第${String(revision)}稿。`,
  meeting: (step: string, counts: Counted): string => `${step}：${votesText(counts)}，通过。`,
  failed: (step: string, votes: string): string => `${step}：${votes}，没有通过。`,
  votes: (counts: Counted): string => votesText(counts),
  sizeBefore: (on: string, due: number): string =>
    `上一次开这个会（${fullDayText(on)}）应到${String(due)}人，和这次不一样。`,
  unheld: ({ due, present }: Counted): string =>
    `应到${String(due)}人，到会${String(present)}人，没有到够，没有表决`,
  passed: (person: string, step: string): string => `${person}${step}：同意。`,
  returned: (person: string, step: string, reason: string): string =>
    `${person}${step}：退回。理由：${reason}`,
  draftStep: (): string => '起草',
  waitsFor: (step: string): string => `等${step}`,
} as const;

/** What a plan says while it is typed. */
export const draftWords = {
  unreadable: (count: number): string => `有 ${String(count)} 格不是金额，或者小于零，先当 0 算。`,
  groups: '这份文件没有列出帮扶对象，“是否帮扶对象”只分“其他人”和“还没弄清”。',
} as const;

/** What a plan says of the year before. */
export const lastYearWords = {
  difference: (whole: bigint, most: { readonly label: string; readonly change: bigint }): string => {
    if (whole === 0n) return '和去年同期一样多。';
    return `比去年同期${moreOrLess(whole)}，差得最多的是${most.label}，${moreOrLess(most.change)}。`;
  },
  vouchers: (named: readonly string[], count: number): string =>
    count > named.length ? `${named.join('、')}等${String(count)}张` : named.join('、'),
} as const;

function moreOrLess(change: bigint): string {
  return change < 0n ? `少 ${yuanText(-change)}` : `多 ${yuanText(change)}`;
}

/** What a check of a plan says beside its rule. */
export const checkWords = {
  short: (says: string, shortfall: bigint): string => `${says}：差 ${yuanText(shortfall)}`,
  shortWithin: (says: string, shortfall: bigint): string =>
    `${says}：差 ${yuanText(shortfall)}，要从别的用途调过来`,
  over: (says: string, excess: bigint): string => `${says}：超 ${yuanText(excess)}`,
  shortYet: (says: string, shortfall: bigint): string => `${says}：到现在还差 ${yuanText(shortfall)}`,
  notYet: (says: string): string => `${says}：到现在还不够`,
  notEnough: (missing: bigint): string => `不够分，差 ${yuanText(missing)}`,
  undecided: (says: string): string => `${says}：定不了`,
  needOpen: (says: string, decider: string): string => `${needText(says, decider)}。`,
  factOpen: (facts: readonly string[]): string => `${missingText(facts)}。`,
  need: (says: string, decider: string): string => `${needText(says, decider)}；没定之前不算通过。`,
  factMissing: (facts: readonly string[]): string => `${missingText(facts)}；没弄清之前不算通过。`,
  needLater: (says: string, decider: string): string =>
    `${needText(says, decider)}；不影响提交；表决以后才给的，这份方案不再补查。`,
  factLater: (facts: readonly string[]): string =>
    `${missingText(facts)}；不影响提交；提交以后才弄清的，这份方案不再补查。`,
  reasonWritten: (reason: string): string => `理由已写：“${reason}”，会印在公示上。`,
  reasonOnList: (reason: string): string => `理由已写：“${reason}”。`,
  reasonOfList: (): string => '同意时要写理由。',
  reasonOfEnd: (): string => '登记完工、办完时要写理由。',
  reasonAsked: (): string => '要写理由，理由会印在公示上。',
  reasonWanted: (): string => '照这份要写理由。',
  allPassed: (count: number): string => `${String(count)}项检查都通过`,
  share: (given: {
    readonly planned: bigint;
    readonly whole: bigint;
    readonly of: string;
    readonly percent: string;
  }): string => `${yuanText(given.planned)} ÷ ${given.of} ${yuanText(given.whole)} = ${given.percent}`,
  take: (use: string, asked: bigint): string => `${use}照文件分 ${yuanText(asked)}`,
  aboutLine: (says: string, use: string): string => `${use}：${says}`,
} as const;

/** What stands in the place of a policy where none is in force. */
export const noPackWords = {
  title: '没有适用的政策文件',
  uses: { posts: '公益性岗位', labour: '小型公益事业劳务', reward: '奖励补助', other: '村里议定的其他用途' },
  groups: '哪些人算帮扶对象，要有文件才知道；现在只分“其他人”和“还没弄清”。',
  onlyDraft: (): string => '没有适用的政策文件，可以起草，不能提交',
  unknownUse: (use: string): string => `文件里没有的用途（${use}），请改填到别的用途下面`,
} as const;

/** Where a number comes from that a plan is judged by. */
export const numberWords = {
  village: '村里定的，随方案表决',
  awaited: '还没定：由县里定',
  notTyped: '村里没有填',
  given: (
    from: string,
    paper:
      { readonly title: string; readonly number: string | undefined; readonly issuer: string } | undefined,
  ): string =>
    [
      `${from}起`,
      ...(paper === undefined ? [] : [`${paper.issuer}《${paper.title}》${paper.number ?? ''}`]),
    ].join('，'),
} as const;

/** What a rule would have to know, in words; facts that are always given have none. */
const FACTS: Readonly<Record<string, string>> = {
  recipients: '钱给了哪些人',
  planned_target: '有多少钱给了帮扶对象',
  new_income: '今年新增收益有多少',
  collective_income: '今年村集体经济收入有多少',
  agreed_due: '按协议应付的分红有多少',
  'flow:siyi': '“四议两公开”走完没有',
  township_agreed: '乡镇同意没有',
  tagged_in_village: '村里优先照顾的户有多少',
  tagged_served: '照顾到了多少户',
  elsewhere: '别的资金有没有补助过这笔费用',
  bill: '账单是多少',
};

function missingText(facts: readonly string[]): string {
  const known = facts.flatMap((fact) => FACTS[fact] ?? []);
  return known.length === 0 ? '填的内容还看不出来合不合' : `还没写清${known.join('、')}`;
}

function needText(says: string, decider: string): string {
  return `${says}，${DECIDERS[decider] ?? ''}还没给数字`;
}

const DECIDERS: Readonly<Record<string, string>> = { county: '县里', village: '村里' };

/** The days for which a statement is wanted and has not come. */
function noStatementText(spans: readonly DaySpan[]): string {
  const days = spans.map(({ from, through }) =>
    from === through ? dayText(from) : `${dayText(from)}到${dayText(through)}`,
  );
  return `${days.join('、')}还没有对账单`;
}
