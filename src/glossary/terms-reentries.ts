const PRODUCT = '本系统';

/** The words of what is entered anew after its voucher was reversed. */
export const REENTRY_TERMS: Readonly<Record<string, readonly [label: string, source: string]>> = {
  'field.corrects': ['重记哪张凭证', PRODUCT],
  'field.placeOf': ['是不是重填', PRODUCT],
  'stepTable.reentries': ['重记的凭证', PRODUCT],
  'checkPass.reentries': ['重记', PRODUCT],
  'checkPassSays.reentries': ['冲销后重记的凭证，是不是算在原来那一期', PRODUCT],
};
