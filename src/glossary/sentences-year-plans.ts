/** Sentences of yearly use plans. */
export const YEAR_PLAN_SENTENCES: Readonly<Record<string, string>> = {
  'yearPlan.withoutUses': '年度计划里一项用途也没有，至少要有一项。',
  'yearPlan.aboveExpected': '预计能用 {expected} 元，用途 {used} 元、预留 {reserve} 元，多出 {excess} 元。',
  'yearPlan.yearFloorKept':
    '照这份计划，{year} 年{uses} {covered} 元，占预计{whole:whole} {amount} 元的 {share}，不低于 {asked}（{bound} 元）。',
  'yearPlan.yearFloorBroken':
    '照这份计划，{year} 年{uses} {covered} 元，占预计{whole:whole} {amount} 元的 {share}，' +
    '低于 {asked}（{bound} 元），差 {short} 元。',
  'yearPlan.yearCapKept':
    '照这份计划，{year} 年{uses} {covered} 元，占预计{whole:whole} {amount} 元的 {share}，没有超过 {asked}（{bound} 元）。',
  'yearPlan.yearCapBroken':
    '照这份计划，{year} 年{uses} {covered} 元，占预计{whole:whole} {amount} 元的 {share}，' +
    '超过 {asked}（{bound} 元），多了 {short} 元。',
  'yearPlan.notNow': '年度计划现在是“{state:yearPlanState}”，不能办这一步。',
  'yearPlan.otherYear': '只能编今年（{thisYear}年）和明年的计划。',
  'yearPlan.moneyUnknown': '没有“{value}”这一项收入或费用。',
  'yearPlan.whyMissing': '和账上算出来的不一样，要写为什么。',
  'yearPlan.notTheProduct': '人数 × 标准 × 月数是 {product} 元，和填的金额不一样；金额可以空着，自动算。',
  'yearPlan.postsInPart': '人数、标准、月数要一起填，或者都不填。',
  'yearPlan.count': '要填 1 到 {most} 的整数。',
  'whatIf.tooMany': '一份方案最多留 {most} 份试算，先扔掉用不着的。',
  'whatIf.unknown': '没有这份试算，可能已经扔掉了。',
  'yearPlan.nothingProposed': '一项用途也没有填，没有什么可以给各村。',
  'yearPlan.proposedTwice': '“{value}”在同一类用途里填了两次，合成一行。',
  'yearPlan.noJointStation': '没有这座代管的联村电站。',
  'yearPlan.noShareTable': '{station}到这一年还没有份额表，分不到各村。先登记份额表。',
  'yearPlan.notProposed': '没有给本村拟过这一年的这份计划。',
  'yearGrant.noPosts': '{year} 年的年度计划里没有公益岗位这一项，工资不能按它列支。',
  'yearGrant.otherYear': '{month} 的工资不归 {year} 年的年度计划。',
  'yearGrant.settled':
    '{month} 的钱已经分到 {to}，那一期的方案管这个月，不再按年度计划列支：选那份方案里的岗位工资。',
  'yearGrant.aboveLine': '这一笔 {amount} 元，年度计划这一项还剩 {left} 元，多出 {excess} 元。',
  'yearGrant.aboveFree': '这一笔 {amount} 元，账上没有答应出去、没有预留的还有 {free} 元，差 {excess} 元。',
  'plan.belowGranted':
    '按年度计划已经列支了“{use}” {granted} 元，方案这一项只有 {amount} 元，少 {short} 元：这一项要把已经列支的包括进去。',
  'yearPlan.belowGiven':
    '“{use}”这一年已经定下和列支了 {given} 元，改后的计划只有 {planned} 元，少 {short} 元：不能改到已经用了的以下。',
  'yearPlan.changeWhyMissing': '这一年已经有定了的计划，改它要写为什么。',
};
