const VOUCHER = '{voucherYear}年凭证 记-{voucherNumber}';
export const PLACED = `${VOUCHER}（链上第 {position} 号）`;
const ORIGINAL = '{ofYear}年 记-{ofNumber}';

/** What a check of the books found, said so that an accountant knows where to look. */
export const CHECK_SENTENCES: Readonly<Record<string, string>> = {
  'audit.yearUnknown': '账上没有{year}年。',
  'check.entryCell': `${PLACED}的{cell:checkedCell}写着“{found}”，账上没有这种写法：数据被改过。`,
  'check.lineCell': `${PLACED}第 {line} 条分录的{cell:checkedCell}写着“{found}”，账上没有这种写法：数据被改过。`,
  'check.booksCell': '账套里记的{cell:checkedCell}写着“{found}”，读不出来：数据被改过。',
  'check.entryChanged': `${PLACED}入账以后被改过：按现在的内容重算，校验码和入账时留下的对不上。`,
  'check.canonicalUnknown': `${PLACED}记着校验文本是第 {version} 版，没有这一版：入账以后被改过。`,
  'check.lineNumber': `${PLACED}的分录没有从 1 起连着编号：应该是第 {should} 条的，编的是 {found}。`,
  'check.entryMissing': `链上第 {from} 号到第 {to} 号不见了，后面紧接着的是 ${VOUCHER}。`,
  'check.positionTwice': `${VOUCHER} 占了链上第 {position} 号，这个位置前面已经有一张：它是后来插进去或者挪过来的。`,
  'check.linkBroken': `${PLACED}接不上它前面那一张：这里被插入、删掉或者换过凭证。`,
  'check.bookedBack': `${PLACED}的入账时间 {found} 早于前一张的 {before}。`,
  'check.lengthWrong': '账上记着一共 {kept} 张凭证，实际的链只到第 {found} 号。',
  'check.headWrong':
    '最后一张凭证（链上第 {position} 号）的校验码是 {found}，账上记的链头是 {kept}，两个不一样。',
  'check.lastBookedAt':
    '账上记着最后一张凭证（链上第 {position} 号）{kept} 入账，凭证上写的是 {found}：下一张凭证会带上不对的入账时间。',
  'check.tailCut':
    '纸上印过（或者上次检查到过）链上第 {witnessed} 号，现在账里只到第 {found} 号：末尾的凭证被删掉了。',
  'check.headDiffers': `链上第 {position} 号（${VOUCHER}）的校验码是 {found}，和纸上印的（或者上次检查的）{witnessed} 不一样。`,
  'check.lineAlone': '有分录找不到所属的凭证（编号 {entryId}）：凭证被删掉了，分录还留着。',
  'check.turnoverWrong':
    '{month} 科目 {ledgerAccount}（{pool:pool}）的{side:bookSide}发生额记着 {keptFen} 元，凭证加起来是 {foundFen} 元。',
  'check.sealedBalance':
    '{month} 封账时科目 {ledgerAccount}（{pool:pool}）的{part:balancePart}存着 {keptFen} 元，凭证加起来是 {foundFen} 元。',
  'check.sealDigest': '{month} 的封账记录被改过：按现在存着的余额重算，校验码和封账时留下的对不上。',
  'check.sealCut':
    '纸上印过（或者上次检查到过）{month} 的封账记录 {witnessed}，现在没有这个月的封账记录：它被删掉了。',
  'check.sealDiffers':
    '{month} 的封账码是 {found}，和纸上印的（或者上次检查的）{witnessed} 不一样：这个月被拆开重新封过账。',
  'check.sealHead': '{month} 封账时链上第 {position} 号的校验码记着 {kept}，现在那里是 {found}。',
  'check.sealBeyondChain': '{month} 封账时链上已有第 {position} 号，现在找不到这一号。',
  'check.afterSeal': `${PLACED}记进了 {month}，而 {sealed} 那时已经封账。`,
  'check.monthUnknown': `${VOUCHER} 记在 {month}，账上没有这个月份。`,
  'check.noMonth': '账套应该从 {month} 开始，账上一个月份也没有：月份被删掉了。',
  'check.monthOpened':
    '{month} 记着 {kept} 开账，那时没有凭证、也没有结账开过它：数据被改过，或者凭证被删了。',
  'check.monthChanged': '{month} 记着 {kept} 变成现在的状态，按操作记录是 {found}：时间或者经办人被改过。',
  'check.monthGap': '账上的月份不连续：应该是 {should}，接着的却是 {month}。',
  'check.monthOrder':
    '{month} 是“{state:monthState}”，它前面一个月却是“{before:monthState}”：结账、封账要按月份先后。',
  'check.monthAct':
    '{month} 的第 {number} 次操作是“{act:monthAct}”，那时这个月是“{state:monthState}”，做不了这件事。',
  'check.monthState': '{month} 现在是“{state:monthState}”，按操作记录应该是“{acts:monthState}”。',
  'check.numberYear': '凭证 {voucherYear}年 记-{voucherNumber} 的日期是 {day}，年份不一样。',
  'check.numberMissing': '{year}年的凭证断号：记-{voucherNumber} 前面少了第 {from} 号到第 {to} 号。',
  'check.numberTwice':
    '{year}年凭证 记-{voucherNumber}（链上第 {position} 号）重号或者乱序：前面已经编到第 {last} 号。',
  'check.counterWrong': '{year}年凭证编号的计数器停在 {kept}，实际最后一张是第 {found} 号。',
  'check.fewLines': `${PLACED}只有 {lines} 条分录，至少要有两条。`,
  'check.unbalanced': `${PLACED}的“{pool:pool}”借贷不平，相差 {differenceFen} 元。`,
  'check.lineDay': `${PLACED}有分录的统计日期是 {found}，凭证上是 {should}。`,
  'check.chartUnknown': `${VOUCHER} 用的是“{chart}”科目表，没有这个版本。`,
  'check.accountUnknown': `${VOUCHER} 用了科目 {ledgerAccount}，{chart} 版科目表里没有。`,
  'check.poolFlow': `${PLACED}：“{pool:pool}”按收支标记变动 {flowsFen} 元，按货币资金和应付款变动 {moneyFen} 元，两数要相等。`,
  'check.poolTotal':
    '“{pool:pool}”没有分配的钱，按收支标记累计 {flowsFen} 元，按货币资金和应付款累计 {moneyFen} 元，两数要相等。',
  'check.reversedMissing': `${PLACED}是冲销凭证，被它冲销的那张不见了。`,
  'check.reversalOfReversal': `${PLACED}冲销的是一张冲销凭证：${ORIGINAL}。`,
  'check.reversedLater': `${PLACED}冲销的 ${ORIGINAL} 排在它后面。`,
  'check.reversedTwice': `${PLACED}冲销的 ${ORIGINAL} 前面已经冲销过一次。`,
  'check.reversalDay': `${VOUCHER} 的统计日期和被它冲销的 ${ORIGINAL} 不一样。`,
  'check.notMirrored': `${PLACED}冲销 ${ORIGINAL}，第 {line} 条分录对不上。`,
  'check.receivableDiffers': `${PLACED}：{month} 的{stream:stream}应收款，总账变动 {foundFen} 元，明细账变动 {keptFen} 元。`,
  'check.keptTaken':
    '{pool:pool}的 {ledgerAccount}，往来单位 {counterparty} 有 {foundFen} 元，{page:keptPage}登记着 {keptFen} 元：被手工动过。',
  'check.receiptSum': `${PLACED}的到账单记着 {keptFen} 元，各笔加起来是 {partsFen} 元。`,
  'check.slipDiffers': `${PLACED}的结算单上本村应得 {keptFen} 元，应收款记的是 {owedFen} 元。`,
  'check.jointDiffers': `${PLACED}：联村电站各村的份额，分录变动 {foundFen} 元，登记的变动 {keptFen} 元。`,
  'check.ownersEarlier':
    '“{owner}”{month} 的一份里，以前太少没分的：代管单位记 {keptFen} 元，村里记 {foundFen} 元。',
  'check.ownersTax':
    '“{owner}”{month} 的一份里，电费的税两边不一样：代管单位记 {keptFen} 元，村里记 {foundFen} 元。',
  'check.jointTax':
    '联村电站 {month} 的结算单，税 {keptFen} 元，各家加起来 {partsFen} 元，电网应付电费 {owedFen} 元，三个数对不上。',
  'check.jointTaxCost': `${PLACED}：代管单位出的税，分录记了 {foundFen} 元，登记的是 {keptFen} 元。`,
  'check.split':
    '联村电站 {month} 的结算单，“{owner}”按份额表应分 {dueKwh} 度、{dueFen} 元，登记的是 {keptKwh} 度、{keptFen} 元。',
  'check.splitEarlier':
    '联村电站 {month} 的结算单，以前太少没分的应分给“{owner}” {dueFen} 元，登记的是 {keptFen} 元。',
  'check.splitTax': '联村电站 {month} 的结算单，税应分给“{owner}” {dueFen} 元，登记的是 {keptFen} 元。',
  'check.splitUnknown':
    '联村电站 {month} 的结算单按登记的份额重算不出来：份额表不见了，或者前面月份的登记被改过。',
  'check.ownersPart':
    '联村电站 {month} 的单子分给“{owner}”的一份两边不一样：记账单位记 {keptKwh} 度、{keptFen} 元，村里记 {foundKwh} 度、{foundFen} 元。',
  'check.keptRefund':
    '{name}（{day}）退回 {keptFen} 元：和各村的一份加不起来，或者多于当初分担的（那笔费用 {costFen} 元）。',
  'check.keptCost':
    '联村电站 {day} 代付的“{name}”，“{owner}”的一份两边不一样：代管单位记 {keptFen} 元，另一边记 {foundFen} 元。',
  'check.slipEnergy':
    '“{station}”{month} 的结算单，按示数 {from}—{to} 和依据的电表记录重算是 {foundKwh} 度，登记的是 {keptKwh} 度。',
  'check.slipReadings':
    '“{station}”{month} 的结算单，示数 {from}—{to} 和依据的电表记录、前后的单子接不上：示数或者记录被改过。',
  'check.slipMultiplier':
    '“{station}”{month} 的结算单倍率是 {kept}，按依据的电表记录应是 {found}：倍率或者记录被改过。',
  'check.slipRowsGone': '“{station}”{month} 的结算单依据的电表记录、前后的单子，少了 {gone} 条。',
  'check.slipCharge': '“{station}”{month} 的结算单，度数乘电价是 {foundFen} 元，登记的电费是 {keptFen} 元。',
  'check.slipUnkept': '“{station}”{month} 的结算单没有留下依据的示数，比它早登记的单子却留了：依据被删掉了。',
  'check.slipMissing': `${PLACED}是按结算单记的，它的结算单不见了。`,
  'check.rentDiffers': `${PLACED}：合同 {from} 至 {to} 这一期登记的是 {keptFen} 元，和凭证记的应收对不上。`,
  'check.rentNotAgreed':
    '合同 {number} 的 {from} 至 {to} 记账 {keptFen} 元，按合同现在算不出这个数：合同被改过，或者登记被改过。',
  'check.subsidyAdvanceDiffers': `${PLACED}：补贴垫付的登记是 {keptFen} 元，凭证上应付款变动 {foundFen} 元。`,
  'check.costDebtDiffers': `${PLACED}：登记欠付的费用变动 {keptFen} 元，凭证上应付款变动 {foundFen} 元。`,
  'check.depositDiffers': `${PLACED}：押金的登记是 {keptFen} 元，凭证上应付款变动 {foundFen} 元。`,
  'check.advanceDiffers': `${PLACED}：合同预收的登记是 {keptFen} 元，凭证上应付款变动 {foundFen} 元。`,
  'check.factDiffers': `${PLACED}：{kind:source}登记的是 {keptFen} 元，凭证上是 {foundFen} 元。`,
  'check.factOther': `${PLACED}：{kind:source}登记的{part:factPart}是“{kept}”，凭证上是“{found}”。`,
  'check.counterpartyMissing': `${PLACED}的分录写的往来单位（编号 {counterparty}）不在登记簿里：它被删掉了。`,
  'check.settledDiffers':
    '分配方案（编号 {planId}）和已分配的期间对不上：批准的是“{found}”，登记的是“{kept}”。',
  'check.promisedDiffers':
    '已批准方案的一条（编号 {planLineId}）和留给它的钱对不上：批准的是“{found}”，登记的是“{kept}”。',
  'check.takenAbove':
    '分配方案的一项（编号 {planLineId}）是 {keptFen} 元，它并入的按月列支有 {foundFen} 元，比这一项还多。',
  'check.yearClaim': '按年度计划列支的一个月（编号 {claimId}）和它的年度计划，或者并入它的那一期对不上。',
  'check.releaseUnpromised': '放回的一笔（编号 {releaseId}）在批准的方案里找不到它的那一项。',
  'check.releaseDay': '放回的一笔（编号 {releaseId}）日期是“{kept}”，方案 {found} 才同意。',
  'check.releaseDiffers': '方案里的一项（编号 {claimId}）放回了 {kept} 元，减去列支的只剩 {found} 元。',
  'check.reserveBelowZero':
    '“{pool:pool}”{setOn} 的留存（编号 {reserveId}）留了 {keptFen} 元，放回了 {foundFen} 元。',
  'check.reserveUncovered':
    '“{pool:pool}”{setOn} 的留存（编号 {reserveId}）对不上：连同以前的共留 {keptFen} 元，当时账上{foundFen} 元没分。',
  'check.settledTo': '“{pool:pool}”记着已分配到“{kept}”，按批准的方案应该是“{found}”。',
  'check.chartOther': `${PLACED}用的是 {found} 版科目表，那一天应该用 {should} 版。`,
  'check.chartVoucher': `${PLACED}是 {from} 换用科目表的凭证，换表的记录里没有它，或者日期不对。`,
  'check.regionDiffers': '账上记的地区“{kept}”和村里登记的地区“{found}”对不上。',
  'check.chartKept': '账上记的科目表和换表的记录对不上：账上是“{kept}”，按记录是“{found}”。',
  'check.refusalBroken':
    '被拒绝的操作记录从第 {position} 条起对不上：有记录被改过、删过或者换过位置（{fault:refusalFault}）。',
  'check.refusalsCut':
    '被拒绝的操作记录不全：记着有第 {position} 条，现在没有这一条或者不是原来那一条，记录只到第 {last} 条。',
  'check.refusalsAdded': '被拒绝的操作记录多出来了：账上记着到第 {position} 条，现在有第 {last} 条。',
  'check.signedByMaker': `${PLACED}的{part:signaturePart}签字是制单、记账或者复核的人自己签的，应该由别人签。`,
  'check.signerUnknown': `${PLACED}的{part:signaturePart}签字人“{by}”不在用户里。`,
  'check.signedBefore': `${PLACED}的{part:signaturePart}签字时间 {signed} 早于入账时间。`,
  'check.cashierWithoutMoney': `${PLACED}没有动现金和银行存款，却有出纳签字。`,
  'check.sealedUnreviewed': `${PLACED}所在的月份已经封账，它却没有复核签字。`,
  'check.openingNotFirst': `${PLACED}是期初凭证，期初应该是账上第一张。`,
  'check.originDiffers': `${PLACED}里期初往来的发生日期和分录上的月份对不上：日期被改过、删掉或者多出来了。`,
  'check.originElsewhere': '期初往来的发生日期里有一笔，指的不是期初凭证（编号 {entryId}）。',
  'check.draftDiffers': `${PLACED}和它的草稿对不上：手工凭证要有一份已记账的草稿，日期、摘要、金额、付的是哪一笔都一样，别的凭证没有。`,
  'check.runDiffers': `${PLACED}和常设凭证的记账月份对不上：一个月记一张，别的凭证没有。`,
  'check.closingDiffers': `${PLACED}和年终结转的记录对不上：每一步有一条记录、一张 12 月 31 日的凭证，现在有 {rows} 条。`,
  'check.closingTwice': '{year}年的年终结转“{step:closingStep}”有两张没有冲销的凭证，后一张编号 {entryId}。',
  'check.reserveDiffers': `${PLACED}：“{pool:pool}”决议提取 {keptFen} 元，凭证上是 {foundFen} 元。`,
  'check.fundsDiffer': '“{name}”的原值是 {keptFen} 元，各级投入加起来是 {foundFen} 元。',
  'check.correctionDiffers': '“{name}”的{part:field}最后更正成了“{kept}”，现在登记的不是这个。',
  'check.fundAlone': '有一笔 {foundFen} 元的投入，它的资产（编号 {asset}）不见了。',
  'check.statementSum':
    '“{account}”{from} 至 {through} 的对账单，期末是 {keptFen} 元，期初加各笔是 {foundFen} 元。',
  'check.statementOpening':
    '“{account}”{from} 至 {through} 的对账单，期初是 {keptFen} 元，前面各笔加到这一天是 {foundFen} 元。',
  'check.bankLineAlone': '“{account}”{day} 有一笔 {foundFen} 元的银行流水，它的对账单不见了。',
  'check.withdrawsNothing': '“{account}”有一条撤回对账单的记录，找不到它撤回的那一份。',
  'check.bankLineTwice': '“{account}”{day} 的 {foundFen} 元银行流水算了两次。',
  'check.matchWithdrawn': '“{account}”有一笔 {foundFen} 元还配着账，它的对账单已经撤回。',
  'check.matchAmount': '“{account}”有一笔对账记着 {keptFen} 元，对到的那一笔是 {foundFen} 元。',
  'check.matchSum': '“{account}”有一组对账，两边相差 {foundFen} 元，记着相差 {keptFen} 元。',
  'check.matchOneSided':
    '“{account}”有一组 {foundFen} 元的对账，只有一边的几笔，又不是补记期初差额；或者写着补记期初差额，却没有抵什么。',
  'check.matchedTwice': '“{account}”有一笔 {foundFen} 元对了两次。',
  'check.undoesNothing': '“{account}”有一条撤销对账的记录，找不到它撤销的那一组。',
  'check.bankPointsNowhere': '“{account}”的对账或说明指向的那一笔不见了，或者不是这个账户的。',
  'check.bankScopeTwice': '“{account}”和“{other}”同时管着同一部分账，一笔账只能归一个银行账户。',
  'check.bankMistakenUsed': '“{account}”是撤掉的账户，却还有银行流水。',
  'check.closedNotNil': '“{account}”{day} 销户，银行应该没有余额也没有以后的流水，实际余额 {foundFen} 元。',
  'check.closedBooks':
    '“{account}”{day} 销户，账面应该剩 {keptFen} 元（转到接替账户的），实际是 {foundFen} 元。',
  'check.bookedAfterClosing': '“{account}”{day} 销户，{later} 的收付没有账户接着管。',
  'check.noticeChanged': '公示 {code} 贴出以后被改过：按现在的内容重算是 {found}，当时印的是 {kept}。',
  'check.noticeHead': '公示 {code} 上印着链上第 {position} 号的校验码是 {printed}，现在那里是 {found}。',
  'check.packChanged': '方案或分红依据的政策“{packId}”，账里存的那份被改过。',
  'check.packGone': '方案或分红依据的政策“{packId}”，账里存的那份不见了。',
  'check.planChanged': '{from} 至 {to} 的分配方案（{pool:pool}）签字以后被改过，或者它依据的政策不在了。',
  'check.decisionStep':
    '{from} 至 {to} 的分配方案（{pool:pool}），{day} 记的“{step}”不是程序里该走的那一步。',
  'check.decisionBytes': '{from} 至 {to} 的分配方案（{pool:pool}），{day} 的“{step}”定的不是现在这份内容。',
  'check.decisionVote': '{from} 至 {to} 的分配方案（{pool:pool}），{day} 的“{step}”到会人数或者同意票不够。',
  'check.decisionOwn': '{from} 至 {to} 的分配方案（{pool:pool}），{day} 的“{step}”是经手过它的人自己审的。',
  'check.decisionDays':
    '{from} 至 {to} 的分配方案（{pool:pool}），{day} 的“{step}”日期不对：早于前一步，或者公示、材料的天数不够。',
  'check.planState': '{from} 至 {to} 的分配方案（{pool:pool}）写的状态，和它走过的步骤对不上。',
  'check.decisionPapers': '{from} 至 {to} 的分配方案（{pool:pool}），{day} 的“{step}”缺流程要的材料。',
  'check.decisionFiles':
    '{from} 至 {to} 的分配方案（{pool:pool}），{day} 的“{step}”凭的文件撤掉了。同一份再存上就对了。',
  'check.decisionSigners': '{from} 至 {to} 的分配方案（{pool:pool}），{day} 的“{step}”签名的人数不够。',
  'check.filingGap': '备案编号 {number} 前面缺号：备案簿被改过。',
  'check.filingDay': '备案编号 {number} 的日期 {day} 和前后的号对不上：备案簿被改过。',
  'check.filingAlone': '备案编号 {number}（{day}）在村里的方案上找不到同样的一步。',
  'check.approvalAlone': '{day} 有一条审批决定，找不到它定的方案。',
  'check.payListChanged': '{year}年第{number}号发放清单送审以后被改过。',
  'check.payListOutcomes': '{year}年第{number}号发放清单有一行的状态和银行办的结果对不上。',
  'check.payListPayee': '{year}年第{number}号发放清单有一行的收款人查不到，名册和村外收款方里都没有。',
  'check.payListParts': '{year}年第{number}号发放清单有一张凭证写明的人和金额，和清单上办的几行对不上。',
  'check.paymentWithoutList': '这张凭证写明付给谁，却没有哪张发放清单办过。',
  'check.paidBeforeApproval':
    '这张凭证付了 {from} 至 {to} 的分配方案（{pool:pool}）的钱，那时方案还没有办完公示和后面的步骤，或者有意见没有答复。',
  'check.sentBeforeApproval':
    '{year}年第{number}号发放清单送银行的时候，{from} 至 {to} 的分配方案（{pool:pool}）还没有办完公示和后面的步骤，或者有意见没有答复。',
  'check.paidBeforeSent':
    '这张凭证付的是{year}年第{number}号发放清单的钱，却早于清单送银行，或者清单没有送过。',
  'check.partPaidTwice': '这张凭证欠一个人的钱，按发放清单付了两次。',
  'check.yearPlanChanged':
    '{year}年的年度使用计划（{pool:pool}，第{revision}稿）签字以后被改过，或者它依据的政策不在了。',
  'check.yearPlanState':
    '{year}年的年度使用计划（{pool:pool}，第{revision}稿）写的状态，和它走过的步骤对不上。',
  'check.yearDecisionStep':
    '{year}年的年度使用计划（{pool:pool}，第{revision}稿），{day} 记的“{step}”不是程序里该走的那一步。',
  'check.yearDecisionBytes':
    '{year}年的年度使用计划（{pool:pool}，第{revision}稿），{day} 的“{step}”定的不是现在这份内容。',
  'check.yearDecisionVote':
    '{year}年的年度使用计划（{pool:pool}，第{revision}稿），{day} 的“{step}”到会人数或者同意票不够。',
  'check.yearDecisionOwn':
    '{year}年的年度使用计划（{pool:pool}，第{revision}稿），{day} 的“{step}”是经手过它的人自己审的。',
  'check.yearDecisionDays':
    '{year}年的年度使用计划（{pool:pool}，第{revision}稿），{day} 的“{step}”日期不对：早于前一步，或者公示、材料的天数不够。',
  'check.yearDecisionPapers':
    '{year}年的年度使用计划（{pool:pool}，第{revision}稿），{day} 的“{step}”缺流程要的材料。',
  'check.yearDecisionFiles':
    '{year}年的年度使用计划（{pool:pool}，第{revision}稿），{day} 的“{step}”凭的文件撤掉了。同一份再存上就对了。',
  'check.yearDecisionSigners':
    '{year}年的年度使用计划（{pool:pool}，第{revision}稿），{day} 的“{step}”签名的人数不够。',
  'check.yearPlanTwice':
    '{year}年的年度使用计划（{pool:pool}）有两份同时算数：第{revision}稿不是唯一的一份。',
  'check.factWithoutEntry': '{table:stepTable}里有一笔，它的凭证（编号 {entryId}）不见了。',
};
