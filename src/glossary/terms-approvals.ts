const PRODUCT = '本系统';
const LAW = '村民委员会组织法第三十四条';

/** The words of routes and of the steps a plan takes. */
export const APPROVAL_TERMS: Readonly<Record<string, readonly [label: string, source: string]>> = {
  'page.batchReviews': ['一起审核', PRODUCT],
  'planStanding.decided': ['已决定', PRODUCT],
  'planStanding.hanging': ['公示中', PRODUCT],
  'planStanding.closed': ['已通过', PRODUCT],
  'field.agreed': ['同意的方案', PRODUCT],
  'evidence.minutes': ['会议记录', LAW],
  'evidence.attendance': ['签到表', PRODUCT],
  'evidence.resolution': ['会议决议', PRODUCT],
  'evidence.photo': ['现场照片', PRODUCT],
  'evidence.signed_paper': ['签了名的意见', PRODUCT],
  'evidence.display_photo': ['张贴照片', PRODUCT],
  'evidence.filing_receipt': ['备案回执', PRODUCT],
  'field.paperTitles': ['材料名称', PRODUCT],
  'field.paperPlaces': ['材料放在哪里', PRODUCT],
  'field.paperPages': ['页数', PRODUCT],
  'field.paperFiles': ['存好的材料', PRODUCT],
  'field.papersOutOn': ['方案哪天放出来的', PRODUCT],
};
