import { PLACED } from './sentences-check';

/** What the life of an asset in the books says when it refuses. */
export const ASSET_LIFE_SENTENCES: Readonly<Record<string, string>> = {
  'depreciation.olderThanBooks': '这项资产在 {opened} 建账以前就有了，请选“中途接着提”，填已经提了多少。',
  'depreciation.beforeAsset': '取得当月不提，从 {first} 起提。',
  'depreciation.beforeEntry':
    '账上 {enteredIn} 才有这项资产，不能从更早的月份提。请选“中途接着提”，从 {enteredIn} 或以后提。',
  'depreciation.beforeBooks': '账从 {opened} 开始，不能从更早的月份提。',
  'depreciation.bookedAlready': '{last} 的折旧已经记账，只能从它后面的月份改。',
  'depreciation.beforeTerms': '现在的规定从 {begun} 起，改的月份不能比它早。',
  'depreciation.startsLate':
    '从 {value} 提，比 {usual} 晚了一年以上：月份填错了就改；确实从这个月起提的，在依据里写明为什么。',
  'depreciation.termsNotLast': '只能撤销最近一次定的折旧条件：这一次后面还有，或者已经撤销。',
  'depreciation.termsOfEvent': '这次条件是改良或减值带来的：要撤销，先冲销那张凭证。',
  'depreciation.termsOfTurn': '这次条件是转产带来的：要撤销，到“变动和处置”里撤销那次转产。',
  'depreciation.lifeOutside': '{field}“{value}”要填 1 到 {most} 的整数，按月数。',
  'depreciation.notInBooks': '账上固定资产里没有“{asset}”，先把它记进账（期初余额或凭证，注明资产）。',
  'depreciation.costDiffers':
    '登记的原值 {register} 元，账上固定资产 {books} 元，相差 {difference} 元，两数要相等。',
  'depreciation.accumulatedDiffers':
    '填的已提折旧 {typed} 元，账上累计折旧 {books} 元，相差 {difference} 元，两数要相等。',
  'depreciation.notAShare': '残值要写金额（如 5000.00）或原值的比例（如 5%）。',
  'depreciation.nothingToSpread': '现在净值 {net} 元，残值 {salvage} 元，没有可以提的。残值要小于净值。',
  'depreciation.notYet': '{month} 还没有到，不能提。',
  'depreciation.nothingDue': '{month} 没有要提的折旧，或者已经提过了。',
  'depreciation.earlierDue': '要按月份先后提：先提 {earliest} 的，再提 {month} 的。',
  'depreciation.termsBehind':
    '“{asset}”{day} 划转了份额，账上原值 {cost} 元，折旧条件还是划转以前的：先改折旧条件，再记这个月的折旧。',
  'depreciation.aboveBooks':
    '“{asset}”这个月要提 {amount} 元，账上净值只有 {left} 元。请核对固定资产和累计折旧。',
  'assetLife.notYet': '{value} 还没有到，今天是 {today}。',
  'assetLife.beforeAsset': '{value} 早于取得日期 {acquired}。',
  'assetLife.left': '这项资产 {day} 已经离开台账，不能再记。',
  'assetLife.laterExists': '{last} 已经记过这项资产的变动，不能再往前记。',
  'assetLife.costLater':
    '{value} 账上它的原值是 {then} 元，现在是 {now} 元：那天以后还有凭证改过它。日期要在那张凭证以后，或先冲销那张凭证。',
  'assetLife.notHeld': '账上没有“{asset}”：先用期初余额或凭证把它记进长期投资或生物资产，注明这项资产。',
  'assetLife.otherMoney':
    '{pool:pool}里没有{level:fundLevel}的钱：专项资金不是村自筹的，各级资金只在专项资金里，请改一个。',
  'assetLife.noChange': '{kind:assetKind}不记改良和减值：增加的写记账凭证，减少的记处置。',
  'assetLife.isStake': '股权已经是入股，不能再作价入股；换成别的股权，先记转让。',
  'assetLife.chartCannot':
    '{version} 年科目表没有生物资产的分类和折旧，这一项请写记账凭证出账，或换成 2023 年科目表以后再记。',
  'assetLife.aboveNet': '减值 {value} 元，账上净值只有 {net} 元，要比净值小。',
  'assetLife.taxOfNothing': '没有收回的钱，也没有作价，就没有税：税率和税额请空着。',
  'assetLife.noMoney': '“{way:lifeKind}”没有收回的钱和清理费，{field}请空着。',
  'assetLife.depreciationDue': '先把 {month} 的折旧记了，再记出账。',
  'assetLife.bookedLater': '折旧已经记到 {last}，出账不能比它早；要早，先冲销后面的折旧。',
  'assetLife.disposalElsewhere':
    '处置权登记在“{body}”：要由它批准，在“谁批准的”里写上它；登记错了，先改资产情况里的处置权。',
  'assetLife.earnedBeyond':
    '这项资产的收入已经记到 {last}，在最后一天以后：请先冲销那一笔，合同在最后一天提前结束后再记。',
  'assetLife.earnedLater': '这项资产已经记了 {last} 的收入，出账不能比它早。',
  'assetLife.leftSince': '“{asset}”{day} 已经出账，它以前的折旧不能冲销；要冲销，先冲销出账的凭证。',
  'assetLife.costInUse':
    '“{asset}”{day} 有过变动或处置，记它原值的凭证不能冲销；要冲销，先冲销后来的变动和折旧。',
  'assetLife.costDepreciated':
    '“{asset}”的折旧已经记到 {month}，记它原值的凭证不能冲销；要冲销，先冲销折旧。',
  'assetLife.stakeInUse':
    '入股换来的“{asset}”已经有收入或变动（到 {last}），入股的凭证不能冲销；要冲销，先冲销它的收入和变动。',
  'assetLife.laterFirst': '这项资产 {day} 还有后来的变动，要先冲销后来的凭证，转产和报停要先撤销。',
  'assetLife.bookedSince': '按它定的折旧已经记到 {month}，要先冲销那些月份。',
  'gridContract.noStation': '“{asset}”不是电站，没有购售电合同。',
  'gridContract.numberTaken': '这座电站已经有一份编号是“{value}”的购售电合同。',
  'gridContract.notSigned': '签订日期 {value} 还没有到，今天是 {today}。',
  'gridContract.sameDays':
    '这些天已经有“{number}”在：同一天只有一份有效。那一份提前终止的，先撤销，再按实际的最后一天登记。',
  'gridContract.unknown': '没有这份合同，或者已经撤销了。',
  'departure.inBooks': '“{asset}”账上还有原值 {cost} 元，要按处置出账；这里只登记账上没有数的。',
  'departure.notHousehold': '只有到户类资产能移交到户。',
  'departure.notOfKind': '这一类资产不会“{value:lifeKind}”，请另选怎么离开。',
  'departure.notInBooks':
    '“{asset}”登记的原值 {cost} 元，账上没有：先用期初余额或凭证把它记进账，再按处置出账；登记重复或登错的，选“登记重复或登错”。',
  'departure.runs':
    '“{asset}”是按份额分电费的电站，{day} 没有登记停用：先在它的资产情况里把状态改成闲置或毁损，再登记离开。',
  'departure.unsettled':
    '“{asset}”的电费还有 {amount} 元没有结清（没收到，或各村还没入账）：先收齐、入账，再登记离开。',
  'departure.settledLater': '{month} 的结算单已经记账，最后一天不能早于那个月；记错了先冲销那一张。',
  'departure.leased':
    '合同 {number}（{tenant}）到 {lastOn}：请先到合同里登记在 {value} 或更早提前结束，押金退清。',
  'departure.leasedLater':
    '合同 {number}（{tenant}）从 {firstOn} 起，还没有开始：请先到合同里登记提前结束，最后一天填 {end}，押金退清。',
  'departure.deposit': '合同 {number}（{tenant}）的押金还有 {deposit} 元没有退：请先退还，或抵租金。',
  'turn.byKeeper': '联村电站报停、恢复使用由代管单位登记，登记了各村台账跟着变，这里不用登记。',
  'turn.suspended': '它从 {since} 起已经报停，不用再报；要用了，选恢复使用。',
  'turn.runs': '它没有报停，不用恢复。',
  'turn.leased': '合同 {number}（{tenant}）到 {lastOn}：请先到合同里登记在 {value} 或更早提前结束，再报停。',
  'turn.kept': '替业主代管的协议到 {lastOn}：请先登记在 {value} 或更早提前结束，再报停。',
  'turn.unknown': '没有这次转产或报停，或者已经撤销了。',
  'check.turnDiffers': '{day} 转产的登记和折旧条件对不上：{part:turnPart}，登记 {kept}，现在 {found}。',
  'departure.unknown': '没有这次登记，或者已经撤销了。',
  'settlement.standsStill':
    '{month} 电站整月报停，不会有电量：是报停登记错了，还是这张结算单的月份错了，请核对。',
  'settlement.afterAsset': '{value} 在电站离开台账（{leftOn}）以后，请核对发电月份。',
  'income.afterAsset': '所属期到 {value}，这项资产 {leftOn} 已经离开台账。',
  'construction.unknown': '没有这个工程。',
  'construction.nameTaken': '已经有一个工程叫“{value}”，请换一个名称。',
  'construction.accepted':
    '工程 {day} 已经验收，花了多少已经定了：只能付质保金，工程款和记进去的劳务都不能再动。',
  'construction.laterExists': '{last} 已经记过这个工程的事，不能再往前记。',
  'construction.aboveContract': '加上这一次超过合同价 {contract} 元，多出 {excess} 元。',
  'construction.dueAtOnce': '质保金到期 {value} 要晚于这次付款的日期。',
  'construction.beforeDue':
    '到 {day} 该付的质保金是 {due} 元，这次提前付 {early} 元：写明为什么提前付，至少 {least} 个字。',
  'construction.aboveKept': '没付的质保金只有 {owed} 元。',
  'construction.nothingBuilt': '工程还没有记过一笔，不能验收。',
  'construction.twoAssets': '选了台账里的资产，又填了新的：只留一个。',
  'construction.inBooks': '这项资产账上已经有 {books} 元固定资产，不能再转一次。',
  'construction.costDiffers':
    '资产登记的原值 {register} 元，工程已完成 {built} 元，相差 {difference} 元，两数要相等。',
  'construction.laterFirst': '这个工程 {day} 还有后来的事，要先冲销后来的。',
  'construction.assetInUse': '验收的资产已经提折旧或有变动，不能冲销验收。',
  'check.projectLabourDiffers': `${PLACED}记进在建工程的劳务和凭证对不上：登记 {keptFen}，凭证 {foundFen}。`,
  'check.projectDiffers': `${PLACED}和工程的登记对不上：一张凭证登记一件事，现在有 {count} 件。`,
  'check.lifeDiffers': `${PLACED}和资产变动的登记对不上：一张凭证登记一件事，现在有 {count} 件。`,
  'check.depreciationOther': '“{asset}”{month} 的折旧记了 {keptFen} 元，按折旧表是 {foundFen} 元。',
  'check.depreciationTwice': '“{asset}”{month} 的折旧有 {count} 张没有冲销的凭证，只能有一张。',
  'check.transferTermsDiffer':
    '“{asset}”份额划转以后的折旧条件按原值 {keptFen} 元，划转以后账上是 {foundFen} 元。',
  'check.termsBehind':
    '“{asset}”{day} 划转了份额，{month} 的折旧还是按划转以前的原值记的：冲销这个月的折旧，改了条件重记。',
  'months.depreciationDue': '{month} 的折旧还没有记：{count} 项资产，共 {amount} 元。',
};
