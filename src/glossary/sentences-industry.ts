/** What is said about industry projects and their stages. No sentence repeats a name. */
export const INDUSTRY_SENTENCES: Readonly<Record<string, string>> = {
  'industry.unknown': '没有这个产业项目。',
  'industry.claimUnknown': '这一项不在已批准方案的发展产业里，或者已经整笔列支了，请重新选。',
  'industry.nameTaken':
    '已经有一个产业项目叫“{standing}”（空格、全角半角、末尾的标点不算不同），请换一个名字。',
  'industry.returnHalf': '说好每年回报多少和从哪年起，要填就一起填：还缺“{field}”。',
  'industry.ahead': '{field} {value} 还没有到，今天是 {today}。',
  'industry.stageUnknown': '没有这一段。',
  'industry.stageWaiting': '第 {number} 段还没有验收，先验收或者撤掉它。',
  'industry.stageOwed': '这一段 {acceptedOn} 已经验收、列支了。要撤，先冲销它的凭证。',
  'industry.stageWithdrawn': '这一段已经撤了。',
  'industry.aboveClaim': '方案这一项除去等验收的只剩 {left} 元，这一段写多了。',
  'industry.acceptedEarly': '{field} {value} 早于这一段干完的 {to}：干完了才验收。',
  'industry.ownStage': '这一段是您自己记的，要另一个人验收。',
  'industry.finished': '这个产业项目 {on} 已经办完，不再记阶段、验收。',
  'industry.withdrawn': '这个产业项目 {on} 已经撤了，不再记、不再验收；要做，重新登记一个。',
  'industry.finishedStays': '这个产业项目 {on} 已经办完，不能撤。',
  'industry.stagesOwed': '还有 {count} 段已经列支：先冲销它们的凭证，撤掉那几段，再撤项目。',
  'industry.stagesStanding': '还有 {count} 段没有撤：先撤掉它们，再撤项目。',
  'industry.returnsStanding': '还有 {count} 笔收入算作它的回报：先在“回报”里撤掉，再撤项目。',
  'industry.numbersUnreadable': '“{value}”不是户号。写名册上的户号，用顿号或空格隔开，如 1、2、15。',
  'industry.householdUnknown': '第 {value} 户那天不在名册上，先在成员名册登记。',
  'industry.linkedAlready': '第 {value} 户已经登记为这个项目带动的户。',
  'industry.linkUnknown': '没有这一户，或者早就不再带动了。',
  'industry.endedBeforeLinked': '{field}要晚于开始带动的 {linkedOn}。',
  'industry.voucherUnknown':
    '这张凭证不是租金、分红或说好的回报，已经冲回，或者已经全算作别的项目的回报，请重新选。',
  'industry.namedAlready': '这张凭证已经算作这个项目那一年的回报，一年只算一次。',
  'industry.aboveVoucher': '这张凭证还没有算作回报的只有 {left} 元，请填少一些。',
  'industry.beforePromised':
    '说好的回报从 {from} 年起，{value} 年还没有回报。提前付的，写它是哪一年的回报；年份写错了就改。',
  'industry.returnFar':
    '{field} {value} 太远，最晚写 {last} 年。年份写错了就改；真要更晚才有回报，先不写约定的回报，来了钱照样可以记。',
  'industry.otherPayer': '付这笔钱的不是项目的经办人。真是它的回报，就写明为什么。',
  'industry.returnUnknown': '没有这笔回报，或者已经撤掉、冲回了。',
  'grant.byStages': '“{forWhat}”按产业项目的阶段列支，不能整笔列支：到“产业项目”里验收。',
  'check.stageGrantDiffers':
    '“{project}”的第 {number} 段（{amountFen} 元）和它的验收、列支对不上：列支不是它的、不止一笔，或者是自己验收自己的。',
  'check.projectWithdrawnDiffers':
    '产业项目“{name}”登记过撤掉，可是还有 {count} 段或者回报没有撤，或者它已经办完。',
  'check.projectNamedTwice': '没有撤的产业项目里，叫“{name}”的不止一个。',
  'check.grantWithoutStage': '一笔 {amountFen} 元的产业列支没有验收过的阶段。',
  'check.returnDiffers':
    '“{project}”{year} 年的回报：这张凭证一共算了 {amountFen} 元回报，凭证上的收入只有 {earnedFen} 元。',
};
