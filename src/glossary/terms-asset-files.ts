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
  'paperKind.minutes': ['会议记录', PRODUCT],
  'paperKind.valuation': ['评估报告', PRODUCT],
  'paperKind.policy': ['保险单', PRODUCT],
  'paperKind.signedSheet': ['签了字的表', PRODUCT],
  'paperKind.other': ['其他材料', PRODUCT],
  'audience.office': ['只在办公系统里', PRODUCT],
  'audience.public': ['公开名片上也给看', PRODUCT],
  'field.paperKind': ['是什么', PRODUCT],
  'field.datedOn': ['日期', PRODUCT],
  'field.audience': ['给谁看', PRODUCT],
  'field.fileId': ['哪一份', PRODUCT],
  'field.ownerKind': ['属于什么', PRODUCT],
  'field.ownerId': ['属于哪一个', PRODUCT],
  'page.assetCards': ['资产名片', PRODUCT],
  'assetCard.open': ['已办，看名片', PRODUCT],
  'assetCard.none': ['没有办', PRODUCT],
  'assetCard.household': ['农户的资产，不公开', PRODUCT],
  'assetCard.left': ['起已经处置，不再是村里的资产。', PRODUCT],
  'checkPass.files': ['照片和材料', PRODUCT],
  'checkPassSays.files': ['照片、材料有没有被换过、改过，所属的资产、合同和公开名片在不在', PRODUCT],
};
