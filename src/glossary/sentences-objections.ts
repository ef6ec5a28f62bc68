/** What is wrong with an objection to a sheet, or with its answer. */
export const OBJECTION_SENTENCES: Readonly<Record<string, string>> = {
  'objections.notAPhone': '{field}看着不像电话号码，只写数字，不想留就空着。',
  'objections.enough':
    '今天从您这个网络发来的意见已经很多，先不收了。请到村里当面说，或者打下面的电话，一样编号、一样答复。',
  'objections.unknown': '没有这条意见。',
  'objections.named':
    '{field}里写了村民名册上的“{name}”。答复人人看得到，一直在那里，不写谁的姓名：写“这一户”或者“您问的那笔”。',
  'objections.answered': '第 {number} 号意见已经答复过了。看看下面。',
  'objections.withoutPhone': '这条意见没有留电话。',
};
