import { yuanText } from '../domain/money/fen';

/** What somebody wrote to have a cost deducted. */
interface CostReasons {
  readonly reason: string;
  /**
   * Why money that was promised pays it; why it is above its caps; why it is counted in another year; why it
   * is for days, too, on which the asset was not there; why it is no second time what seems to be deducted or
   * paid already.
   */
  readonly paysPromised?: string | undefined;
  readonly aboveCap?: string | undefined;
  readonly otherYear?: string | undefined;
  readonly outsideAsset?: string | undefined;
  readonly twiceReason?: string | undefined;
  /** What of it falls to the days of each year, where that is asked. */
  readonly byYear?: readonly { readonly year: number; readonly days: number; readonly amount: bigint }[];
}

/** The reason of a cost as it stands on the sheet: everything that was written, each with what it is for. */
export function costReason(said: CostReasons): string {
  const { reason, paysPromised, aboveCap, otherYear, outsideAsset, twiceReason, byYear = [] } = said;
  const years = byYear.map(
    ({ year, days, amount }) => `${String(year)}年${String(days)}天${yuanText(amount)}元`,
  );
  return [
    reason.trim(),
    labelled('动用已批准、待发的钱', paysPromised),
    labelled('超过全年上限', aboveCap),
    labelled('不是重复扣', twiceReason),
    labelled(`跨年费用（${years.join('、')}）这次一起扣`, otherYear),
    labelled('资产不在的日子也扣', outsideAsset),
  ]
    .filter((text) => text !== '')
    .join('；');
}

/** How each part that {@link costReason} adds begins. */
const ADDED = [
  '动用已批准、待发的钱：',
  '超过全年上限：',
  '不是重复扣：',
  /跨年费用（[^）]*）这次一起扣：/.source,
  '资产不在的日子也扣：',
];

/** What was typed of a reason as {@link costReason} tells it: its first part, without what was added. */
export function typedCostReason(told: string): string {
  const added = new RegExp(`(?:^|；)(?:${ADDED.join('|')})`);
  return told.slice(0, added.exec(told)?.index ?? told.length);
}

/**
 * How a cost of a kept station was reckoned, the days its bill is for, where it says any, and the share
 * tables by which it was split.
 * @param tables none where the station has had but one
 */
export function keptCostReckoning(
  note: string,
  served: { readonly from: string; readonly to: string } | undefined,
  tables: readonly {
    readonly table: { readonly validFrom: string };
    readonly days: number | undefined;
    readonly amount: bigint;
  }[],
): string {
  const isOne = tables.length === 1;
  const by = tables.map(({ table: { validFrom }, days, amount }) =>
    isOne
      ? `按 ${validFrom} 起的份额表分`
      : `按 ${validFrom} 起的份额表分 ${String(days)} 天 ${yuanText(amount)} 元`,
  );
  const days = served === undefined ? [] : [`账单管 ${served.from} 到 ${served.to}`];
  const told = [...days, ...by];
  return told.length === 0 ? note : `${note}（${told.join('，')}）`;
}

/** What was typed of a note as {@link keptCostReckoning} tells it: without the days and tables. */
export function typedKeptNote(told: string): string {
  return told.replace(/（(?:账单管|按) \d{4}-[^（）]*）$/, '');
}

/** An owner's share, of each table by its first day where a cost was split by several. */
export function keptCostShares(shares: readonly { readonly from: string; readonly share: string }[]): string {
  if (shares.length === 1) return shares[0]?.share ?? '';
  return shares.map(({ from, share }) => `${from} 起 ${share}`).join('，');
}

/** What an owner bears of a keeper's bill, and what he would if it were entered again. */
export function keptCostAnew({
  owner,
  borne,
  anew,
}: {
  readonly owner: string;
  readonly borne: bigint;
  readonly anew: bigint;
}): string {
  const apart = anew - borne;
  const moved = apart > 0n ? `多 ${yuanText(apart)}` : `少 ${yuanText(-apart)}`;
  return `${owner} ${yuanText(borne)} → ${yuanText(anew)} 元（${moved}）`;
}

/** Why less of a cost is the village's: the owner of what it keeps bears a part. */
export const costBorneReason = '照代管协议由业主承担';

/** Why something came back, and why it is no second time the same. */
export function refundReason(reason: string, twiceReason: string | undefined): string {
  return bothOf(reason, labelled('不是重复退', twiceReason));
}

/** What was typed of a reason as {@link refundReason} tells it. */
export function typedRefundReason(told: string): string {
  return told.replace(/(?:^|；)不是重复退：.*$/s, '');
}

/** The paper by which another fund pays, and why it is no second time the same. */
export function elsewherePaper(paper: string, twiceReason: string | undefined): string {
  return bothOf(paper, labelled('不是重复', twiceReason));
}

/** Why the value of an asset changed, and why it is no second time the same. */
export function changeReason(
  said: string | undefined,
  twiceReason: string | undefined,
): { readonly reason?: string } {
  const reason = bothOf(said ?? '', labelled('不是重复记', twiceReason));
  return reason === '' ? {} : { reason };
}

function bothOf(reason: string, twice: string): string {
  return [reason.trim(), twice].filter((text) => text !== '').join('；');
}

function labelled(label: string, text: string | undefined): string {
  const said = (text ?? '').trim();
  return said === '' ? '' : `${label}：${said}`;
}

/** A cost that is owed, as it is chosen to be paid. */
export function costPaymentOption(owed: {
  readonly name: string;
  readonly creditor: string;
  readonly open: bigint;
}): string {
  return `${owed.name}，欠${owed.creditor} ${yuanText(owed.open)} 元`;
}
