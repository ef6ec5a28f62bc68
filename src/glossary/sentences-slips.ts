/** What the grid's settlement slips and their tables say when they refuse. */
export const SLIP_SENTENCES: Readonly<Record<string, string>> = {
  'subsidy.outsideBooks': '这本账只能看 {first} 年到 {last} 年的补贴。',
  'subsidy.cutWithoutPaper': '核减要有通知：写上标题和文号。没有通知的，选“照旧欠着”。',
  'income.rightElsewhere':
    '“{asset}”的收益权从 {since} 起登记在“{body}”，这笔收入不是村里的，不能记。收益权就是本村的，先在资产情况里改成本村的名称。',
  'meterTable.noHeading': '这张表认不出：要有“日期”一列和“发电量”一列。',
  'meterTable.unitUnsaid': '表里没有写发电量的单位，请在下面选。',
  'meterTable.tooMany': '这张表有 {rows} 行，一次最多 {most} 行，请分开导入。',
  'meterTable.empty': '这张表里没有一行写了发电量。',
  'meterTable.plants': '这张表里有几个电站或几台逆变器：{plants}。请在平台上按这一个电站的合计导出。',
  'meterTable.noSpan': '第 {line} 行“{value}”看不出是哪一天、哪个月。',
  'meterTable.noKwh': '第 {line} 行的发电量“{value}”要写成不小于零的数。',
  'meterTable.totalDiffers': '第 {line} 行合计 {total} 度，上面各行加起来是 {sum} 度。',
  'meterTable.stands': '第 {line} 行“{value}”已经记过 {stands} 度，表里是 {kwh} 度。要改的在对账页上重新填。',
  'meterTable.nothingNew': '这张表里的数都已经记过了。',
  'meterKwh.unreadable': '第 {line} 行“{value}”看不懂：写月份或日期，空一格，再写度数，如 2025-06 31,250。',
  'meterKwh.twice': '第 {line} 行“{value}”和上面的重复了。',
  'meterKwh.ahead': '第 {line} 行“{value}”的日子还没到。',
  'meterKwh.before': '第 {line} 行“{value}”的时候电站还没有。',
  'meterKwh.tooMuch': '第 {line} 行“{value}”：这个容量的电站日夜不停也只有 {most} 度。',
  'reconcile.notANumber': '{field}“{value}”要写成不小于零的数，不带单位。',
  'reconcile.tooWide': '{field}不能超过 {most}，差得太多对账就没有意义了。',
  'reconcile.leastTooWide':
    '{field}不能超过 {most}：这个容量的电站日夜不停发一个月，两成也只有这么多，差得太多对账就没有意义了。',
  'subsidy.feeKeptOwing': '电费只差不到一元，不会有人再付，不能一直挂着：选“不再给了”。',
  'subsidy.cutLater': '日期 {value} 还没到，今天是 {today}。',
  'subsidy.cutBeforeOwed': '这一笔 {bookedOn} 才入账，日期不能比它早。',
  'subsidy.nothingCut': '哪个月没到、差多少，至少填一格。',
  'subsidy.notOpen':
    '这一笔补贴已经到齐，或者已经冲销，请重新打开这一页。到了又被国家收回的分三步：' +
    '冲销到账那张凭证；收回那天按少收的数重记到账；再凭通知核减差额。',
  'subsidy.cutOfJoint':
    '这一笔是代管单位送来的，由它凭通知核减，村里的一份会自动送到；这里可以选“照旧欠着”写明原因。',
  'subsidy.noteUnknown': '请选撤回哪一条；已经撤回的不用再撤。',
  'subsidy.cutStands': '这张结算单的补贴核减过，要冲销请先冲销核减的那张凭证。',
  'subsidy.repaidBefore': '还款日期不能比垫付到账的 {on} 早。',
  'subsidy.advanceAboveOwed':
    '那一天账上还欠着的补贴是 {owed} 元，已经垫付没还的 {advanced} 元，最多再垫 {room} 元，这一笔多出 {excess} 元。还没录结算单的月份，先录结算单。',
  'subsidy.aboveAdvance': '这笔垫付只剩 {left} 元没还。',
  'subsidy.aheadOfSubsidy':
    '{field}：到这一天，补贴到了的只该还 {due} 元，这一笔多还 {excess} 元，用的是别的钱。要这样还，请写理由。',
  'subsidy.advanceUnknown': '没有这笔垫付，或者已经冲销。',
  'subsidy.receiptRepaid':
    '这笔补贴到账里有 {amount} 元已经还给垫付的一方：先冲销还款的凭证，再冲销这笔到账。',
  'subsidy.advanceRepaid': '这笔垫付已经还过，要冲销请先冲销还款的凭证。',
  'receipt.batchAboveOwed': '所有没到的补贴都分到了，还多 {rest} 元，请核对通知上的数。',
  'receipt.excess': '银行比结算单多付了 {excess} 元。请在{field}里写明，多的记作其他收入；填错了就改金额。',
  'receipt.noExcess': '到账金额没有比结算单多，{field}请空着。',
  'receipt.excessOfJoint': '这个电站是代管的，多付的几分是各村的，不能记作自己的收入，请和电网核对。',
  'receipt.notOfSlip':
    '到账 {value} 元，这张单子本村电费 {energyFee} 元，连补贴 {both} 元。填电费或其中一部分，或者正好两项合计；别的到“记到账”里分开记。',
  'settlement.inOpening':
    '建账时已把{month}的这一笔 {amount} 元列为应收，再按每度 {value} 元算就重了：{field}填 0，这张单子只记另一笔；两笔都已列入的，两个单价都填 0，只留示数。',
  'settlement.unreadGap':
    '{field} {value} 和隔着几张单子的示数 {adjoining} 接不上：按示数走了 {metered} 度，中间没印示数的单子合计 {settled} 度，每张最多差 1 度。',
  'settlement.stretchBackwards':
    '本月换过表或归过零，其中一段从 {from} 走到 {to}，电表不会倒走。请核对示数和电表档案。',
  'settlement.changeBackwards':
    '{field} {value} 和电表档案接不上：{on} 换表或归零，那时的示数是 {reading}，电表不会倒走。',
  'settlement.slipsMissing':
    '{field} {value} 和前后单子上的示数 {adjoining} 接不上：中间{months:spoken}的单子还没有登记，请先登记。',
  'settlement.changeJump':
    '按示数走了 {metered} 度，日夜不停一个月也只有 {most} 度。{on} 换表或归零，' +
    '旧表到 {readingWas}，新表从 {readingIs} 起：{field}填新表上的，月底那天换的就填 {readingIs}。',
  'settlement.meterJump':
    '按示数走了 {metered} 度，这个容量的电站日夜不停一个月也只有 {most} 度，多半是示数多写了一位。',
  'settlement.energyNotNetted':
    '按示数走了 {metered} 度；上一张单子的止码已更正，它多记了 {over} 度还没有冲销，这一张要扣掉，电量是 {expected} 度。已把上一张冲销重填的，就不用扣。',
  'settlement.readingCorrected': '{field} {value} 已更正为 {right}，请按更正后的填。',
  'settlement.estimateDiffers': '{field} {value}，电表档案里这个月记的估读是 {estimated}。',
  'settlement.yieldUnlikely':
    '电量 {value} 度，这个地方这个容量的电站，这个月一般不超过 {most} 度。请核对；没有错就写明原因再入账。',
  'tariff.low':
    '上网电价 {value} 元，这里的燃煤基准价打九折是 {least} 元，低得少见。请核对；没有错就写明原因。',
  'tariff.high': '电价加补贴是 {sum} 元，这一年并网的电站一般不超过 {most} 元。请核对；没有错就写明原因。',
  'tariff.notFirstDay': '结算单一个月一个价，{value} 要写成某个月的1日。',
  'meter.inFuture': '{value} 还没有到，今天是 {today}。',
  'meter.beforeAsset': '{value} 在电站取得日期 {acquiredOn} 之前。',
  'meter.monthSettled': '{month}的结算单已经入账。换表、归零要先记，请先冲销那张结算单，记下以后再填。',
  'meter.dayTwice': '{value} 这一天已经记过换表或归零。',
  'meter.notAReset': '归零以后的示数 {value} 不小于归零前的 {readingWas}，不是归零。',
  'meter.estimateDiffers': '{month}的结算单入账时本期示数是 {closing}，和估读 {value} 不一样。',
  'meter.readingNotFound': '{month}没有一张结算单的本期示数是 {readingWas}，请看看是哪个月抄错的。',
  'meter.sameReading': '正确的示数 {value} 和抄错的一样。',
  'meter.readingBelow': '换表或归零前的示数 {value} 比前面抄到的 {least} 还小，电表不会倒走。',
  'meter.multiplierStays': '只有换表才会改倍率，“{value}”请删掉；真是换了表，“什么事”请选换表。',
  'meter.jump': '{since} 到 {to} 表走了 {metered} 度，电站日夜满发也只有 {most} 度，请核对示数和日期。',
  'meter.readingAbove': '示数从 {value} 起走，{changedOn} 换表或归零时却只有 {most}，电表不会倒走。',
  'meter.contradictsSlips':
    '{months:spoken}的结算单已经入账，和这一笔对不上。请先冲销这些单子，记下以后再从前往后填。',
  'meter.estimatedTwice': '{month}已经记过一次估读。估错了就记“更正”，或者先撤掉原来的一笔。',
  'meter.foundWrong': '{month}已经记过示数 {value} 是抄错的。要改回来，请撤掉那一笔。',
  'meter.usedBySlip': '{months:spoken}的结算单是按这一笔入账的，请先冲销这些单子。',
  'meter.unknownRecord': '电表档案里没有这一笔，可能已经撤掉了，请刷新。',
  'settlement.taxWithoutPaid': '写了税，就把单据上的实付也填上：这样才知道税是电网代扣了，还是付给了村里。',
  'settlement.paidNotSum':
    '实付 {value} 元，电费加补贴是 {sum} 元，相差 {difference} 元。单据上扣了税的，请填税率。',
  'settlement.paidNeither':
    '实付 {value} 元对不上：连税一共 {sum} 元，扣掉税额 {tax} 元是 {without} 元，请核对单据；补贴另外付的，填电费那部分。',
  'settlement.keptNotTax': '代扣税额 {value} 元和税额 {tax} 元不一样，请核对单据。',
  'settlement.paidNotKept':
    '实付 {value} 元对不上：连税一共 {sum} 元，代扣税额 {kept} 元，应该付 {without} 元，请核对单据。',
  'settlement.taxBearerUnknown': '还没有写这座电站的税由谁交。请先在“电价档案”里写明，再录入有税的结算单。',
  'settlement.taxOfJoint': '几个村共有的电站，单据上的税现在还不能分给各村，请向供电所要含税的结算单。',
  'slipTable.layoutUnknown': '没有“{value}”这种结算单格式。',
  'slipTable.noLayout':
    '认不出这是哪种结算单：找不到写着电量、电价和电费（或上期示数、本期示数）的表头。请在“格式”里选一种，或在表里补上表头。',
  'slipTable.noHeading': '按“{layout}”的格式找不到表头（要有 {wanted} 这几列）。请换一种格式。',
  'slipTable.empty': '表头下面没有数，什么都没有导入。',
  'slipTable.nothingNew': '这些结算单都已经登记过，没有新的。',
  'slipTable.unitTwice': '表里写了两种单位。电量是千瓦时（度）还是千千瓦时，差一千倍，请在“单位”里选。',
  'slipTable.unitUnsaid': '表里没有写单位。电量是千瓦时（度）还是千千瓦时，差一千倍，请在“单位”里选。',
  'slipTable.monthUnread': '第几月看不懂：“{value}”。要写成 2025-06 或 2025年6月。',
  'slipTable.monthUnsaid': '表里、标题里和文件名里都没有写明是哪个月（或写了不止一个月），请填“月份”。',
  'slipTable.monthsDiffer': '标题里写的是 {title}，文件名里写的是 {file}，请看原件，在“月份”里填是哪个月。',
  'slipTable.bareMonthsDiffer':
    '标题里写的是 {title} 月，文件名里写的是 {file} 月，请看原件，在“月份”里填是哪个月。',
  'slipTable.yearUnsaid': '只写了月，没有写哪一年，请填“年份”。',
  'slipTable.stationUnknown':
    '第 {row} 行的“{value}”不知道是哪个电站，请在“电站”里选，不是自己的选“不收”；选过的编号以后就认得。',
  'slipTable.moreUnknown':
    '另有 {more} 个名称也不知道是哪个电站。不是自己的电站，在“其余认不出的”里选不收，或者从表里去掉这些行。',
  'slipTable.stationUnsaid': '表里没有写是哪个电站，请在“电站”里选。',
  'slipTable.stationBlank':
    '第 {rows} 行（共 {count} 行）没有写是哪个电站，请在“电站”里选；不是同一个电站的，请在表里补上再导入。',
  'slipTable.numberOfOther': '客户编号 {value} 是{numberOf}的，名称却是{nameOf}，请核对。',
  'slipTable.slipTwice': '{station}{month}在表里有两行（第 {first} 行已经有了），一个月只有一张单子。',
  'slipTable.slipAgain': '“{station}”同一个月在表里有两行（第 {first} 行已经有了），一个月只有一张单子。',
  'slipTable.componentUnknown':
    '“{value}”不知道是电费还是补贴。结算单只记电费和国家补贴；别的款项请另外记账，并从表里去掉这一行。',
  'slipTable.componentTwice': '“{value}”同一个电站同一个月出现了两次，请合成一行。',
  'slipTable.energyRowMissing': '{station}{month}只有补贴，没有上网电费那一行。',
  'slipTable.subsidyEnergyDiffers': '补贴电量 {value} 和上网电量 {energy} 不一样，请核对。',
  'slipTable.multiplierDiffers': '倍率 {value} 和{station}登记的 {registered} 不一样，请核对是不是换了表。',
  'slipTable.taxNotSum':
    '价税合计 {value} 元，不含税金额 {net} 元加税额 {tax} 元是 {sum} 元，相差 {difference} 元，请核对单据。',
  'slipTable.feeNeither':
    '电费 {value} 元既不是不含税金额 {net} 元，也不是价税合计 {gross} 元，请核对这一行。',
  'slipTable.subsidyTaxed': '补贴这一行写了税。结算单只记电费的税，补贴的税现在记不了，请向供电所问清楚。',
  'slipTable.totalDiffers': '合计 {value} 元，上面各行加起来是 {sum} 元，相差 {difference} 元。',
  'slipTable.totalEnergyDiffers': '合计电量 {value}，上面各行加起来是 {sum}。',
  'slipTable.totalUnread': '合计行的“{value}”不是数。',
};
