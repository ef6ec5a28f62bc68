import { APPLIES_WORDS, FACT_WORDS } from './terms-policy';

const PRODUCT = '本系统';

/** What a document asks, by the fact's name, for sentences that name it. */
const ASKED: Readonly<Record<string, readonly [label: string, source: string]>> = Object.fromEntries(
  Object.entries({ ...FACT_WORDS, ...APPLIES_WORDS }).map(([fact, word]) => [
    `matterFact.${fact}`,
    [word, PRODUCT],
  ]),
);

/** The words of what documents ask of assets. */
export const ASSET_MATTER_TERMS: Readonly<Record<string, readonly [label: string, source: string]>> = {
  ...ASKED,
  'needUnit.share': ['比例，如 6%', PRODUCT],
  'needUnit.yuan': ['金额（元）', PRODUCT],
  'needUnit.days': ['整天数，至少 1', PRODUCT],
  'needUnit.working_days': ['整工作日数', PRODUCT],
  'needUnit.months': ['整月数', PRODUCT],
  'needUnit.count': ['不带单位的数', PRODUCT],
  'needUnit.day': ['日期，如 2025-07-11', PRODUCT],
  'page.matters': ['文件怎么说', PRODUCT],
  'page.villageMatters': ['资产对照文件', PRODUCT],
  'verdict.passed': ['符合', PRODUCT],
  'verdict.failed': ['不符合', PRODUCT],
  'verdict.explained': ['不符合，写了理由', PRODUCT],
  'verdict.undecided': ['还不知道', PRODUCT],
  'verdict.notAbout': ['不说这一处', PRODUCT],
  'aboutKind.asset': ['资产', PRODUCT],
  'aboutKind.lease': ['合同', PRODUCT],
  'aboutKind.project': ['在建项目', PRODUCT],
  'aboutKind.village': ['村里定的数', PRODUCT],
  'page.assetWatch': ['闲置、低效、亏损', PRODUCT],
  'page.assetRemedies': ['处置办法', PRODUCT],
  'page.officeAssetWatch': ['各村资产的闲置、低效、亏损', PRODUCT],
  'assetFlag.idle': ['闲置', PRODUCT],
  'assetFlag.lowYield': ['效益差', PRODUCT],
  'assetFlag.loss': ['亏损', PRODUCT],
  'assetNumber.idle_days': ['空着多少天算闲置', PRODUCT],
  'assetNumber.low_yield_share': ['一年净收益占原值多少以下算效益差', PRODUCT],
  'remedyKind.lease': ['出租', PRODUCT],
  'remedyKind.operate': ['自己经营', PRODUCT],
  'remedyKind.repair': ['修好再用', PRODUCT],
  'remedyKind.convert': ['改作别用', PRODUCT],
  'remedyKind.dispose': ['处置', PRODUCT],
  'remedyKind.other': ['别的办法', PRODUCT],
  'field.remedy': ['办法', PRODUCT],
  'field.what': ['做什么', PRODUCT],
  'field.who': ['谁负责', PRODUCT],
  'field.doneOn': ['哪天办完', PRODUCT],
  'field.cameOf': ['结果', PRODUCT],
  'field.doneBy': ['期限', PRODUCT],
  'field.remedyNumber': ['哪一个', PRODUCT],
  'field.matters': ['文件要问的', PRODUCT],
  'field.fromOn': ['从哪天起', PRODUCT],
  'field.answers': ['回答', PRODUCT],
  'field.incomeKind': ['文件说的哪种收入', PRODUCT],
  'field.incomeMode': ['文件说的哪种收益模式', PRODUCT],
  'field.paperAmount': ['单据上的总额', PRODUCT],
  'field.incomeReason': ['收入不照文件的理由', PRODUCT],
  'field.twiceReason': ['不是重复入账的理由', PRODUCT],
  'field.none': ['没有的', PRODUCT],
};
