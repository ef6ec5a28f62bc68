/** The lines of a sheet that was put right, as a correction names them. */
export const correctionWords = {
  moved: {
    carriedOver: '上期结转',
    received: '本期到账',
    deducted: '必要费用',
    distributable: '可分配收益',
    leftOver: '留到下期',
  },
  used: '打算用',
  /** Where a difference goes while no later plan is decided. */
  nextPeriod: '下一期',
  /** A cost of a year by its name. */
  cost: (name: string): string => `${name}（费用）`,
  /** A use of a year by its name. */
  use: (name: string): string => `${name}（用途）`,
  /** In which statement a voucher counts. */
  counts: { within: '本期', later: '以后各期' },
  /** What the office's list offers. */
  offered: (number: string, title: string): string => `更正：${number} ${title}`,
} as const;
