const PRODUCT = '本系统';

/** What a share of money is a share of, as print names it. */
export const SPLIT_TERMS: Readonly<Record<string, readonly [label: string, source: string]>> = {
  'whole.everything_received': ['全部到账', PRODUCT],
  'whole.after_deductions': ['扣除费用后', PRODUCT],
  'whole.after_named_deductions': ['扣除规定的费用后', PRODUCT],
  'whole.collective_income': ['村集体经济收入', PRODUCT],
  'whole.new_income': ['新增收益', PRODUCT],
};
