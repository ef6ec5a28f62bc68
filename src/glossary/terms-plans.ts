const PRODUCT = '本系统';

/** The states of a plan, and what is done to it. */
export const PLAN_TERMS: Readonly<Record<string, readonly [label: string, source: string]>> = {
  'planState.drafted': ['草案', PRODUCT],
  'planState.none': ['没起草', PRODUCT],
  'planState.notBegun': ['还没建账', PRODUCT],
  'planState.submitted': ['待审核', PRODUCT],
  'planState.returned': ['已退回', PRODUCT],
  'planState.refused': ['没有通过', PRODUCT],
  'planState.voided': ['已作废', PRODUCT],
  'planState.decided': ['已议定', PRODUCT],
  'planState.approved': ['已同意', PRODUCT],
  'planAct.submit': ['报送', PRODUCT],
  'planAct.approve': ['同意', PRODUCT],
  'planAct.return': ['退回', PRODUCT],
  'planAct.void': ['作废', PRODUCT],
  'planAct.grant': ['列支', PRODUCT],
  'planAct.publish': ['公示', PRODUCT],
  'planAct.sample': ['画公示样张', PRODUCT],
};
