/** What is said about rewards and subsidies. No sentence repeats a name. */
export const AID_SENTENCES: Readonly<Record<string, string>> = {
  'stateAid.unknown': '没有这笔政府补助。',
  'stateAid.withdrawn': '这笔政府补助已经撤了。',
  'stateAid.against':
    '文件要求“{says}”（{rule}），照单子记的不合这一条。先看单子有没有抄错；没有抄错，写明理由再记。',
  'stateAid.undecided': '“{says}”（{rule}）还定不了：先把下面文件要问的填上；单子上没有的，写明理由再记。',
  'check.stateAidDiffers':
    '第 {number} 笔政府补助对不上：各行标准乘份数是 {found} 元，各行的金额加起来是 {rows} 元，记下的是 {kept} 元。',
  'aid.unknown': '没有这张奖补清单。',
  'aid.claimUnknown': '这一项不在已批准方案的奖励补助里，或者已经整笔列支了，请重新选。',
  'aid.rowUnreadable': '第 {row} 行“{value}”看不懂：一行写一个人，依次写姓名或编号、标准、几份。',
  'aid.rowNobody': '第 {row} 行的人名册上没有。先在成员名册登记，或者看看姓名、编号写对没有。',
  'aid.rowSeveral': '第 {row} 行的姓名名册上不止一个人有，请写编号。',
  'aid.rowStandard': '第 {row} 行的标准“{value}”不是金额，要大于 0，最多两位小数。',
  'aid.rowTimes': '第 {row} 行的份数“{value}”不对：写整数，从 1 到 999。',
  'aid.rowTwice': '第 {row} 行的人前面已经有了，一张清单上一个人只写一行。',
  'aid.percent': '“{value}”不是百分数：写大于 0、不超过 100 的数，如 18 或 2.5。',
  'aid.totalDiffers':
    '各行标准乘份数一共 {total} 元，纸上的合计是 {stated} 元，差 {difference} 元。先和那张纸对上，再记。',
  'aid.abovePot': '各行一共 {total} 元，拿出来分的只有 {pot} 元，多 {excess} 元。',
  'aid.belowPot':
    '拿出来分的是 {pot} 元，各行一共 {total} 元，还剩 {left} 元，够每人再分一元以上：标准和这笔钱对不上。',
  'aid.equalSplit':
    '{people} 人每人都是 {amount} 元（零头差一分的也算），像是平均分。有正当理由的，在下面写明。',
  'aid.paidByGovernment': '这是财政付的，记在“政府补助”里，不从村里的收益出。',
  'aid.equalForbidden': '{people} 人每人都是 {amount} 元（零头差一分的也算）。县里已经确认：不许简单平均分。',
  'aid.stepAhead': '{value} 还没有到，今天是 {today}：办好了再记。',
  'aid.stepOutOfOrder': '“{step}”是 {ahead} 办的，后面一步不能早于它。',
  'aid.nothingNoted': '没有写新的日子，也没有改，什么都没有记。',
  'aid.noteUnknown': '这样手续没有记过，或者已经撤了。',
  'aid.acceptedAhead': '{field} {value} 还没有到，今天才 {today}。',
  'aid.acceptedEarly': '{field} {value} 早于最后一样手续的日子 {last}：手续办齐了才同意。',
  'aid.undecided':
    '还定不了合不合规定（{rule}）：{says}。缺：{missing}。先在“手续和材料”里记上；该县里定的数，先请县里定。',
  'aid.deadlinePassed':
    '{says}：{after}{count} 个工作日内，从 {from} 算起，最后一天是 {last}，已经过了。要同意，请写明晚的理由。',
  'aid.deadlineUnknown':
    '{says}：{after}{count} 个工作日内，从 {from} 算起。这一段的放假和调休还没有录进来，算不出最后一天。' +
    '请对照放假通知数一数，写明数到哪一天；过了的，写明晚的理由。',
  'aid.householdTwice':
    '第 {number} 号这一户，同一天已经有第 {list} 张清单给过同样的。不是重复给的，请写明理由。',
  'aid.againBeside':
    '这张清单 {on} 冲回了；那以后同意了第 {list} 张清单，给的是同样的，或者已经代替了这一张。不是重复给的，请写明理由。',
  'aid.againElsewhere':
    '这张清单 {on} 冲回了；那以后 {year} 年第 {number} 号凭证已经代替了它。不是重复给的，请写明理由。',
  'aid.equalTogether':
    '和同一天的第 {lists} 张清单合起来，{people} 人每人都是 {amount} 元，等于简单平均分。请写明每人一样多的理由。',
  'aid.ownList': '这张清单是您自己记的，要另一个人同意。',
  'aid.owed': '这张清单 {acceptedOn} 已经同意、列支了。要改，先冲销它的凭证。',
  'aid.withdrawn': '这张清单已经撤了。',
  'check.aidDiffers':
    '第 {number} 张奖补清单对不上：各行标准乘份数是 {found} 元，各行的金额加起来是 {rows} 元，清单上是 {kept} 元。',
  'check.aidGrantDiffers':
    '第 {number} 张奖补清单（{amountFen} 元）和它的同意、列支对不上：列支不是它的、不止一笔，或者是自己同意自己的。',
  'check.grantWithoutAid': '一笔 {amountFen} 元的奖补列支没有清单。',
};
