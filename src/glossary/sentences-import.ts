/** What is said about a file of older books. */
export const IMPORT_SENTENCES: Readonly<Record<string, string>> = {
  'import.notJson': '这一行不是一张凭证：要是一个 JSON 对象，写在一行里。',
  'import.empty': '文件里没有凭证。',
  'import.otherTwice': '编号“{value}”前面已经有一张内容不同的凭证。',
  'import.known': '编号“{value}”的凭证以前已经导入过。',
  'import.outOfOrder':
    '这张的日期是 {value}，前面已经有一张 {before} 的。文件里的凭证要按日期先后排，凭证号照这个顺序编。',
  'import.incomeOwed':
    '{pool:pool}记在“{value}”上的钱还没到，不能算收到。请改在到账那天借记库存现金或银行存款、贷记收入；还没到的写进期初余额，或从“应收租金”“电费结算单”登记。',
  'import.debtNotThere':
    '{account}（{pool:pool}）到这一天只欠 {held} 元，不能有 {taken} 元不用付钱就销掉。旧账的欠款请写进期初余额，或把欠款的凭证排在前面。',
  'import.coloursMixed':
    '{from:pool}的钱不能在同一张凭证里变成{pool:pool}的钱（{amount} 元）。只能还{pool:pool}替它垫付、到这一天账上还欠着的，或者转出先垫钱建的工程。',
  'import.fundsAsIncome': '{account}不是挣来的，不能转成{pool:pool}的收入（{amount} 元）。',
  'import.fundsElsewhere':
    '{account}有 {amount} 元转到了往来或待处理里。只能付出去（贷方记库存现金、银行存款）、转公积公益金或资本，或者随它形成的资产一起减少。',
  'import.netted':
    '{pool:pool}的收款和付款写在一张凭证里抵掉了，收入和支出都看不到。请分成两张：收款一张，付款一张。',
};
