const ASSISTANCE = '国办函〔2021〕51号';
const PRODUCT = '本系统';

/** The words of photos and papers. */
export const ASSET_FILE_TERMS: Readonly<Record<string, readonly [label: string, source: string]>> = {
  'page.files': ['照片和材料', PRODUCT],
  'paperKind.photo': ['照片', PRODUCT],
  'paperKind.contract': ['合同', PRODUCT],
  'paperKind.titlePaper': ['确权证书', ASSISTANCE],
  'paperKind.acceptance': ['验收单', ASSISTANCE],
  'paperKind.bill': ['票据', PRODUCT],
  'paperKind.resolution': ['会议决议', PRODUCT],
  'paperKind.valuation': ['评估报告', PRODUCT],
  'paperKind.policy': ['保险单', PRODUCT],
  'paperKind.other': ['其他材料', PRODUCT],
  'audience.office': ['只在办公系统里', PRODUCT],
  'audience.public': ['公开名片上也给看', PRODUCT],
  'field.paperKind': ['是什么', PRODUCT],
  'field.datedOn': ['拍照或签字日期', PRODUCT],
  'field.audience': ['给谁看', PRODUCT],
  'field.fileId': ['哪一份', PRODUCT],
  'field.ownerKind': ['属于什么', PRODUCT],
  'field.ownerId': ['属于哪一个', PRODUCT],
  'checkPass.files': ['照片和材料', PRODUCT],
  'checkPassSays.files': ['存的照片和材料有没有被换过、改过，所属的资产、合同在不在', PRODUCT],
};
