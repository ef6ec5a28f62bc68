/** What is wrong with an objection to a sheet, or with its answer. */
export const OBJECTION_SENTENCES: Readonly<Record<string, string>> = {
  'objections.notAPhone': '{field}看着不像电话号码，只写数字，不想留就空着。',
  'objections.enough': '今天从网上收到的意见已经很多，收不下了。请打下面的电话，或者到村里当面说。',
  'objections.unknown': '没有这条意见。',
  'objections.answered': '第 {number} 号意见已经答复过了。看看下面。',
  'objections.withoutPhone': '这条意见没有留电话。',
};
