/** What the life of an asset in the books says when it refuses. */
export const ASSET_LIFE_SENTENCES: Readonly<Record<string, string>> = {
  'depreciation.olderThanBooks': '这项资产在 {opened} 建账以前就有了，请选“中途接着提”，填已经提了多少。',
  'depreciation.beforeAsset': '取得当月不提，从 {first} 起提。',
  'depreciation.beforeBooks': '账从 {opened} 开始，不能从更早的月份提。',
  'depreciation.bookedAlready': '{last} 的折旧已经记账，只能从它后面的月份改。',
  'depreciation.beforeTerms': '现在的规定从 {begun} 起，改的月份不能比它早。',
  'depreciation.lifeOutside': '{field}“{value}”要填 1 到 {most} 的整数，按月数。',
  'depreciation.notInBooks': '账上固定资产里没有“{asset}”，先把它记进账（期初余额或凭证，注明资产）。',
  'depreciation.costDiffers':
    '登记的原值 {register} 元，账上固定资产 {books} 元，相差 {difference} 元，两数要相等。',
  'depreciation.accumulatedDiffers':
    '填的已提折旧 {typed} 元，账上累计折旧 {books} 元，相差 {difference} 元，两数要相等。',
  'depreciation.notAShare': '残值要写金额（如 5000.00）或原值的比例（如 5%）。',
  'depreciation.nothingToSpread': '现在净值 {net} 元，残值 {salvage} 元，没有可以提的。残值要小于净值。',
  'depreciation.notYet': '{month} 还没有到，不能提。',
  'depreciation.nothingDue': '{month} 没有要提的折旧，或者已经提过了。',
  'depreciation.earlierDue': '要按月份先后提：先提 {earliest} 的，再提 {month} 的。',
  'depreciation.aboveBooks':
    '“{asset}”这个月要提 {amount} 元，账上净值只有 {left} 元。请核对固定资产和累计折旧。',
  'check.depreciationOther': '“{asset}”{month} 的折旧记了 {keptFen} 元，按折旧表是 {foundFen} 元。',
  'check.depreciationTwice': '“{asset}”{month} 的折旧有 {count} 张没有冲销的凭证，只能有一张。',
  'months.depreciationDue': '{month} 的折旧还没有记：{count} 项资产，共 {amount} 元。',
};
