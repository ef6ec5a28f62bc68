/** What is said about vouchers written by hand, whom they name, and who signs them. */
export const VOUCHER_SENTENCES: Readonly<Record<string, string>> = {
  'voucher.fewLines': '一张凭证至少要有两行分录。',
  'voucher.manyLines': '一张凭证最多 {max} 行分录，请分成几张。',
  'voucher.manyPostings': '一次最多记 {max} 张凭证，请分几次。',
  'voucher.accountUnknown': '{field}“{value}”在科目表里没有，请填科目编码，例如 102。',
  'voucher.noSide': '{field}和贷方金额都空着，要填一边。',
  'voucher.bothSides': '{field}和贷方金额都填了，只能填一边。',
  'voucher.lineNil': '{field}是 0，没有金额的一行请去掉。',
  'voucher.redLetters': '{field}“{value}”是负数。红字要先勾上“红字凭证”。',
  'voucher.tooLarge': '金额合计太大，记不下。请核对数字和单位。',
  'voucher.unbalanced': '{pool:pool} {side:side}方多 {difference} 元，借贷要相等。',
  'voucher.movesPool':
    '{pool:pool}的钱会{direction:poolMove} {amount} 元，手工凭证不能动这笔钱，不然公示对不上。请改用{direction:poolForm}。',
  'voucher.hidesPool':
    '{pool:pool}的收款和付款不能在一张手工凭证里相抵，不然公示看不到。收入、支出请改用各自的表；现金、银行存款之间划转和折旧请分开填。',
  'voucher.incomeOfPool':
    '{pool:pool}的收入不能手工记，不然说不清是哪一处、哪一种收入。电费、租金、分红从结算单、合同记；记错的冲销那一张。',
  'money.poolShort':
    '{pool:pool}的现金和存款，{day} 只有 {left} 元，不够付 {amount} 元。先登记收款，或者核对付款的日期和资金。',
  'money.accountShort':
    '{account} {day} 只有 {left} 元，不够付 {amount} 元。先登记收款或存取款，或者核对付款的日期。',
  'money.contraShort':
    '{account}（{pool:pool}）到 {day} 在贷方只有 {left} 元，借方记不下 {amount} 元。折旧、摊销只能在贷方，请核对金额、日期和科目。',
  'money.promised': [
    '要付 {amount} 元，{pool:pool}到 {day} 只有 {left} 元可以动，差 {excess} 元。',
    '另有 {promised} 元是已批准的分配方案（{from} 至 {to}）答应发、还没发的，不能拿来付别的。',
    '等有了收入再付，或者从别的资金付；必要费用不付不行的，写明“动用待发款的理由”。',
  ].join(''),
  'money.notPromised': '账上可以动的钱够付这一笔，没有动用待发的钱，{field}请空着。',
  'voucher.saysNothing':
    '{pool:pool}有同一科目、同样内容、同样金额的一借一贷，等于没有记。请改科目、往来单位，或者去掉。',
  'voucher.yearEndOnly': '{account}只由年终结转记，不能手工记。',
  'voucher.assetNeeded': '{account}要选是哪一处资产：资产登记簿按资产记，没写的对不上。',
  'voucher.registerCost': [
    '记了这张，{name}在账上的原值是 {booksCost} 元、折旧 {booksLost} 元；登记簿上是 {cost} 元、{lost} 元，两边要一样。',
    '买来的资产一次记全；大修、股份转让、处置在资产页登记。',
  ].join(''),
  'voucher.registerLoss':
    '记了这张，{name}在账上的累计折旧是 {booksLost} 元（原值 {booksCost} 元），按折旧办法是 {lost} 元。折旧在资产折旧页记。',
  'voucher.monthSealed': '{month}已经封账，不能再记：请填还开着的月份，所属期可以写那个月。',
  'voucher.reserveShort': '{pool:pool}的公积公益金只有 {held} 元，不能用 {taken} 元。',
  'voucher.fundShort': '{pool:pool}的专项应付款只有 {held} 元，不能用 {taken} 元。',
  'voucher.debtShort':
    '{pool:pool}的{account}只欠 {held} 元，不能付 {taken} 元。先付出去、以后要收回的，记应收款或者内部往来。',
  'voucher.notOwedTo':
    '这一行的往来单位，{pool:pool}的{account}只欠 {held} 元，不能付 {taken} 元。欠别人的请选别人；账上没写欠谁的，这里也空着。',
  'voucher.owedByName':
    '{pool:pool}的{account}没写欠谁的只有 {held} 元，不能付 {taken} 元。其余的都写着欠谁：请选往来单位，一家一行。',
  'voucher.owedUnderAsset':
    '{pool:pool}的{account}没写欠谁、也不属于哪件资产的，还有 {held} 元，不能付 {taken} 元。改良资产欠着的，到“必要费用”付；手工付的，这一行选那件资产。',
  'voucher.notOwedUnderAsset':
    '{pool:pool}的{account}，这件资产名下还欠 {held} 元，不能付 {taken} 元。改良欠着的一般到“必要费用”付；付别的，这一行不选资产。',
  'voucher.incomeNotCome':
    '{account}（{pool:pool}）原来只欠别人 {held} 元，{taken} 元没有钱到账，不能算收到。租金等应收款从“应收租金、其他收入”登记；赔款、货款等钱到了再记。',
  'voucher.reservePaidOut':
    '公积公益金只能弥补亏损、转增资本、冲减报废资产的净值，不能拿来付款、欠给别人或者当支出用。',
  'voucher.incomeOfCost':
    '{pool:pool}只有收入和支出相抵，没有钱、没有应收应付，等于没有收入。以工抵租一类的，先记应收、应付，再相互抵销。',
  'voucher.reserveAboveLoss':
    '{pool:pool}没弥补的亏损是 {loss} 元，公积公益金只能弥补亏损，不能转 {covered} 元到收益分配。',
  'voucher.earmarkedShared': '{pool:pool}专款专用，不参加收益分配，不能分 {given} 元。',
  'voucher.aboveSurplus': '{pool:pool}账上没分的收益是 {earned} 元，不能分 {given} 元。',
  'voucher.aboveWhole': '全村没分的收益一共 {earned} 元，不能分 {given} 元；有亏损的，先弥补亏损。',
  'voucher.surplusByHand':
    '{account}手工只能记两种：分给成员以外的人、还没付的（贷方记应付的科目），用公积公益金补亏（借方记公积公益金）。成员分红、年终结转、更正以前年度有各自的表。',
  'voucher.fundsAsIncome':
    '{account}不是挣来的，不能转成收入。专项应付款买了资产的，转公积公益金；没买资产的，付款那张凭证借方直接记它。亏损用公积公益金补的，贷方记收益分配。',
  'voucher.fundsElsewhere':
    '{account}只能付出去（贷方记库存现金、银行存款）、转公积公益金或资本，或者随它形成的资产一起减少；一事一议资金还可以减免欠款人（贷方记内部往来）。不能转成应付、应收或者待处理的款项。',
  'voucher.raisedUnpaid': '{pool:pool}的{account}还有 {unpaid} 元没有收到，没收到的不能转公积公益金。',
  'voucher.keptByStep':
    '{pool:pool}的{account}，这家有 {kept} 元登记着，手工只能动其余 {free} 元，不能动 {taken} 元。请到{page:keptPage}办；记错的先冲销。',
  'voucher.notLetOff':
    '{pool:pool}里，这张凭证减免的人没有欠这么多。贷方往来要写欠款人本人，金额不超过他欠的。',
  'voucher.fundPool': '{account}是专款，不算{pool:pool}。资金性质请选“专项资金”。',
  'voucher.clearingShort':
    '{account}（{pool:pool}）只有 {held} 元的损失，不能转出 {taken} 元。盘盈的物资、清理收到的钱可以记在贷方。',
  'voucher.gainShort': '{account}（{pool:pool}）只有 {held} 元的盘盈或者清理收益，不能转 {taken} 元。',
  'voucher.capitalShort': '{pool:pool}的资本只有 {held} 元，不能减少 {taken} 元。',
  'voucher.incomeOfAsset':
    '{pool:pool}的收入要有钱到账，不能记成{account}增加。接受捐赠的资产在资产登记里记，盘盈的物资借方记库存物资。',
  'voucher.costShort': '{pool:pool}的{account}只有 {shown} 元，不能冲回 {taken} 元。',
  'voucher.coloursMixed':
    '{from:pool}不能在同一张凭证里转成{pool:pool}的钱（{amount} 元）。只能还{pool:pool}替它垫付的：借贷两边写同一个人（或单位）的往来，或者转出先垫钱建的工程。',
  'voucher.capitalTurned':
    '{pool:pool}的资本里，成员交来的只有 {held} 元，不能付出 {taken} 元：公积公益金转来的不能付。',
  'voucher.abovePool': '{pool:pool}没分掉的钱只有 {most} 元，不能分 {given} 元。',
  'voucher.signedAfterSeal': '{month}已经封账，凭证不能再签字。',
  'voucher.aboutTooEarly': '{field}“{value}”太早，最早填 {first:typed}。请核对年份。',
  'voucher.aboutTooLate': '{field}“{value}”比凭证日期晚一年以上，最晚填 {last:typed}。请核对年份。',
  'voucher.streamReceivable':
    '应收的租金、电费另有台账，不能手工记。请从“应收租金”或“电费结算单”登记，{field}留空。' +
    '补贴到了又被国家收回的，冲销到账，按少收的数重记，再凭通知核减。',
  'voucher.counterpartyUnknown': '{field}“{value}”在往来单位里没有，请先登记，或者留空。',
  'voucher.paysElsewhere':
    '{field}在这个科目、这种钱里没有欠着，这一行也不能再写资产、往来单位、收入种类或者月份。请重选，或者留空。',
  'voucher.paysBefore': '{field}是 {postedOn} 列支的，付款日期不能更早。',
  'voucher.paysAbove':
    '{field}另外还能付 {open} 元（列在发放清单上的不算），这张凭证付 {paid} 元。多付的另写一行，不写付哪一笔。',
  'voucher.paysPart':
    '{field}有名单，还欠 {open} 元，只付一部分说不清付了谁。请列发放清单逐人发，或者一行付清，或者留空。',
  'voucher.paysNoMoney':
    '{pool:pool}写明付哪一笔的有 {paid} 元，银行和现金没有付出这么多。请补上付出的一行。',
  'voucher.attachmentCount': '{field}要填 {min} 到 {max} 的整数。',
  'voucher.counterpartyTaken': '已经有一个往来单位叫“{value}”，请换一个名称。',
  'voucher.counterpartyHeld':
    '以前的凭证里写的就是“{value}”，改了名称就认不出是同一个。名称请留着，类别可以改。',
  'voucher.counterpartyMissing': '没有这个往来单位。',
  'voucher.draftMissing': '没有这张凭证草稿。',
  'voucher.draftOfOther': '这张草稿是别人填的，只能由填的人改。',
  'voucher.draftChanged': '您看过以后草稿又改了，没有复核。请重新看一遍。',
  'voucher.notNow': '这张凭证{state:draftState}，不能{act:draftAct}。',
  'voucher.reviewedBySame': '自己填的、自己记账的凭证，不能自己复核，请换一个人。',
  'voucher.cashierBySame':
    '这张凭证是您制单、记账或者复核的，出纳签字要换一个人：管账、复核和管钱不能是一个人。',
  'voucher.reviewedByCashier': '出纳不复核凭证，请由会计或镇里复核。',
  'voucher.postedByCashier': '出纳不能记账，请由会计记。',
  'voucher.notCashier': '出纳一栏只能由本村的出纳签。',
  'voucher.withoutMoney': '这张凭证没有现金、银行存款，不用出纳签字。',
  'voucher.signedAlready': '这一栏已经签过了。',
  'voucher.nothingToReview': '这个月的凭证都已复核。',
  'voucher.unreviewed': '{month} 还有 {count} 张凭证没有复核：{vouchers}。',
  'voucher.recurringTaken': '已经有一张常设凭证叫“{value}”，请换一个名称。',
  'voucher.recurringMissing': '没有这张常设凭证。',
  'voucher.recurringTwice': '“{name}”{month} 已经记过，一期只记一次。',
  'voucher.recurringNotDue': '“{name}”不用在 {month} 记，或者这个月还没到。',
  'voucher.recurringOldChart':
    '{from} 起换了科目表，“{name}”是按旧科目表立的，同样的编码现在是别的科目，不能再记。请停下，按新科目表另立一张；那个月不记的写理由。',
  'voucher.recurringTooEarly': '{field}最早填 {month}：再早的不在这本账、这套科目表里。',
  'voucher.recurringBookedAfter': '“{name}”{month} 已经记过，不能停在那以前。要去掉的先冲销。',
  'voucher.recurringLeftOut':
    '“{name}”{month} 该记没记，不能停在那以前。先把它记上；不记的写明理由，再停下。',
  'voucher.recurringOver': '“{name}”已经定了记到 {month}，不能再往后延。还要记的另立一张。',
  'voucher.recurringWaived': '“{name}”{month} 不记的理由已经写过了。',
  'voucher.waiverTooShort': '理由太短，至少写 {least} 个字，说清这个月为什么不记。',
  'voucher.printBackwards': '“从”{first} 晚于“到”{last}，没有凭证可印：换过来再印。',
  'voucher.tooManyToPrint': '一次最多打印 {max} 张凭证，这里有 {count} 张，请按月份分开打印。',
  'users.cashierAndBookkeeper': '同一个人不能既是一个村的会计，又是这个村的出纳。',
};
