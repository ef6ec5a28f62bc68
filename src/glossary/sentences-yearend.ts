import { DIVIDEND_SENTENCES } from './sentences-dividends';

/** What the end of a fiscal year says when it refuses, and the correction of an earlier one. */
export const YEAR_END_SENTENCES: Readonly<Record<string, string>> = {
  'yearEnd.notOver': '要到 {day} 才能做年终结转。',
  'yearEnd.monthOpen': '{period} 还没有结账，先结了它，再做年终结转。',
  'yearEnd.earlierYearOpen': '{earlier}年的收支还没有结转，要先做完那一年的。',
  'yearEnd.suspense': '{account}（{pool:pool}）还有 {amount} 元，年终要先处理完。',
  'yearEnd.unexplained': '{account}（{pool:pool}）还有 {amount} 元，要写明为什么留到下一年。',
  'yearEnd.stepBooked': '“{step:closingStep}”已经记过账，一年只记一次。',
  'yearEnd.stepNotNext': '要按次序来：先做“{next:closingStep}”，再做“{step:closingStep}”。',
  'yearEnd.laterBooked': '后面的“{later:closingStep}”已经记过账，要先冲销它，才能动“{step:closingStep}”。',
  'yearEnd.nothingToClose': '“{step:closingStep}”没有余额要结转。',
  'yearEnd.reversedInOtherYear': '年终结转只能在当年 {day} 冲销，不能记到下一年。',
  'yearEnd.enteredAfterClosing':
    '{year}年做完“{step:closingStep}”以后又记了收支，要先冲销这一步，再重做一次。',
  'yearEnd.notClosed': '{year}年还没有做完年终结转，请先结转，再结12月的账。',
  'yearEnd.notAShare': '要写比例（如 5%）或金额（如 475.00）。',
  'yearEnd.noSuchPool': '没有“{value}”这种资金。',
  'yearEnd.nothingTaken': '{pool:pool}按“{value}”算下来是 0.00 元；不提的请空着。',
  'yearEnd.aboveDistributable':
    '{pool:pool}弥补亏损以后可分配 {most} 元，不够提 {amount} 元。先弥补亏损，别的资金的亏损也算，再提公积公益金。',
  'yearEnd.aboveWhole': '各种资金合起来，弥补亏损以后可分配 {most} 元，不够提 {amount} 元。',
  'yearEnd.noReserve': '没有填提取多少；不提就不用记这一步。',
  'reversal.otherChart':
    '换科目表时，{chart}年的“{account}”可以转入几个新科目（{to}），这一张转到了哪一个，账上看不出来，不能冲销。请用现在的科目另记一张，改掉差额；收入、支出用“更正以前年度”改。',
  'reversal.ofChartChange': '换科目表的凭证不能冲销：余额已经转到新科目表。',
  'reversal.debtGivenUp':
    '这笔欠款，{account}（{pool:pool}）有 {amount} 元转成了收入、别的往来，或者和别的记在一起看不出付了：请先冲销{voucherYear}年 记-{voucherNumber}。',
  'reversal.turnedAway':
    '这笔{account}（{pool:pool}）有 {amount} 元没收到钱就转掉了（抵账、换人、赔款、换资金）：请先冲销{voucherYear}年 记-{voucherNumber}。',
  'reversal.raisedTurned':
    '{pool:pool}的{account}已经转作公积公益金或资本，冲销以后有 {amount} 元就没有人交过钱了：请先冲销{voucherYear}年 记-{voucherNumber}。',
  'reversal.lossCovered':
    '{pool:pool}的亏损已经用公积公益金补过，改了以后有 {amount} 元补多了。请先冲销补亏的那张凭证，再改，最后照实补亏。',
  'reversal.takenOff':
    '{year}年{pool:pool}的“{account}”已经冲回过，只剩 {most} 元，再冲销这张就多冲了。请先冲销记退回的那张凭证。',
  'reversal.corrected':
    '{year}年{pool:pool}的“{account}”已经用“更正以前年度”减过，只剩 {most} 元，再冲销这张就减了两次。请先冲销那张更正凭证。',
  'correction.notIncomeOrExpense': '“{value}”不是收入或支出科目。',
  'correction.counterNotAllowed':
    '对方科目不能是“{value}”：只能是库存现金、银行存款、内部往来、借款、各种应付款，和手工记的摊销、生物资产折旧。应收款、物资、资产、投资、专款、资本和公积公益金都另有登记的地方。',
  'correction.incomeNotWorn': '收入不能记到“{value}”：它只记折旧、摊销，对着的是支出。',
  'correction.incomeHasForm':
    '{pool:pool}收到的钱要写明哪处资产、什么收益，不在这里记。冲销过的，在那张凭证上点“改正后重记”，算回那一年；没记过的，在收益里登记，所属期写那一年，算今年的。',
  'correction.costHasForm':
    '{pool:pool}付的费用不在这里记。冲销过的，在那张凭证上点“改正后重记”，算回那一年；没记过的，在“必要费用”里登记，算今年的；退回来的在那笔费用上登记。这里只减以前多记的欠款。',
  'correction.sameYear': '“{value}”不是以前年度；今年的错在今年冲销重记。',
  'correction.yearNotClosed': '{year}年还没有结转，直接在那一年里更正。',
  'correction.aboveYear': '{year}年{pool:pool}的“{account}”（按现在的科目）只有 {most} 元，不能多减。',
  'correction.sameAgain':
    '这个月已经有一笔一样的更正，科目、金额都相同。真的又有一笔，写明“不是重复入账的理由”。',
  'correction.notSeen': '没有一样的更正，{field}请空着。',
  'correction.abovePool': '{pool:pool}只剩 {most} 元，不够 {amount} 元。',
  'report.chartChanged': '这段时间换过科目表（{from} 年换成 {to} 年），同一个编码意思不同，请按年分开看。',
  'report.otherChart':
    '所属月份在这段时间里的账，有一笔记在{chart}年科目表的“{account}”上，{own}年科目表里没有意思相同的一个科目，这张表按所属月份编不准。请按记账日期看，那一笔在它记账的那一年里。',
  'chart.mapping': '新旧科目对照表里“{value}”写得不对：旧科目要每个都有，新科目要在新表里。',
  'chartChange.notKnown': '没有从 {from} 年科目表换到 {to} 年科目表的对照表。',
  'chartChange.notYet': '新科目表从 {day} 起用，到那天才能换。',
  'chartChange.yearNotClosed': '{year}年还没有结转完，先做年终结转，再换科目表。',
  'chartChange.monthHeld':
    '{month}已经结账，换科目表的凭证记不进去。先在“月份”里写明原因把它打开，换好科目表再结账。',
  'chartChange.monthSealed': '{month}已经封账，不能从第二天起换科目表：要换，从下一个1月1日起换。',
  'chartChange.bookedAfter': '{day} 以后已经记了账，不能再从那天起换科目表。',
  'chartChange.drafts':
    '还有 {count} 张凭证草稿没有入账。草稿按旧科目表填的，换表以后同样的编码是别的科目：先入账或者作废。',
  'chartChange.recurring':
    '常设凭证“{name}”还没有停，或者还有该记没记的月份。它按旧科目表立的：换表前记完、停下，换表后按新科目表另立。',
  'chartChange.noMapping': '{account} 有余额，对照表里没有写转到哪个新科目。',
  'chartChange.choiceMissing': '{account} 有余额，要选转到哪个新科目（{to}）：{note}。',
  'period.otherChart': '{day} 还用旧科目表，{from} 起已经换用新科目表，不能再往前记。',
  'uses.shareAboveSurplus': '没分的收益是 {most} 元，不够分 {amount} 元；有亏损的，先弥补亏损。',
  'uses.shareAbovePool':
    '这笔钱里能动的只有 {most} 元，不够分 {amount} 元：已批准的方案答应发的、留存的，不能分。',
  'uses.sharePaid': '这笔分给成员的，已经付出去 {paid} 元，要冲销请先冲销付款的凭证。',
  'uses.shareOfEarmarked': '专项资金专款专用，不参加收益分配。',
  'uses.shareNotOwed': '应付成员的只有 {owed} 元，不能付 {amount} 元。',
  'receipt.aboveAdvance': '这项资产预收的只有 {advance} 元，不能抵 {amount} 元。',
  'reversal.ofMove': '这张是随冲销凭证转到收益分配的，不能单独冲销。',
  'reversal.ofLateMove': '这张是随另一张凭证转到收益分配的，不能单独冲销：冲销那张（见摘要），这张跟着冲销。',
  ...DIVIDEND_SENTENCES,
};
