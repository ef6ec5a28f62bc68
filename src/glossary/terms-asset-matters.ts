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
  'field.matters': ['文件要问的', PRODUCT],
  'field.fromOn': ['从哪天起', PRODUCT],
  'field.answers': ['回答', PRODUCT],
  'field.none': ['没有的', PRODUCT],
};
