/** Whose money may not go out yet, by the plan; whoever objected to its sheet waits for an answer. */
const PLAN = '{from}至{to}{pool:pool}的方案';
const OBJECTED = '，还有 {count} 条意见没有答复';

/** Sentences of pay lists. */
export const PAYOUT_SENTENCES: Readonly<Record<string, string>> = {
  'payouts.planUnpublished': `${PLAN}还没有公示，公示满了才能发这笔钱。`,
  'payouts.planNotProven': `${PLAN}的公示还没有登记张贴：没有照片，天数不算，满了才能发这笔钱。`,
  'payouts.planNotProvenObjected': `${PLAN}的公示还没有登记张贴，没有照片，天数不算${OBJECTED}，都办完了才能发这笔钱。`,
  'payouts.planHangs': `${PLAN}公示到 {until}，{payFrom} 起可以发这笔钱。`,
  'payouts.planHangsObjected': `${PLAN}公示到 {until}${OBJECTED}；答复完了，{payFrom} 起可以发这笔钱。`,
  'payouts.planHangsThen': `${PLAN}公示到 {until}，满了还有“{step}”没有办，办完才能发这笔钱。`,
  'payouts.planTornDown': `${PLAN}的公示提前揭下了，只贴满 {hung} 天；再贴出，贴满天数以后才能发这笔钱。`,
  'payouts.planTornDownObjected': `${PLAN}的公示提前揭下了，只贴满 {hung} 天${OBJECTED}；贴满、答复完了才能发这笔钱。`,
  'payouts.planObjected': `${PLAN}的公示还有 {count} 条意见没有答复，答复完了才能发这笔钱。`,
  'payouts.planStepNext': `${PLAN}还有“{step}”没有办，办完才能发这笔钱。`,
  'payouts.paymentFirst':
    '这一笔付过，付款记在{payments}；现在冲销，付的钱就算到了还没批准的那个方案头上。请先冲销{payments}，' +
    '再冲销这一张，按对的重新列支，最后照银行的日期和金额重新记付款，“付的是哪一笔”选新列支的。',
  'payouts.notNow': '发放清单现在是“{state:payListState}”，不能办这一步。',
  'payouts.unknown': '没有这张发放清单。',
  'payouts.noParts': '一笔也没有选，至少要选一笔。',
  'payouts.partUnknown': '选的有几笔已经不欠了，请重新打开这一页再选。',
  'payouts.cashWhyMissing': '发现金要写为什么。',
  'payouts.unsure': '{who}的这一笔不知道付过没有，先把以前付款的凭证对清，再列进发放清单。',
  'payouts.onOtherList': '{who}的这一笔已经在另一张没办完的发放清单上。',
  'payouts.paidAlready': '{who}的这一笔已经付过。',
  'payouts.noAccount': '{who}没有登记收款账户，先在人口名册里登记，或者换一种发法。',
  'payouts.otherAccount': '{who}登记的不是这一种账户，放到另一张发放清单上，或者先改账户。',
  'payouts.accountChanged': '{who}的收款账户在列清单以后改过，原来的审核不算数了；请撤回这张清单，重新列。',
  'payouts.beforeSending': '银行办的日子 {day} 早于送银行的日子 {sentOn}。',
  'payouts.beforePaid': '第 {lines} 行的钱 {paidOn} 才付出去，{value} 还退不回来，请再核对退回的日子。',
  'payouts.dayAhead': '银行办的日子 {day} 还没到，今天是 {today}。',
  'payouts.paidWithReason': '选的是付成了，又写了退回的原因：要么改成没付成，要么把原因去掉。',
  'payouts.lineNumbers': '“{value}”不是行号，行号之间用逗号隔开。',
  'payouts.notOnItsWay': '第 {lines} 行不是在途的，可能已经办过，或者没有这一行。',
  'payouts.notPaid': '第 {lines} 行没有付过，或者已经退回。',
  'payouts.notFailed': '第 {lines} 行没有记过没付成，不用改回在途；付成以后退回来的，凭证已经记了。',
  'payouts.listedSince': '第 {lines} 行后来又列在别的清单上，先撤回那张清单，或者等它办完，再改这一张。',
  'payouts.paidSince':
    '第 {lines} 行后来已经付了、可能付了，或者不欠了，不能改回在途；先查银行流水，付重了的要收回来。',
  'payouts.rowsChanged': '这张清单和送银行时不一样了，不能再取；请查是谁改过名册。',
  'payCheck.diedThen':
    '{who}登记在 {day} 去世，这一笔是那个月的，算到 {until}。去世以前做的可以发给继承人：核对出勤只算到哪天，' +
    '写明由谁领、凭什么。',
  'payCheck.diedBefore':
    '{who}登记在 {day} 去世，这一笔算到 {until}，去世以后的月份不能发。先到名册和出勤里核对，把多算的冲掉。',
  'payCheck.died': '{who}登记在 {day} 去世。以前欠的可以发给继承人，写明由谁领、凭什么。',
  'payCheck.left': '{who}登记在 {day} 离开了本村，这一笔算到 {until}。',
  'payCheck.accountShared': '{who}登记的是同一个收款账户，又不是一户。写明为什么。',
  'payCheck.accountOfHousehold': '{who}是一户，登记的是同一个收款账户。',
  'payCheck.accountChanged':
    '{who}的收款账户在 {day} 改过，到今天不超过 {days} 天。核对是不是本人改的，写明怎么核对的。',
  'payCheck.onOtherList': '{who}同一时间（{when}）在{list}上还有一笔 {other} 元。写明为什么不是重复。',
  'payCheck.unlikeOthers': '{who}这一笔 {amount} 元，同一项的人一般是 {usual} 元。',
  'payCheck.unusual': '{who}这一笔 {amount} 元，以前同一项一般是 {usual} 元。',
  'payCheck.officer': '{who}在名册上登记是村干部或村干部的亲属，这一笔 {amount} 元。写明是怎么评上的。',
  'payCheck.equalSplit': '同一项给 {people} 个人发的都是 {amount} 元，一分不差。写明为什么不是平均分。',
  'payCheck.peoplesSum':
    '“{what}”是发给人的钱，没有名单，整笔 {amount} 元付给{who}，列支时写的是“{why}”。写明怎么到人手里。',
  'payees.debtUnknown': '没有这一笔整笔列支的钱，它可能已经冲销。',
  'payees.paid': '这一笔已经付了，不用再写付给谁。',
  'payees.onList': '这一笔在{list}上，先撤回清单，或者记下银行付没付成，再改付给谁。',
  'payees.otherKind': '往来单位里的“{name}”登记的是“{kind:counterpartyKind}”，照登记的选。',
  'payees.accountLength': '单位的账号是8到32位数字，请再核对。',
  'payouts.aboveLine':
    '“{name}”（{from}至{to}的方案）这一项批了 {promised} 元，已付 {paid} 元，别的清单上有 {onLists} 元，' +
    '还能发 {left} 元；这张清单要发 {amount} 元，多出 {excess} 元。到“还欠谁的”里核对付多了没收回的；' +
    '要多发，先由新的分配方案批下来。',
  'payouts.inFlight':
    '{account}上有 {held} 元列在{lists}上，只剩 {left} 元可以另外付；' +
    '要付这些人，就等清单发完，或者到“发放清单”里先撤回、记没付成。',
  'payouts.debtOnList':
    '这笔待发的钱在{list}上（{state:payListState}），先撤回清单，或者记下银行付没付成，再冲销。',
  'payouts.cameBack': '这张凭证付出去的钱有的已经退回，退回记在{voucher}，先冲销那一张，再冲销这一张。',
  'payouts.onListAgain': '退回来的这笔钱又列在{list}上，先把那张清单撤回或者办完，再冲销。',
  'payouts.paidAgain': '退回来的这笔钱后来又付过，付款记在{voucher}，先冲销那一张，再冲销这一张。',
  'payouts.paymentReversed': '付这几笔的凭证已经冲销，没有付过的钱不能再记退回。',
  'national.nothingPaid': '这张清单还没有付过，没有要录入的。',
  'national.dayAhead': '“{value}”还没有到，今天是 {today}。',
  'national.beforePaid': '“{value}”在第一笔付出去（{paidOn}）以前。',
  'national.reasonMissing': '这张清单现在付了 {amount} 元 {lines} 笔，和您填的不一样，请写明原因。',
  'payAdvice.notSent': '清单送银行以后才打发放通知单。',
  'payAdvice.nobody': '没有要打的人：清单上的人都打过了。要重打，请选一个人，或者选全部重打。',
  'payAdvice.printed': '这一次已经打过了，码只打一次、系统里不留。文件丢了，请重打，原来的码就不能用了。',
  'slip.unknownCode': '这个码打不开。请照着通知单一个一个核对；打过新通知单的，原来的码不能用了。',
  'slip.closed': '试错的次数太多了，请 {minutes} 分钟以后再试，或者问村会计。',
};
