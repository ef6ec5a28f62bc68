/** The days of a role, in words. Days are given in full: 2025年7月11日. */
export const ROLE_WORDS = {
  sinceAccount: '开账号时起',
  neverBegun: '没有上岗就收回了',
  forAuditor: '（只能给审计）',
} as const;

const KIN_RULES: Readonly<Record<string, string>> = {
  'users.supervisorKin': '监督的人不能是村干部、管账人员的近亲属（农村集体经济组织法第三十四条）',
  'users.councilKin': '理事会成员互相不能是近亲属（农村集体经济组织法第三十一条）',
};

/** The rule that bars near relatives from what they hold, by its code. */
export function kinRule(code: string): string {
  return KIN_RULES[code] ?? '';
}

/** A post that nobody has. */
export interface EmptyPostWords {
  /** What the place and the post are called. */
  readonly place: string;
  readonly role: string;
  /** The first day on which nobody has it, in full; absent where nobody ever had it. */
  readonly from?: string | undefined;
  /** The last one; absent where nobody comes after. */
  readonly to?: string | undefined;
  /** Whether the days are over. */
  readonly isOver: boolean;
}

/** Who is missing where: from when to when. */
export function emptyPostText({ place, role, from, to, isOver }: EmptyPostWords): string {
  const post = `${place}的${role}`;
  if (from === undefined) return `${post}：还没有人`;
  const until = to === undefined ? '' : `到${to}`;
  return `${post}：${from}${isOver ? '' : '起'}${until}没有人`;
}
