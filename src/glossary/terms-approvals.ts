const PRODUCT = '本系统';

/** The words of routes and of the steps a plan takes. */
export const APPROVAL_TERMS: Readonly<Record<string, readonly [label: string, source: string]>> = {
  'page.batchReviews': ['一起审核', PRODUCT],
  'planStanding.decided': ['已决定', PRODUCT],
  'planStanding.hanging': ['公示中', PRODUCT],
  'planStanding.closed': ['已通过', PRODUCT],
  'field.agreed': ['同意的方案', PRODUCT],
  'field.papersOutOn': ['方案哪天放出来的', PRODUCT],
};
