import { CUSTODY_SENTENCES } from './sentences-custody';

/** What is wrong with contracts: those over assets, their dues and payments, and those of costs. */
export const LEASE_SENTENCES: Readonly<Record<string, string>> = {
  ...CUSTODY_SENTENCES,
  'lease.unknown': '没有这份合同。',
  'lease.numberTaken': '已经有一份合同的编号是“{value}”，请换一个编号。',
  'lease.beforeAsset': '合同从 {value} 起，这项资产 {acquiredOn} 才取得。',
  'lease.afterAsset': '合同到 {value}，这项资产 {leftOn} 已经离开台账，合同最晚到那一天。',
  'lease.suspended': '合同到 {value}，这项资产从 {since} 起报停：又用起来了，先登记恢复使用，再签合同。',
  'lease.overlaps':
    '这项资产 {from} 至 {to} 已经租出去了（合同 {number}），日期不能重叠；只租一部分的，要写明哪一部分。',
  'lease.notAShare': '{field}“{value}”不是比例，要写成 6% 这样，大于零，不超过 100%。',
  'lease.stepOutside': '{field}“{value}”要在 {after} 以后，到合同最后一天 {lastOn} 为止，按先后填。',
  'lease.growthOfFixed': '只有固定租金能逐年递增，按比例的不填。',
  'lease.notADate': '{field}“{value}”不是月和日，要写成 06-30 这样。',
  'lease.dateOfYear': '定在每年某一天付的，付款间隔不能短于一年。',
  'lease.notDays': '{field}“{value}”要填 0 到 366 的整数。',
  'lease.freeOutside': '{field}“{value}”不在合同里，免租的日子要在 {firstOn} 至 {lastOn} 之间。',
  'lease.freeTwice': '{field}“{value}”要在上一段免租的最后一天 {last} 以后，按先后填。',
  'lease.freeOfTurnover': '按营业额分成的不写免租的日子：那些日子的营业额不报就是了。',
  'lease.changeOutside':
    '{field} {value} 不在合同的 {firstOn} 至 {lastOn} 里；提前结束要早于原来的最后一天，没有生效的填第一天的前一天。',
  'linkage.twoYears': '一笔只报同一年的，跨年的分开报。',
  'linkage.notOver': '{value} 还没有到，今天是 {today}。',
  'linkage.outside': '合同从 {from} 到 {to}，报的天数要在里面。',
  'linkage.reportedAlready': '{from} 到 {to} 已经报过；报错了，先撤销那一笔。',
  'linkage.moreThanAll': '{field}“{value}”比全部的还多。',
  'linkage.nobodyPaid': '{field}“{value}”：人数填的是 0，没有人领工资。',
  'linkage.noSuchReport': '没有这一笔，或者已经撤销了。',
  'lease.changeBooked':
    '合同已经记账到 {bookedTo}，变更不能动已记账的日子。钱已经收了的：先冲销到账和应收，再登记变更，然后在“收租金”照实收的数再记一次，多出来的会记成预收，在合同里退给对方。',
  'lease.notEnded': '没有登记过提前结束，没有可撤的。',
  'lease.agreedSince':
    '{endedOn}提前结束以后又续租或改过租金，不能再撤。要改最后一天，请另登记提前结束或续租。',
  'lease.endBooked': '算到{endedOn}为止的那一期已经记账，先冲销，再撤提前结束。',
  'lease.endWaived':
    '算到{endedOn}为止的那一期写过不记账的理由，先在那一期撤回，再撤提前结束；或者登记续租，让合同接着往下走。',
  'lease.advanceWentBack': '提前结束以后，预收的租金已经退过或者抵过，先冲销那张凭证。',
  'lease.depositWentBack': '提前结束以后，押金已经退过或者抵过，先冲销那张凭证。',
  'lease.turnoverBooked': '从 {value} 起的这一期已经记账，要改营业额先冲销。',
  'lease.turnoverAhead': '从 {value} 起的这一期到 {until} 才完，今天是 {today}，完了再报营业额。',
  'lease.laterRents': '合同约定从 {from} 起另有租金，请选以后约定的租金照旧，还是不再算。',
  'lease.signedLater': '签订日期 {value} 还没有到，今天是 {today}。',
  'lease.notLonger': '续租的最后一天 {value} 要晚于原来的 {before}。',
  'lease.noSuchPayment': '合同里没有从 {value} 起按营业额算的这一期。',
  'rent.noSuchDue': '合同里没有从 {from} 起还没记账的一期，请刷新再看。',
  'rent.afterAsset':
    '这一期到 {value}，这项资产 {leftOn} 已经离开台账：请先登记合同在 {leftOn} 提前结束，再记到那一天为止的。',
  'rent.notYetDue': '这一期 {from} 起才能记，现在是 {value}。',
  'rent.waivedBefore': '这一期不记账的理由已经写过了。',
  'rent.isWaived': '这一期说过不记：{reason}。要收，先在这一页撤回，再入账。',
  'rent.taxOfAdvance':
    '这笔钱是预收的，上一期 {amount} 元里写过税 {tax} 元：这一期也照发票写税率，发票上这一期没有税的写 0。',
  'rent.basisOfAdvance':
    '这笔钱是预收的，上一期 {amount} 元里含着税 {tax} 元；这一期写成不含税，租户就还要另付税。发票真是这样的，请打勾。',
  'rent.notWaived': '这一期没有写过不记账的理由，或者已经撤回，请刷新再看。',
  'rent.advanceWentBack': '写了不记账的理由以后，预收的租金已经退过或者抵过，先冲销那张凭证，再撤回。',
  'rent.depositWentBack': '写了不记账的理由以后，押金已经退过或者抵过，先冲销那张凭证，再撤回。',
  'rent.aboveFree': '那一天最多能退 {most} 元：以后各期要用的、还没收到的，不能退。',
  'rent.aboveDue': '对方这笔只差 {most} 元，抵不了那么多。',
  'rent.otherPool': '这笔欠款属于另一种资金，不能用这里预收的钱抵，请退款后另收。',
  'rent.noAdvance': '这份合同没有还没用完的预收款。',
  'rent.netFirst': '税另加在租金上的，对方要付的比合同上多：先在“应收款”里记这一期，写上税，再收钱。',
  'rent.taxSaidBefore': '这笔钱付的各期已经记过应收，含不含税在记应收时写过，这里不填。',
  'rent.nothingToPay': '这几期没有等着收的钱。真的又收到了，写明“多付少付的说明”，先记预收。',
  'rent.paidAhead':
    '这几期的租金已经预收，不用再收，到期时在合同里记账，用预收的钱抵。真的又收到了，写明“多付少付的说明”。',
  'rent.notThePayments':
    '选的几期减去预收的，还要收 {due} 元，少 {difference} 元。真的只收到这么多，写明“多付少付的说明”，少的还欠着。',
  'rent.abovePayments':
    '选的几期减去预收的，还要收 {due} 元，多 {difference} 元。真的收到这么多，写明“多付少付的说明”，多的先记预收，用不上的再退。',
  'costContract.beforeAsset': '资产 {acquiredOn} 才取得，保险不能从更早的“{value}”起。请核对年份。',
  'costContract.afterAsset': '{value} 这项资产已经不在了，它 {leftOn} 离开台账，合同最晚到那一天。',
  'costContract.endsBeforeAsset':
    '合同到 {value} 就完了，这项资产 {acquiredOn} 才取得。取得以前为建它、买它花的钱，记在工程里、算进原值。',
  'costContract.endedBeforeAsset':
    '这项资产 {acquiredOn} 才取得，合同不能在“{value}”就完。没有开始过的，填 {firstOn}；取得以前花的钱，记在工程里、算进原值。',
  'costContract.otherPool': '这项资产的费用不能用这种资金付，不选就照资产的。',
  'costContract.capacity': '容量 {value} 千瓦比资产的 {most} 千瓦还大，上限会算多。',
  'costContract.besideAnother': '这项资产同样的日子里已经有合同“{contract}”。真有两份的，请在理由里写明。',
  'costContract.same': '已经有一份同样的合同“{value}”，日子也重叠，不能登记两次。',
  'costContract.notEnded': '没有登记过提前结束，没有可撤的。',
  'costContract.agreedSince':
    '{endedOn}提前结束以后又续签或改过价，不能再撤。要改最后一天，请另登记提前结束或续签。',
  'costContract.noShare': '这份合同没有写自己的份额，不能变更份额。',
  'deductions.shareBehind':
    '份额表 {since} 起本村占 {byTable}，这份合同还按 {agreed}，先到合同页把份额变了。另有约定的，在那里记下照旧的份额和理由。',
  'costContract.noEnd': '合同没有约定最后一天，一直有效，不用续签。',
  'costContract.notLonger': '续签的最后一天 {value} 要晚于原来的 {before}。',
  'costContract.notShorter': '合同本来就到 {before}，提前结束要早于那一天。',
  'costContract.paidOnce': '一次付清的合同不能改价；续签时可以写新的金额。',
  'costContract.tooEarly': '{field} {value} 太早，最早是 {firstOn}。',
  'costContract.outside': '{field} {value} 不在 {firstOn} 至 {lastOn} 里。',
  'costContract.charged': '合同已经付到 {chargedTo}，变更不能动已付的日子，要先冲销。',
  'costContract.noSuchPeriod': '合同里没有从 {from} 起的这一期，请刷新再看。',
  'costContract.notYetDue': '这一期最迟 {dueOn} 记账，现在还不用写理由。',
  'costContract.nothingDue': '这一期没有等着记账的钱。',
  'deductions.beforeContract': '记账日期 {value} 在合同第一天 {validFrom} 以前，合同那天还没有生效。',
  'deductions.afterContract':
    '记账日期 {value} 在合同最后一天 {validTo} 以后，合同已经到期；续签了请先登记。',
  'deductions.byContract': '这项资产的土地租金已经有合同“{contract}”，请照合同记，不能再记一笔账单。',
  'deductions.besideContract':
    '这一类费用已经有合同“{contract}”在收，再记账单，要写“不是重复入账的理由”，会印在公示上。',
  'deductions.besideNamed':
    '合同“{contract}”就是这个名称，按合同在收，再记账单，要写“不是重复入账的理由”，会印在公示上。',
  'deductions.yearCharged':
    '合同“{contract}”已经为 {from} 至 {to} 记过 {amount} 元，账单没写管的日子：同一笔就不要再记；是别的日子，写明起日、止日；不然写“不是重复入账的理由”，会印在公示上。',
  'deductions.beforeAsset':
    '{value} 还没有这项资产，它 {acquiredOn} 才取得。为建它、买它花的钱，记在工程里、算进原值；先付以后的费用，写明账单管的起日、止日。',
  'deductions.afterAsset':
    '{value} 这项资产已经不在了，它 {leftOn} 离开台账。是那天以前的费用，写明账单管的起日、止日。',
  'deductions.outsideAsset':
    '这笔费用管的日子里有 {days} 天这项资产不在（还没取得，或者已经离开台账），一起扣要写“资产不在的日子的理由”，会印在公示上；合同不用再付的，先把它提前结束。',
  'deductions.servedTooLong': '{field}离起日太远，一张账单最多 {most} 年。请核对年份。',
  'deductions.otherYear':
    '这笔费用里有 {days} 天、{part} 元不是{year}年的费用，一起扣要写“跨年的理由”，会印在公示上。',
  'deductions.creditorOfPaid': '银行已经付了的费用不欠谁，{field}请空着；还没付，请选“先欠着”。',
  'deductions.notOwed': '这笔费用已经付清，或者不是欠着的。请刷新再看。',
  'deductions.paidAboveOwed': '还欠 {open} 元，多填了 {excess} 元。',
  'deductions.paidBeforeCost': '{field}：费用 {postedOn} 才记账，付款不能在它前面。',
  'deductions.paidAlready': '这笔费用已经付了 {paid} 元，先冲销付款的凭证，再冲销费用。',
  'deductions.costUnknown': '没有这笔费用，或者它的凭证已经冲销。',
  'deductions.refundByKeeper': '联村电站代管单位付的费用，退回的钱由代管单位记，村里不能单独记。',
  'deductions.refundAbovePaid':
    '到那天为止付了 {paid} 元，已退回 {refunded} 元，最多还能退 {most} 元，多填了 {excess} 元。',
  'deductions.refundBeforeCost': '{field}：费用 {postedOn} 才记账，退回不能在它前面。',
  'deductions.refundedAlready': '这笔费用已经退回 {refunded} 元，先冲销退回的凭证，再冲销这一张。',
  'deductions.noOutsideAsset': '账单管的日子里资产都在，{field}请空着。',
  'deductions.otherYearAnew':
    '这一笔代替的是{year}年的凭证，算{year}年的；里面有 {days} 天、{part} 元不是{year}年的费用，一起扣要写“跨年的理由”。',
  'deductions.noOtherYear': '这笔费用没有别的年份的天数，{field}请空着。',
  'deductions.capTogether':
    '{year}年这类费用有合同“{contracts}”，一共最多 {cap} 元；已记 {charged} 元，加上这一笔多出 {excess} 元。真的要付，写明“超上限的理由”。',
  'deductions.notAboveCap': '加上这一笔没有超过上限，{field}请空着。',
  'deductions.daysCharged':
    '{day} 已经按合同“{contract}”记过 {amount} 元，账单管的日子在里面：是同一笔就不要再记；不是的，写“不是重复入账的理由”，会印在公示上。',
  'deductions.rentBilled':
    '{day} 已经用单据记过土地租金“{name}” {amount} 元，日子在这一期里：是同一块地的，先冲销那张单据；不是的，写明为什么不是同一笔。',
  'deductions.daysBilled':
    '{day} 已经用单据记过“{name}” {amount} 元，单据管的日子在这一期里：是同一笔的，先冲销那张单据；不是的，写“不是重复入账的理由”，会印在公示上。',
  'deductions.yearBilled':
    '{day} 已经用单据记过“{name}” {amount} 元，那张单据没写管的日子：是同一笔就不要再记；管的是别的日子，先冲销那张单据，写明起日、止日重录；不然写“不是重复入账的理由”，会印在公示上。',
  'deductions.daysPaid':
    '{day} 已经用单据记过“{name}” {amount} 元，管 {from} 到 {to}，和这张单据的日子有重叠：是同一笔就不要再记；不是的，写“不是重复入账的理由”，会印在公示上。',
  'deductions.paidElsewhere':
    '“{name}”的账单 {bill} 元，别处已经付了 {elsewhere} 元，从收益里最多再扣 {left} 元。确是另一件事，写明“不是重复入账的理由”。',
  'deductions.chargePaidElsewhere':
    '“{name}”别处已经付了 {elsewhere} 元，最多再扣 {left} 元。余下的按账单记，合同写“这一期不记账”。确是另一件事，写明“不是重复入账的理由”。',
  'deductions.chargeWhollyElsewhere':
    '“{name}”别处已经付了 {elsewhere} 元，没有余下的：到合同页写“这一期不记账”。确是另一件事，写明“不是重复入账的理由”。',
  'deductions.restByBill':
    '合同的一期只能整期记 {due} 元。别处已经付了 {elsewhere} 元，余下的 {left} 元不选合同、按账单记，再到合同页写“这一期不记账”。',
  'costElsewhere.aboveBill': '{field}比账单 {bill} 元还多 {excess} 元。',
  'costElsewhere.ahead': '{field}“{value}”还没有到。',
  'costElsewhere.beforeAsset': '{value} 还没有这项资产，它 {acquiredOn} 才取得，只能登记从那一天起付的。',
  'costElsewhere.afterAsset': '{value} 这项资产已经不在了，它 {leftOn} 离开台账，只能登记到那一天为止付的。',
  'costElsewhere.year': '{field}“{value}”要填到今年为止的年份，如 2025。',
  'costElsewhere.twice':
    '“{name}”{day} 别处付的 {amount} 元，同一份依据，已经登记过。确是另一笔，写明“不是重复入账的理由”。',
  'costElsewhere.deducted':
    '“{name}”前后几天已经从收益里扣了 {amount} 元，别处付了以后最多扣 {rest} 元。先冲销那张凭证，或者把多扣的登记为费用退回，再登记这一笔。确是另一件事，写明“不是重复入账的理由”。',
  'costElsewhere.notSeen': '没有看起来一样的登记或费用，{field}请空着。',
  'costElsewhere.unknown': '没有这笔别处付的费用，或者已经撤回。',
  'deductions.sameBill':
    '{day}已经记过一笔一样的账单，也是 {amount} 元。真的又付了一笔，写明“不是重复入账的理由”。',
  'twice.samePaper':
    '{day}已经凭“{paper}”记过一笔一样的，也是 {amount} 元。真的又有一笔，写明“不是重复入账的理由”。',
  'twice.notSeen': '没有日期、金额、凭据都一样的，{field}请空着。',
  'deductions.notSeenTwice': '账里没有看起来一样的费用，{field}请空着。',
  'arrears.unknown': '没有这笔逾期的款，可能已经付清。',
  'arrears.remindedLater': '催缴日期 {value} 还没有到，今天是 {today}。',
  'arrears.nothingLate': '{value} 那天没有逾期的款，不用催。',
  'deposit.aboveAgreed': '合同约定押金 {agreed} 元，已经收过 {came} 元。真的多收，写明“押金的说明”。',
  'deposit.aboveHeld': '那天起手里的押金最少只有 {most} 元。',
  'deposit.gone': '这笔押金已经退过或者抵过，要冲销请先冲销那张凭证。',
  'income.stakePays': '股权没有租金和其他收入，分到的钱选“分红”。',
  'income.noStake': '只有股权有分红，这项资产请选租金或者其他收入。',
  'income.advanceUsed': '预收的钱已经抵过租金，或者退过，要冲销请先冲销那张凭证。',
  'income.byContract':
    '合同 {number} 里有 {from} 至 {to} 的 {amount} 元还没记账，请到合同里记。真要在这里记，写明“不是重复入账的理由”。',
  'income.sameUnderOtherName':
    '同一个付款人 {from} 至 {to} 的 {amount} 元已经记在另一种收入里，别记两遍。真是两笔（如租金之外的服务费），写明“不是重复入账的理由”。',
};
