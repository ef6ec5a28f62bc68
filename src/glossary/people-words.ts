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

/** `《…方案》`: which document's words a status is in. */
export function documentText(title: string): string {
  return `《${title}》`;
}
