/** What the bank's statements and their matching say when they refuse. */
export const BANK_SENTENCES: Readonly<Record<string, string>> = {
  'bank.unknown': '没有这个银行账户。',
  'bank.lastFourWrong': '账号只记末四位数字，“{value}”不是四位数字。',
  'bank.nothingChanged': '和现在登记的一样，没有要更正的。',
  'bank.notABankAccount': '科目“{value}”不是银行存款，也不是它的明细科目。',
  'bank.poolUnknown': '没有“{value}”这一类资金。',
  'bank.scopeTaken': '科目“{value}”的这部分已经归账户“{other}”管，一笔账只能归一个银行账户。',
  'bank.layoutUnknown': '没有“{value}”这种对账单格式。',
  'bank.noLayout':
    '认不出这是哪种对账单：找不到写着日期、摘要和金额的表头。请在“格式”里选一种，或在表里补上表头。',
  'bank.noHeading': '按“{layout}”的格式找不到表头（要有 {wanted} 和金额这几列）。请换一种格式。',
  'bank.dayMissing': '第 {row} 行没有日期。',
  'bank.dayUnreadable': '第 {row} 行的“{value}”不是日期。',
  'bank.amountMissing': '第 {row} 行没有金额。',
  'bank.amountUnreadable': '第 {row} 行的“{value}”不是金额，最多两位小数。',
  'bank.bothSides': '第 {row} 行收入和支出都有数，只能有一边。',
  'bank.markUnknown': '第 {row} 行的“{value}”看不出是收入还是支出。',
  'bank.textTooLong': '第 {row} 行的文字太长。',
  'bank.balanceBreaks': '第 {row} 行的余额接不上：算出来是 {expected} 元，对账单写的是 {stated} 元。',
  'bank.dayOutside': '第 {row} 行的日期 {value} 不在 {from} 到 {through} 之间。',
  'bank.sumDiffers':
    '期初 {opening} 元加上各笔合计 {moved} 元，不等于期末 {closing} 元，差 {difference} 元。请看是不是少了行。',
  'bank.inFuture': '截止日期 {value} 还没有到，今天是 {today}。',
  'bank.beforeFirst': '起始日期 {value} 早于第一份对账单的 {first}。请从最早的一份开始导入。',
  'bank.openingDiffers':
    '期初余额接不上：按前面的对账单应是 {expected} 元，差 {difference} 元。请看中间是不是缺一份。',
  'bank.nextDiffers': '和 {next} 开始的那份接不上，差 {difference} 元。',
  'bank.lineLost': '前一份对账单里 {day} 有一笔 {amount} 元，这一份同一天却没有。',
  'bank.lineAdded': '第 {row} 行（{day}，{amount} 元）在前一份对账单里同一天没有。',
  'bank.statementKnown': '这份对账单已经导入过。',
  'bank.statementUnknown': '没有这份对账单，或者已经撤回。请刷新页面看看。',
  'bank.laterStatement': '后面还有 {from} 至 {through} 的一份。对账单从最后导入的撤起，请先撤回那一份。',
  'bank.matchSealed': '{month} 已经连同这笔勾对封账，调节表不再变，不能取消勾对。',
  'bank.statementSealed': '{month} 已经连同这份对账单封账，不能再撤回。',
  'bank.nothingTicked': '还没有勾。两边各勾上几笔再配。',
  'bank.oneSided':
    '只勾了一边，合计 {sum} 元。要么另一边也勾，要么只勾正负相抵的几笔；补记期初差额的，把差异原因写成“补记或更正期初差额”。',
  'bank.sumsDiffer': '两边不相等：银行 {bank} 元，账上 {books} 元，差 {difference} 元。要写明差在哪里。',
  'bank.codeUnknown': '差异原因要从列出的里面选。',
  'bank.noteMissing': '记错了要写明错在哪里。',
  'bank.noteOfRest':
    '这几笔配在一起还差 {difference} 元，说是在途，要写明那 {difference} 元什么时候、从哪里到。',
  'bank.lineUnknown': '没有这一笔，可能页面放久了，请刷新。',
  'bank.lineTaken': '{day} 的 {amount} 元已经配上了，请刷新页面看看。',
  'bank.matchUnknown': '这一组已经拆开，或者没有。请刷新页面看看。',
  'bank.suggestionsChanged': '能配的和刚才看到的不一样了，什么都没有配。请再看一遍。',
  'bank.notCovered': '对账单没有盖住 {day}，这一天画不出调节表。',
  'bank.accountClosed': '“{account}”{day} 销户了，不再导入、核对。销错了的，先撤回销户。',
  'bank.accountUsed': '“{account}”已经有对账单或对过账，不能撤掉。不用了的，办销户。',
  'bank.notClosed': '“{account}”没有销户，没有可撤回的。',
  'bank.laterAccount': '账户“{other}”已经接替它，销户不能撤回。那个账户是登记错的，先把它撤掉。',
  'bank.endSealed': '{month} 已经连同这次销户封账，销户不能再撤回。',
  'bank.endInFuture': '销户日期 {value} 还没有到，今天是 {today}。',
  'bank.endBeforeOpened': '销户日期 {value} 早于开户的 {opened}。',
  'bank.endNotCovered': '对账单没有盖住 {value}。先导入到销户那天的对账单。',
  'bank.endLaterLine': '对账单里 {day} 还有一笔，销户日期要在最后一笔那天或以后。',
  'bank.endLaterVoucher':
    '账上 {day} 还有这个账户的收付，在销户日期以后。换了账户的，写明换到哪个账户；没有换的，先冲销。',
  'bank.endBankNotNil': '{value} 银行余额还有 {amount} 元。余额为零才能销户，先导入转走那一笔的对账单。',
  'bank.endLinesOpen': '到 {value} 还有 {count} 笔没对上也没写原因，最早是 {day} 的 {amount} 元。先去对账。',
  'bank.endUnexplained': '期初还差 {amount} 元没有说明。先在调节表里看差在哪里。',
  'bank.endOurError':
    '到 {value} 还有 {count} 处写明是“账上记错”，改正了才能销户：冲销记错的，照实补记；' +
    '配在一起的先到“对账”页“已对上的”里拆开，再和补记的配上，冲销的和被冲销的两笔也配在一起。',
  'bank.endBooksNotNil':
    '{value} 账面余额 {books} 元，其中记错的 {wrong} 元、在途要由接替的账户收付的 {onWay} 元、' +
    '写明转到接替账户的 {moved} 元，还差 {difference} 元。转走的那一笔，在对账里把原因写成“销户转款”；' +
    '差的先补记，配在一起时写了差额原因的，先拆开，补记以后再配。',
  'bank.notTakenOver': '“销户转款”只用在两处：销户的账户转走的那一笔，接替它的账户收到的那一笔。',
  'bank.endNextMissing': '有 {moved} 元转到了接替的账户，要写明是哪个账户。',
  'bank.bookedBeforeEnd':
    '“{account}”已按余额为零销户，{day} 不能再添收付。改用销户以后的日期，或者先撤回销户。',
  'bank.bookedAfterEnd': '“{account}”已经销户，{day} 没有接替它的账户。先登记接替的账户，或者撤回销户。',
  'bank.openingAgrees': '期初银行和账上没有差额，不用说明，也没有可以抵的。',
  'bank.beyondOpening':
    '期初差额还剩 {left} 元，勾上的能抵 {takes} 元。只能抵同一方向、不超过剩下的；本来就算在期初里的不用再抵。',
  'months.bankOpeningOpen':
    '{account}开始对账那天，银行比账上多 {difference} 元（负数是少），还没写原因。在余额调节表上写明，或者找出那几笔。',
  'months.bankLineOpen': '{account}的对账单里，{month} 还有 {count} 笔没和账对上，也没写原因。',
};
