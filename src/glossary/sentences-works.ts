import { INDUSTRY_SENTENCES } from './sentences-industry';

/** What is said about works and their labour sheets, and about industry. No sentence repeats a name. */
export const WORKS_SENTENCES: Readonly<Record<string, string>> = {
  'works.unknown': '没有这项工程。',
  'works.sheetUnknown': '没有这张工单。',
  'works.claimUnknown': '这一项不在已批准方案的劳务里，或者已经整笔列支了，请重新选。',
  'works.projectUnknown': '这个在建工程没有登记，或者已经验收了，请重新选。',
  'works.nameTaken': '已经有一项工程叫“{standing}”（空格、全角半角、末尾的标点不算不同），请换一个名字。',
  'works.fundsWithoutInvestment': '填了哪一级的资金，就要填总投资；不是以工代赈的，三个都不填。',
  'works.fundsAboveInvestment': '两级资金一共 {funds} 元，比总投资 {investment} 元多，请再看一遍。',
  'works.totalMissing': '方案这一项的别的工程填了总投资：劳务占比合起来算，这项工程也要填。',
  'works.totalsMissing':
    '劳务占比按方案这一项的全部工程合起来算，还缺总投资的工程：{works}。撤掉它们的工单和工程，按有总投资的重新登记。',
  'works.rowUnreadable':
    '第 {row} 行看不懂。每行写三样，用空格隔开：姓名或编号、天数、一天多少元，如“12 5 120”。',
  'works.rowNobody': '第 {row} 行的人不在名册上。先在成员名册登记，或者看看姓名、编号写对没有。',
  'works.rowSeveral': '第 {row} 行的姓名在名册上不止一个人，请写编号。',
  'works.rowDays': '第 {row} 行的天数“{value}”不对：写几天，最小半天，如 5 或 4.5。',
  'works.rowTooManyDays': '第 {row} 行写了 {value} 天，这张单子从头到尾只有 {most} 天。',
  'works.rowRate': '第 {row} 行的日工价“{value}”不是金额，要大于 0，最多两位小数。',
  'works.rowTwice': '第 {row} 行的人前面已经写过，一张单子上一个人只写一行。',
  'works.notOver': '{field} {value} 还没有到：干完了才记工。',
  'works.acrossMonths': '一张工单只记一个月，{field}最晚填 {last}，后面的另开一张。',
  'works.daysTwice':
    '{number} 号在 {from} 至 {to} 一共记了 {days} 天，这几天只有 {most} 天：同一天不能记两次，看看别的工单。',
  'works.alsoOnPost':
    '{number} 号在 {from} 至 {to}，考勤和工单合起来是 {days} 天，这几天只有 {most} 天：有的天付了两份钱。写明为什么，才能记。',
  'works.tooYoung': '{numbers} 号在干活的最后一天不满 {least} 岁，不能记工付报酬。',
  'works.cannotWork': '{numbers} 号在名册上是没有劳动能力的。真的干了活，写明理由。',
  'works.tooOld': '{numbers} 号在干活的最后一天超过 {most} 岁。能做这份活，写明理由。',
  'works.officer': '{numbers} 号是村干部。村干部领劳务报酬，写明理由。',
  'works.muchPay': '{numbers} 号一天的工价高于 {most} 元（这个数还没有确认）。没有写错，写明理由。',
  'works.againBeside':
    '这张工单 {on} 冲回了；那以后验收了“{work}”的第 {number} 张工单，是同样的日子，或者已经代替了这一张。不是重复记的，请写明理由。',
  'works.againElsewhere':
    '这张工单 {on} 冲回了；那以后 {year} 年第 {number} 号凭证已经代替了它。不是重复记的，请写明理由。',
  'works.labourOnly': '工单只付劳务报酬。材料和包工是费用，凭发票去“费用”里记。',
  'works.acceptedEarly': '{field} {value} 早于干活的最后一天 {to}：干完了才验收。',
  'works.acceptedAhead': '{field} {value} 还没有到，今天是 {today}。',
  'works.ownSheet': '这张工单是您自己记的，要另一个人验收。',
  'works.sheetOwed': '这张工单 {acceptedOn} 已经验收、列支了。要撤，先冲销它的凭证。',
  'works.sheetWithdrawn': '这张工单已经撤了。',
  'works.withdrawn': '这项工程 {on} 已经撤了，不再记工、验收；要做，重新登记一项。',
  'works.finishedStays': '这项工程 {on} 已经完工，不能撤。',
  'works.sheetsOwed': '还有 {count} 张工单已经列支：先冲销它们的凭证，撤掉工单，再撤工程。',
  'works.sheetsStanding': '还有 {count} 张工单没有撤：先撤掉工单，再撤工程。',
  'works.finished': '这项工程 {on} 已经完工，不再记工、验收。',
  'works.finishedAhead': '{field} {value} 还没有到，今天是 {today}。',
  'uses.acceptedBeforeEntry': '{field} {value} 早于登记的 {entered}：先登记，后验收，不能倒填日子。',
  'uses.endBeforeWork': '{field} {value} 早于最后一次干活的 {last}：活干完了才算完。',
  'uses.nothingDone': '还没有一笔验收、列支过：没干活、没进度，登记不了办完。',
  'works.sheetsWaiting': '还有 {count} 张工单没有验收，先验收或者撤掉，再登记完工。',
  'grant.aboveLine': '这一笔 {amount} 元，方案这一项还剩 {left} 元，多出 {excess} 元。',
  'grant.paidAhead':
    '方案还没有批准，账上却已经有 {paid} 元先付了这一笔：是从前多付的，或者日期写在后面的付款。先把那张付款的凭证对清，该冲销的冲销。',
  'grant.abovePool': '这一笔 {amount} 元，那天账上还有 {undistributed} 元，多出 {excess} 元。',
  'grant.claimUnknown': '方案里没有这一项。',
  'grant.beforeApproval': '方案 {approvedOn} 才同意，列支日期不能早于这一天。',
  'grant.twice': '这一项已经在 {grantedOn} 记过，不能再记。',
  'grant.byDays': '“{forWhat}”凭考勤列支，不能整笔列支：村里有人在岗，到“考勤”里登记出勤，由别人验收。',
  'grant.bySheets': '“{forWhat}”按工单或清单列支，不能整笔列支：到“小型公益事业”或“奖励补助”里去办。',
  'grant.byProcedure':
    '“{forWhat}”按文件的程序（{procedures}）办，不能整笔列支：到“奖励补助”里列清单，程序走完、签字齐了，由别人验收。',
  'grant.ownPlan':
    '“{forWhat}”是发给人的钱，没有名单整笔列支，要由另一个人办：方案是您起草的。请别的会计或者乡镇来列支；有名单的，登记考勤、工单或清单。',
  'grant.wholeWhy': '“{forWhat}”是发给人的钱，没有名单整笔列支，要写明为什么没有名单。',
  'grant.aboveClaim': '要列支 {amount} 元，方案里这一项只剩 {left} 元，多 {excess} 元。',
  'check.sheetDiffers':
    '“{work}”的第 {number} 张工单对不上：各行天数乘日工价是 {found} 元，各行的金额加起来是 {rows} 元，工单上是 {kept} 元。',
  'check.sheetGrantDiffers':
    '“{work}”的第 {number} 张工单（{amountFen} 元）和它的验收、列支对不上：列支不是它的、不止一笔，或者是自己验收自己的。',
  'check.workWithdrawnDiffers': '“{name}”登记过撤掉，可是还有 {count} 张工单没有撤，或者它已经完工。',
  'check.workNamedTwice': '没有撤的工程里，叫“{name}”的不止一项。',
  'check.reopenedDiffers': '“{what}”登记过因冲销重新打开，可是说的那张凭证不是它的，或者没有冲销。',
  'check.wholeGrantDiffers': '一笔没有名单的整笔列支对不上：列支的人就是起草方案的人。',
  'check.grantWithoutSheet': '一笔 {amountFen} 元的劳务列支没有工单。',
  ...INDUSTRY_SENTENCES,
};
