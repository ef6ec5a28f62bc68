/** What is said of filing plans with a county. */
export const filingWords = {
  option: (village: string, plan: string): string => `${village} ${plan}`,
  waits: (plan: string): string => `${plan}等备案`,
} as const;
