/** What the check of the books finds of rows without a voucher, and of the chain of their records. */
export const RECORD_SENTENCES: Readonly<Record<string, string>> = {
  'check.assetCostDiffers':
    '“{name}”的原值，登记簿是 {keptFen} 元，账上是 {foundFen} 元，相差 {differenceFen} 元。',
  'check.assetLossDiffers':
    '“{name}”的累计折旧，按折旧办法是 {keptFen} 元，账上是 {foundFen} 元，相差 {differenceFen} 元。',
  'check.chargeTermOther':
    '合同“{name}”{from} 至 {to} 这一期付过钱，付的时候的价钱在合同和它的变更里找不到：合同被改过，或者登记被改过。',
  'check.chargeDiffers': '合同“{name}”{from} 至 {to} 这一期付了 {keptFen} 元，照合同重算应是 {foundFen} 元。',
  'check.chargeAlone': '“{name}”是按合同付的，那份合同不见了。',
  'check.rowChanged': '{table:stepTable}里“{row}”这一条登记以后被改过，和第 {record} 条登记记录对不上。',
  'check.lastCheckUnreadable':
    '上一次查账（第 {number} 次）留下的结果读不出来，被人改过；它查到的链头和封账码没有拿来比，请和纸上的对一对。',
  'check.passUnreadable':
    '这一项没能查完：有一行读不出来，或者它牵着的那一行不在了。请先看“登记记录”指出的是哪一行。',
  'check.rowGone': '{table:stepTable}里“{row}”这一条不见了：第 {record} 条登记记录上有它。',
  'check.bookedRowGone':
    '{table:stepTable}里，{year} 年第 {number} 号凭证的那一条不见了：第 {record} 条登记记录上有它。',
  'check.rowUnrecorded': '{table:stepTable}里“{row}”这一条没有登记记录，不是从系统里登记进去的。',
  'check.recordBroken':
    '登记记录从第 {position} 条起对不上：有记录被改过、删过或者换过位置（{fault:refusalFault}）。',
  'check.recordsCut':
    '登记记录不全：记着有第 {position} 条，现在没有这一条或者不是原来那一条，记录只到第 {last} 条。',
  'check.recordsAdded': '登记记录多出来了：账上记着到第 {position} 条，现在有第 {last} 条。',
};
