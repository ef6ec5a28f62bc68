const PRODUCT = '本系统';

/** The words of routes and of the steps a plan takes. */
export const APPROVAL_TERMS: Readonly<Record<string, readonly [label: string, source: string]>> = {
  'field.papersOutOn': ['方案哪天放出来的', PRODUCT],
};
