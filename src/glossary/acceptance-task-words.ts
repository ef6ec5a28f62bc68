/** The tasks of a month that wait for somebody to write down or to accept what was done. */
export const acceptanceTaskWords = {
  attendance: '岗位出勤',
  notEntered: '这个月的出勤还没登记',
  waits: '等另一个人验收',
  takenBack: '已冲回，要重新验收',
  sheet: (work: string, number: number): string => `${work}第${String(number)}张工单`,
  stage: (project: string, number: number): string => `${project}第${String(number)}段`,
} as const;
