const PRODUCT = '本系统';
const RULES = '农村集体经济组织会计制度(财会〔2023〕14号)';

/** The words of the check of the books: its passes, sides and parts of balances, acts on months. */
export const CHECK_TERMS: Readonly<Record<string, readonly [label: string, source: string]>> = {
  'checkPass.chain': ['凭证链', PRODUCT],
  'checkPass.balances': ['余额与分录', PRODUCT],
  'checkPass.months': ['月份', PRODUCT],
  'checkPass.numbers': ['凭证编号', PRODUCT],
  'checkPass.colours': ['每笔钱各自平', PRODUCT],
  'checkPass.pools': ['未分配的钱', PRODUCT],
  'checkPass.reversals': ['冲销', PRODUCT],
  'checkPass.receivables': ['应收与到账', PRODUCT],
  'checkPass.deductions': ['必要费用', PRODUCT],
  'checkPass.grants': ['列支', PRODUCT],
  'checkPass.refusals': ['被拒绝的操作', PRODUCT],

  'checkPassSays.chain': ['凭证有没有被改过、删过、插过、换过位置', PRODUCT],
  'checkPassSays.balances': ['存着的发生额和封账余额是不是凭证加起来的数', PRODUCT],
  'checkPassSays.months': ['月份连不连续，封账以后有没有再记进去', PRODUCT],
  'checkPassSays.numbers': ['每年从第 1 号起有没有断号、重号', PRODUCT],
  'checkPassSays.colours': ['每张凭证里，每笔钱各自借贷相等', PRODUCT],
  'checkPassSays.pools': ['没有分配的钱，两种算法是不是同一个数', PRODUCT],
  'checkPassSays.reversals': ['冲销是不是一条对一条，一张只冲一次', PRODUCT],
  'checkPassSays.receivables': ['应收、到账的明细和总账是不是一致', PRODUCT],
  'checkPassSays.deductions': ['登记的费用和凭证是不是一致', PRODUCT],
  'checkPassSays.grants': ['登记的列支和凭证是不是一致', PRODUCT],
  'checkPassSays.refusals': ['被拒绝的操作留下的记录有没有被改过、删过', PRODUCT],
  'refusalFault.gap': ['断号', PRODUCT],
  'refusalFault.link': ['接不上前一条', PRODUCT],
  'refusalFault.hash': ['内容改过', PRODUCT],
  'page.check': ['查账', PRODUCT],

  'bookSide.debit': ['借方', RULES],
  'bookSide.credit': ['贷方', RULES],
  'balancePart.opening': ['期初余额', RULES],
  'balancePart.debit': ['借方发生额', RULES],
  'balancePart.credit': ['贷方发生额', RULES],

  'monthState.sealed': ['已封账', PRODUCT],
  'monthAct.held': ['结账', PRODUCT],
  'monthAct.reopened': ['打开', PRODUCT],
  'monthAct.sealed': ['封账', PRODUCT],
  'stepTable.receivables': ['应收款明细', PRODUCT],
  'stepTable.receipts': ['到账单', PRODUCT],
  'stepTable.settlements': ['结算单', PRODUCT],
  'stepTable.deductions': ['费用登记', PRODUCT],
  'stepTable.grants': ['列支登记', PRODUCT],
};
