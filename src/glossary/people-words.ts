/** `第12户 李四家`; without a head only its number. */
export function householdText(number: number, head: string | undefined): string {
  return head === undefined ? `第${String(number)}户` : `第${String(number)}户 ${head}家`;
}

/** `男 63岁`. */
export function sexAndAgeText(sex: string, age: number): string {
  return `${sex} ${String(age)}岁`;
}

/** How a status ended: its last day, or that it never held. */
export function statusEndText(why: 'ended' | 'mistaken', day: string): string {
  return why === 'mistaken' ? '登记错了，从来不是' : day;
}

/** Why a first version was entered. */
export const FIRST_ENTRY = '第一次登记';

/** Why a person was entered who stood on another village's list, and why here. */
export function onOtherListText(entry: string, why: string): string {
  return `${entry}；县里另一个村的名册上也有：${why}`;
}

/** `《…方案》`: which document's words a status is in. */
export function documentText(title: string): string {
  return `《${title}》`;
}

/** What holders of shares are counted in. */
export function holderUnit(kind: 'household' | 'member'): string {
  return kind === 'household' ? '户' : '人';
}

/** `第12户`, `成员 3 号`: a holder without a name. */
export function holderText(kind: 'household' | 'member', number: number): string {
  return kind === 'household' ? `第${String(number)}户` : `成员 ${String(number)} 号`;
}

/** That a holder is not on the list. */
export function holderGoneText(kind: 'household' | 'member'): string {
  return kind === 'household' ? '这一户已经没有人' : '已经不是名册上的成员';
}

/** How often the region looks again, and whether the county has said so. */
export function reviewTermsText(months: number, confirmed: boolean): string {
  const years = months / 12;
  const often =
    years === 1 ? '每年' : Number.isInteger(years) ? `每 ${String(years)} 年` : `每 ${String(months)} 个月`;
  return confirmed ? `${often}复核一次。` : `按${often}一次来提醒，县里还没有确认多久复核一次。`;
}

/** The group of a village as a list of people prints it: `一组` as it was typed, `1组` of a bare number. */
export function villageGroupText(group: string): string {
  return /^\d+$/.test(group) ? `${group}组` : group;
}

/** Among whom somebody on a post was chosen, where the document has no word for it or too few were. */
export const chosenWords = { others: '其他村民', few: '不满三人的各类合在一起' };
