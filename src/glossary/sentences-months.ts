/** What is said when a month cannot be held, opened again or sealed. */
export const MONTHS_SENTENCES: Readonly<Record<string, string>> = {
  'months.slipMissing': '“{station}”{generationMonth} 的电费结算单还没有登记。',
  'months.costAfterAsset':
    '费用“{name}”{amount} 元管的是 {day} 起，{asset} {leftOn} 就离开了台账。冲销这笔费用，或者改正离开的日子。',
  'months.costDue': '合同“{name}”{from} 至 {to} 的费用 {amount} 元该付了，还没有记账，也没有写不记的理由。',
  'months.rentDue': '合同 {number} {from} 至 {to} 的 {amount} 元该记账了，还没有记，也没有写不记的理由。',
  'months.recurringDue': '常设凭证“{name}”{month} 的还没有记，也没有写不记的理由。',
  'months.draftOpen': '{day} 的凭证草稿还没有记账，要记账或者作废。',
  'months.accountBelowZero':
    '{account}到月底少 {amount} 元，现金、存款不能是负数。请查漏记的收款、重记的付款。',
  'months.poolBelowZero':
    '{pool:pool}到月底多付了 {amount} 元，等于用了别的钱。到账被冲销的，重新登记到账；付错的，冲销那张付款凭证；多付的，收回来登记到账。',
  'months.contraDebit':
    '{account}（{pool:pool}）到月底在借方，有 {amount} 元；折旧、摊销只能在贷方。请查折旧的凭证。',
  'months.contraAboveCost':
    '{account}（{pool:pool}）到月底有 {amount} 元，比原值 {cost} 元还多。请查折旧、摊销的凭证，或者漏记的原值。',
  'months.assetBelowZero':
    '{account}（{pool:pool}）到月底少 {amount} 元，东西不能少于没有。请查漏记的购入、重记的领用，或者记错了的资金。',
  'months.wrongSide':
    '{account}（{pool:pool}）到月底在反方向，有 {amount} 元：转出、还掉的比记进来的多。请查漏记的、重记的凭证，或者记错了的资金；进来的一笔冲销过的，用掉它的凭证也要冲销、重新录入。',
  'months.unknown': '{month} 不在这本账里：账从建账的月份起，到本月为止。',
  'months.grantAboveNewIncome':
    '{year} 年“{uses}”列支了 {granted} 元，照账上现在的新增收益只能列支 {bears} 元，多了 {excess} 元。请冲销列支的凭证 {vouchers}。',
  'months.notOver': '{month} 还没有过完，到 {day} 才能结账。',
  'months.rowsLost': '台账和合同里有 {rows} 行不见了，从备份找回以前不能结账，请查账。',
  'months.reasonTooShort': '理由太短，至少写 {least} 个字，说清为什么要重新打开。',
  'months.onPublishedSheet':
    '{month} 的数字已经印在公示{sheets:sheetNumber}上，不能再打开。更正请记在还没结账的月份，所属月份写 {month:typed}。',
  'months.sealedBySame': '{month} 是您结的账，要由另一个人封账。',
  'seal.turnoversDiffer':
    '科目 {account}（{pool:pool}）的发生额对不上：记的是借 {keptDebit}、贷 {keptCredit}，重算是借 {debit}、贷 {credit}。没有封账，请查账。',
  'seal.poolUnbalanced': '{pool:pool}借方合计 {debit}、贷方合计 {credit}，两边不相等。没有封账，请查账。',
};
