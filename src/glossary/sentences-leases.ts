/** What is wrong with contracts: those over assets, their dues and payments, and those of costs. */
export const LEASE_SENTENCES: Readonly<Record<string, string>> = {
  'lease.unknown': '没有这份合同。',
  'lease.numberTaken': '已经有一份合同的编号是“{value}”，请换一个编号。',
  'lease.beforeAsset': '合同从 {value} 起，这项资产 {acquiredOn} 才取得。',
  'lease.afterAsset': '合同到 {value}，这项资产 {leftOn} 已经出账，合同最晚到那一天。',
  'lease.overlaps':
    '这项资产 {from} 至 {to} 已经租出去了（合同 {number}），日期不能重叠；只租一部分的，要写明哪一部分。',
  'lease.notAShare': '{field}“{value}”不是比例，要写成 6% 这样，大于零，不超过 100%。',
  'lease.stepOutside': '{field}“{value}”要在 {after} 以后，到合同最后一天 {lastOn} 为止，按先后填。',
  'lease.growthOfFixed': '只有固定租金能逐年递增，按比例的不填。',
  'lease.notADate': '{field}“{value}”不是月和日，要写成 06-30 这样。',
  'lease.dateOfYear': '定在每年某一天付的，至少一年付一次。',
  'lease.notDays': '{field}“{value}”要填 0 到 366 的整数。',
  'lease.changeOutside':
    '{field} {value} 不在合同的 {firstOn} 至 {lastOn} 里；提前结束要早于原来的最后一天，没有生效的填第一天的前一天。',
  'lease.changeBooked': '合同已经记账到 {bookedTo}，变更不能动已记账的日子，要先冲销。',
  'lease.turnoverBooked': '从 {value} 起的这一期已经记账，要改营业额先冲销。',
  'lease.laterRents': '合同约定从 {from} 起另有租金，请选以后约定的租金照旧，还是不再算。',
  'lease.signedLater': '签订日期 {value} 还没有到，今天是 {today}。',
  'lease.notLonger': '续租的最后一天 {value} 要晚于原来的 {before}。',
  'lease.noSuchPayment': '合同里没有从 {value} 起按营业额算的这一期。',
  'rent.noSuchDue': '合同里没有从 {from} 起还没记账的一期，请刷新再看。',
  'rent.afterAsset':
    '这一期到 {value}，这项资产 {leftOn} 已经出账：请先登记合同在 {leftOn} 提前结束，再记到那一天为止的。',
  'rent.notYetDue': '这一期 {from} 起才能记，现在是 {value}。',
  'rent.waivedBefore': '这一期不记账的理由已经写过了。',
  'rent.aboveFree': '那一天最多能退 {most} 元：以后各期要用的、还没收到的，不能退。',
  'rent.aboveDue': '对方这笔只差 {most} 元，抵不了那么多。',
  'rent.otherPool': '这笔欠款属于另一种资金，不能用这里预收的钱抵，请退款后另收。',
  'rent.noAdvance': '这份合同没有还没用完的预收款。',
  'rent.nothingToPay': '这几期没有等着收的钱。',
  'rent.paidAhead': '这几期的租金已经预收，不用再收。到期时在合同里记账，用预收的钱抵。',
  'rent.notThePayments':
    '选的几期减去预收的，还要收 {due} 元，相差 {difference} 元。只收到一部分的，请用“到账”登记。',
  'deductions.beforeContract': '记账日期 {value} 在合同第一天 {validFrom} 以前，合同那天还没有生效。',
  'deductions.afterContract':
    '记账日期 {value} 在合同最后一天 {validTo} 以后，合同已经到期；续签了请先登记。',
  'deductions.byContract': '这项资产的土地租金已经有合同“{contract}”，请照合同记，不能再记一笔账单。',
  'arrears.unknown': '没有这笔逾期的款，可能已经付清。',
  'arrears.remindedLater': '催缴日期 {value} 还没有到，今天是 {today}。',
  'arrears.nothingLate': '{value} 那天没有逾期的款，不用催。',
  'income.advanceUsed': '预收的钱已经抵过租金，或者退过，要冲销请先冲销那张凭证。',
};
