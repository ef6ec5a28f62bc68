/** What keeps a list from being written for the bank, and what is wrong with the bank's answer. */
export const PAY_FILE_SENTENCES: Readonly<Record<string, string>> = {
  'payFile.layoutUnknown': '没有“{value}”这种银行格式。',
  'payFile.cash': '发现金的清单不送银行，没有银行文件。',
  'payFile.noLines': '清单上没有要发的人。',
  'payFile.tooMany': '这家银行一个文件最多收 {most} 笔，清单有 {count} 笔，请分成几张清单。',
  'payFile.noAccount': '第 {number} 笔（{payee}）没有登记账号，请先在人员里补上。',
  'payFile.kindNotTaken': '第 {number} 笔（{payee}）的账户种类，“{bank}”不收。请换一种格式，或另开一张清单。',
  'payFile.notAboveZero': '第 {number} 笔（{payee}）的金额要大于零。',
  'payFile.tooWide': '“{bank}”给“{place}”留的位置只有 {width} 个字节，这一项写不下。',
  'payFile.unseen': '“{place}”里有看不见的字符（例如换行），请删掉再试。',
  'payResult.noHeading': '找不到表头：要有“{wanted}”这几列。请看看是不是银行的发放结果。',
  'payResult.notOfList': '这个账号不在清单上。',
  'payResult.several': '这个账号清单上有几个人（{payees}），从这一行看不出是谁，请写上序号或户名。',
  'payResult.accountUnsure': '账号只印了前几位，看不出是谁，请写上户名或序号。',
  'payResult.twice': '这一笔在第 {row} 行已经说过了。',
  'payResult.otherAmount': '清单上这一笔是 {amount} 元，和“{value}”对不上。',
  'payResult.otherPayee': '清单上这个账号的户名是“{payee}”，和“{value}”对不上。',
  'payResult.wordUnknown': '看不懂“{value}”是成功还是失败。认得的写法有：{known}。',
  'payResult.noReason': '退回的要写原因。',
  'payResult.otherTotal': '合计写的是“{value}”，各行加起来是 {amount} 元，文件可能缺了行。',
  'payResult.paidBefore': '这一笔已经记了付成，现在又说没付成：是后来退回的，请在清单上记“退回”。',
  'payResult.returnedBefore':
    '这一笔已经记了没付成。先查银行流水：真付了的，到清单上写明原因，把没付成改回在途再记；真没付的，重新列清单再发。',
  'payResult.takenForOther':
    '这份文件和{list}记过的结果一字不差，大概拿错了。请另取银行给这张清单的结果；要是银行给的确实一样，请核对到账以后，在清单上自己记。',
  'payResult.memoOfOther': '附言写的是{list}，不是这张清单的。',
  'payResult.nothingNew': '文件里的每一笔都已经记过，没有新的。',
};
