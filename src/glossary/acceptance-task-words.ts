/** The tasks of a month that wait for somebody to write down or to accept what was done. */
export const acceptanceTaskWords = {
  attendance: '岗位出勤',
  post: (name: string): string => `岗位“${name}”`,
  outOfPlace: (people: number): string =>
    `有 ${String(people)} 个人对不上：离开以后还记着应付，或者不能再在岗`,
  notEntered: '这个月的出勤还没登记',
  waits: '等另一个人验收',
  takenBack: '已冲回，要重新验收',
  sheet: (work: string, number: number): string => `${work}第${String(number)}张工单`,
  stage: (project: string, number: number): string => `${project}第${String(number)}段`,
} as const;
