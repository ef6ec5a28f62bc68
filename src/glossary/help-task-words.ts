/** The tasks of a month for households that are watched: how many, and no name. */
export const helpTaskWords = {
  measures: '监测对象的帮扶措施',
  risk: '监测对象的风险评估',
  due: (households: number, first: string): string => `还有 ${String(households)} 户，最早 ${first} 到期`,
} as const;
