import type { MajorityShare } from '../domain/approvals/route';

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** A share as people say it: 一半, 三分之二. */
function shareText({ numerator, denominator }: MajorityShare['share']): string {
  if (numerator === 1n && denominator === 2n) return '一半';
  const [part, whole] = [DIGITS[Number(numerator)], DIGITS[Number(denominator)]];
  if (!part || !whole) return `${String(denominator)}分之${String(numerator)}`;
  return `${whole}分之${part}`;
}

/** What the sheet of a vote says of it. */
export const resolutionWords = {
  /** How many have to be there or to agree. */
  rule: ({ share, bound, of }: MajorityShare, base: number): string => {
    const whole = `${of === 'due' ? '应到' : '实到'}${String(base)}人`;
    return bound === 'more_than'
      ? `超过${whole}的${shareText(share)}`
      : `不少于${whole}的${shareText(share)}`;
  },
  pages: (count: number | null): string => (count === null ? '没有记页数' : `${String(count)}页`),
  scan: '系统存有原件',
  /** A scan that nobody named. */
  unnamed: '扫描件',
  /** Where the record lies that a step names in one line. */
  withMinutes: '随会议材料',
  offered: (title: string, body: string): string => `${title}（${body}）`,
} as const;
