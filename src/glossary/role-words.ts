/** The days of a role, in words. Days are given in full: 2025年7月11日. */
export const ROLE_WORDS = {
  sinceAccount: '开账号时起',
  neverBegun: '没有上岗就收回了',
  endedAtOnce: '上岗当天就免了',
  forAuditor: '（只能给审计）',
} as const;

const RULES: Readonly<Record<string, string>> = {
  'users.cashierAndBookkeeper': '一个村的会计和出纳不能是同一个人',
  'users.supervisorBeside': '监督的人不能是村干部，也不管账',
  'users.auditorBeside': '审计人员在所审计的地方没有别的岗位',
  'users.officerBeside': '管账、管钱的人不在管着这本账的镇、县里审核、批准',
  'users.supervisorKin': '监督的人不能是村干部、管账人员的近亲属（农村集体经济组织法第三十四条）',
  'users.councilKin': '理事会成员互相不能是近亲属（农村集体经济组织法第三十一条）',
};

/** The rule that bars a person, or near relatives, from holding two posts, by its code. */
export function apartRule(code: string): string {
  return RULES[code] ?? '';
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
