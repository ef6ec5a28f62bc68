/** What is said about the register of assets. */
export const REGISTER_SENTENCES: Readonly<Record<string, string>> = {
  'assets.unknown': '没有这项资产。',
  'assets.shareNotDue': '台账现在不用跟着份额表改：先看这一页写着要做的。',
  'assets.noShareVoucher': '这项资产现在没有份额划转的凭证要记。',
  'assets.beforeShareTable': '{value} 早于份额表的第一天 {since}，划转不能比它早。',
  'assets.lossAfterTransfer':
    '{value} 账上累计折旧是 {then} 元，现在是 {now} 元：那天以后还提过折旧。日期要在最后一次折旧凭证以后。',
  'assets.termsSinceTransfer': '份额划转以后又定了从 {month} 起的折旧条件：先撤销那次条件，再冲销划转。',
  'assets.nameTaken': '已经有一项资产叫“{value}”，请换一个名称。',
  'assets.acquiredLater': '取得日期 {value} 还没有到，今天是 {today}。',
  'assets.fundsNotCost': '资金来源合计 {funds} 元，原值 {cost} 元，相差 {difference} 元，两数要相等。',
  'assets.classNotOfKind': '{kind:assetKind}要登记为{class:assetClass}资产。',
  'assets.householdTitle': '到户类资产的产权归农户，归农户的资产是到户类；资产类别和产权归属要一致。',
  'assets.costNotOurs':
    '产权归{level:titleLevel}，原值和资金来源记在产权单位的台账上，这里都留空；村里登记的是收益权。',
  'assets.earnsNothing': '“{asset}”是{class:assetClass}资产，村集体不从它取得收益，也不在收益里列它的费用。',
  'assets.yearToCome': '{field} {value} 还没有到，最晚是 {latest} 年。',
  'assets.yearAfterAcquired':
    '{field} {value} 晚于取得资产的 {latest} 年。确实更晚的，台账里在备注写明原因；其他的登记以后改，写明原因。',
  'assets.plateTaken': '标牌编号“{value}”已经挂在“{asset}”上，一块牌子只认一处资产，请核对。',
  'assets.plateTakenThere':
    '标牌编号“{value}”在本县已经给了{village}的“{asset}”，全县一块牌子只认一处资产，请核对。',
  'assets.plateTakenInCounty':
    '标牌编号“{value}”在本县别的村已经用了，全县一块牌子只认一处资产。请核对；只在本村排的顺序号不填在这里。',
  'assets.plateOdd': '标牌编号“{value}”和本县的写法不一样，本县写成“{like}”这样，请核对。',
  'assets.correctedMeanwhile':
    '您填的时候别人已经更正过：{fields:field}。您填的还在这里，请打开资产页看过；再存一次，就以您填的为准。',
  'particulars.changedMeanwhile':
    '您填的时候别人已经改过：{fields:field}。您填的还在这里，请打开资产页看过；再存一次，就以您填的为准。',
  'particulars.later': '{field} {value} 还没有到，今天是 {today}。',
  'particulars.beforeAsset': '{field} {value} 早于取得日期 {acquired}。',
  'review.noClasses': '{day} 适用的政策文件没有给出资产分类，或者没有适用的文件，不能评。',
  'review.notInList': '“{value}”不是《{title}》的分类，它的分类是：{known}。别的文件的叫法不能代替。',
  'review.nothing': '一处资产也没有评，请至少选一处的分类。',
  'review.notEarning': '这一处不是本村的经营性资产，不评。',
  'review.beforeAsset': '“{asset}”{day} 才取得，那以前不能评。',
  'review.afterAsset': '“{asset}”{day} 已经离开台账，从那天起不评。',
  'assets.draftWaits':
    '凭证“{summary}”还没有记账，里面有这项资产的原值，是按现在的数写的。先记账或者作废它，再改原值。',
  'assets.nameInVouchers': '已经有凭证写着“{name}”，名称不能再改。',
  'assets.costBooked':
    '账上固定资产已经有它的原值 {booked} 元，只能改成和账上一样；账上错了，先冲销那张凭证。',
  'particulars.notDisposed':
    '“已处置”不用填：在“折旧和处置”里记了处置，状态就是已处置。没有处置的，请选现在的状态；处置完的旧资产不用登记。',
  'register.answersFirst':
    '“{asset}”有文件要先回答的问题，表里没有地方写：先在“登记资产”里单独登记这一项，再导入这张表，导入时会跳过它。',
  'particulars.disposed': '这项资产 {day} 已经离开台账，从那天起状态是已处置。',
  'particulars.suspended': '它从 {since} 起报停，那天以后状态只能是闲置或毁损；又用起来了，先登记恢复使用。',
  'particulars.unchanged': '和现在登记的一样，没有改动。',
  'particulars.notYears': '{field}“{value}”要填整年数，1 到 100。',
  'particulars.notADegree': '{field}“{value}”要在 {least} 到 {most} 之间，最多六位小数；经度、纬度不要填反。',
  'register.nothing': '表里没有资产。',
  'register.nameTwice':
    '{field}：“{value}”在第 {row} 行已经有了。资金跨年度的，只填名称、资金年度和各级金额。',
  'register.noCondition': '填了坐落、经纬度这些情况的，要有“状态”（如 在用、闲置）。',
  'register.wordUnknown': '{field}：没有“{value}”这个说法，要写成：{known}。',
  'register.jointStation': '{field}：联村电站有份额表，请在“登记资产”里登记，再从表里去掉这一行。',
  'register.differs':
    '{field}：这项已经登记过，登记的是“{standing}”。导入不改已登记的，请在资产页改，或改成一样。',
  'register.totalWrong': '{field}：合计“{value}”和各行加起来的 {sum} 元不符，相差 {difference} 元。',
  'register.unitTwice': '表里写了不同的金额单位：{units}。请在表里只留对的一个，再重新上传。',
  'register.notInWan': '{field}“{value}”不是金额：这一栏按万元填，最多六位小数，例如 12.6000。',
  'register.unitUnknown': '金额单位“{value}”读不了，请改成元或万元，再重新上传。',
  'register.elsewhere': '表里写的是{other}（“{text}”）。确实是本村的，写明理由再确认。',
  'register.unknown': '没有“{value}”这种台账表式。',
  'crossTabs.notALine': '第 {line} 行“{value}”看不懂：要写名称、项数、万元，空格隔开。',
  'crossTabs.lineTwice': '第 {line} 行“{value}”的名称上面已经有一行了，一项只写一行。',
  'crossTabs.wordUnknown':
    '第 {line} 行“{value}”：只能写经营性、公益性、到户类，村集体、乡镇、县、农户，或者合计。',
  'crossTabs.totalAlone': '第 {line} 行的合计上面没有别的行。',
};
