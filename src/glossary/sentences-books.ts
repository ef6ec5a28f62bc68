import { ACCOUNT_CHOICE_SENTENCES } from './sentences-account-choices';
import { REENTRY_SENTENCES } from './sentences-reentries';

/** What the books say when they refuse: accounts, vouchers, reversals, months. */
export const BOOKS_SENTENCES: Readonly<Record<string, string>> = {
  'form.notPrintable': '“{character}”这个字印不出来，请换一个写法。',
  ...REENTRY_SENTENCES,
  ...ACCOUNT_CHOICE_SENTENCES,
  'chart.accountUnknown': '科目表里没有“{value}”这个科目。',
  'chart.detailTaken': '明细科目“{value}”的编码重复了。',
  'chart.detailUnnamed': '明细科目“{value}”没有写名称。',
  'chart.detailNamedTwice': '明细科目“{value}”的名称和同一科目下面的另一个一样。',
  'chart.undistributedOnce':
    '明细科目“{value}”写了未分配收益：只能在收益分配下面，只能有一个，不然结转不到一处。',
  'chart.detailWithoutParent': '明细科目“{value}”上面没有科目：编码要在上级科目后面加两位数字。',
  'ledger.entryUnknown': '没有这张凭证。',
  'reversal.ofReversal': '这张本身就是冲销凭证，不能再冲。',
  'reversal.alreadyReversed': '这张凭证已经冲销过，一张只能冲一次。',
  'reversal.reasonUnknown': '冲销理由要从列出的里面选。',
  'reversal.beforeEntry': '冲销日期不能早于原凭证的 {postedOn}。',
  'reversal.poolShort':
    '{pool:pool}的现金和存款到 {day} 少 {missing} 元，这笔钱已经用出去了。补平以前 {month} 结不了账：' +
    '钱其实到过的，把到账重新登记；付错的，把那张付款凭证也冲销；多付的，收回来。',
  'reversal.accountShort':
    '{account}到 {day} 少 {missing} 元。补平以前 {month} 结不了账：把到账重新登记，或者登记存取款。',
  'reversal.promisedShort':
    '{pool:pool}里已批准方案答应发、还没发的和留存的钱，到 {day} 少 {missing} 元，到后面会不够。把到账重新登记，或者等有了收入再发。',
  'reversal.paidBeyond':
    '{pool:pool}的{account}里有 {missing} 元已经付出去了，冲回以后就是多付的：向收款的人收回来，或者重新列支。',
  'reversal.ofPaid':
    '这一笔已经付了 {paid} 元，冲销以后 {account} 科目多付 {over} 元，不记名的部分在借方 {debit} 元。先写明多付的钱怎么办，再冲销。',
  'reversal.ofPaidPerhaps':
    '{account} 科目付过一部分，付给谁没有记：这一笔里最多 {unsure} 元可能已经付了。先写明付了的钱怎么办，再冲销。',
  'reversal.ofOpening':
    '期初凭证不能冲销。期初有错，在“期初余额”里整张更换；后面已经有账压在上面的，漏记的款项等钱收到或付出时再记。',
  'period.beforeBooks': '{period} 在建账月份 {opened} 之前，不能记账。',
  'period.inFuture': '{day} 还没有到，今天是 {today}。',
  'period.held': '{period} 已经结账。请记在还没结账的月份，所属月份写 {period:typed}。',
  'period.settled':
    '{pool:pool}到 {to} 为止已经分配定了，{day} 的收支不能再加进去；请记在还开着的月份，另写明是哪个月的事；那期里的一笔记错了，就冲销它再重记。',
  'period.notNext': '要按月份先后结账，{period} 之前还有 {next} 没有结。',
  'period.sealed': '{period} 已经封账，不能再开。请记在还没结账的月份，所属月份写 {period:typed}。',
  'period.heldAlready': '{period} 已经结过账了，不用再结。',
  'period.sealedAlready': '{period} 已经封账，余额从此不变，不能再结账、打开或封账。',
  'period.notHeld': '{period} 还没有结账。',
  'period.laterHeld': '{later} 也结了账，要先打开它，才能打开 {period}。',
  'period.sealNotNext': '要按月份先后封账，{period} 之前还有 {next} 没有封。',
};
