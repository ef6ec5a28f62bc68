/**
 * The books, reports and tools on the page 账簿, in groups. A new page adds its line here: where it stands
 * below the village's address (or an office's, with `:id` for the village), what it is called, and in a
 * sentence what it is for.
 */
export interface BooksGroup {
  readonly label: string;
  readonly items: readonly (readonly [path: string, label: string, says: string])[];
}

export const BOOKS_LIST: readonly BooksGroup[] = [
  {
    label: '凭证',
    items: [
      ['/vouchers', '记账凭证', '一个月的凭证，按号排列'],
      ['/voucher-drafts', '凭证草稿', '手工填的凭证，复核以后再入账'],
      ['/recurring-vouchers', '常设凭证', '每月都一样的凭证，到期填好了等您看'],
      ['/counterparties', '往来单位和个人', '凭证上写的对方'],
      ['/construction', '在建工程', '分期付款、质保金、验收转资产'],
      ['/depreciation', '资产折旧', '每月的折旧表，一次记账；每项资产提到哪里'],
      ['/opening', '期初余额', '村里中途建账，把原来的余额一次导入'],
      ['/books/voucher-summary', '凭证汇总表', '一段时间的凭证，按科目汇总'],
    ],
  },
  {
    label: '合同',
    items: [
      ['/contracts', '合同', '租出去的、要付钱的，各到什么时候，下一期收多少、付多少'],
      ['/arrears', '欠款', '谁欠着没付、欠了多少天，催缴通知'],
    ],
  },
  {
    label: '账簿',
    items: [
      ['/books/account-balances', '科目余额表', '每个科目的期初、发生和期末'],
      ['/books/general-ledger', '总账', '每个科目按月合计'],
      ['/books/detail-ledger', '明细账', '一个科目逐笔看，点凭证看来龙去脉'],
      ['/books/bank-journal', '银行存款日记账', '银行的钱逐日逐笔'],
      ['/books/cash-journal', '现金日记账', '现金逐日逐笔'],
    ],
  },
  {
    label: '报表',
    items: [
      ['/books/balance-sheet', '资产负债表', '村里有什么、欠什么'],
      ['/books/income-statement', '收益及收益分配表', '今年收了多少、用了多少、分了多少'],
      ['/bridge', '可分配收益对照表', '报表上的收益和账上能分的钱差在哪里'],
      ['/reconciliation', '对账', '电表、结算单、银行三方，一个月一个月对，差在哪里'],
      ['/subsidy', '国家补贴年度表', '每个电站每个月的补贴：年初欠、本年结算、本年到账、期末还欠'],
      ['/taxes', '增值税', '每一期卖了多少、过没过起征点、该交多少'],
      ['/books/ageing', '往来账龄表', '谁欠村里、村里欠谁，欠了多久'],
    ],
  },
  {
    label: '对账',
    items: [
      ['/bank', '银行对账', '导入对账单，和账逐笔核对，出余额调节表'],
      ['/trial-balance', '试算平衡表', '三组借贷是不是相等'],
    ],
  },
  {
    label: '年终',
    items: [
      ['/year-end', '年终结转', '收支转本年收益、收益分配，提取公积公益金'],
      ['/member-shares', '成员分红', '按份额起草，走完“四议两公开”再分给各户、付给各户'],
      ['/chart-change', '换会计科目', '从旧科目换到新科目，余额按意思转过去'],
    ],
  },
  {
    label: '政策',
    items: [
      ['/offices/:id/packs', '政策和条文', '现在照哪份文件办，条文和规定对着看，哪些数县里、村里要定'],
      ['/offices/:id/standards', '本地标准', '县里给的数和文件'],
    ],
  },
  {
    label: '查账',
    items: [
      ['/check', '查账和审计文件', '账有没有被改过，数对不对得上；审计拿走的文件'],
      ['/handovers', '移交', '换会计、出纳、村干部时交什么，后来变了什么'],
    ],
  },
];
