import { OBJECTION_SENTENCES } from './sentences-objections';
import { DISPLAY_SENTENCES } from './sentences-displays';

/** Sentences of what hangs on the wall, and of its wording. */
export const NOTICE_SENTENCES: Readonly<Record<string, string>> = {
  ...DISPLAY_SENTENCES,
  ...OBJECTION_SENTENCES,
  'notices.unknown': '没有这张公示。',
  'notices.withdrawn': '这张公示已经撤回，内容不再显示。',
  'notices.sampleWithoutPolicy': '还没有可用的政策文件，公示上写不出依据，画不了样张。',
  'notices.sampleStale': '存草稿以后账变了，样张和账对不上。请再存一次草稿。',
  'notices.withoutMeeting': '这份方案没有会议表决的记录，不能公示。',
  'notices.beforeApproval': '张贴日期 {value} 早于方案同意的 {approvedOn}。',
  'notices.beforeToday': '公示今天才发布，张贴日期 {value} 不能早于今天（{today}）。',
  'notices.tooFarAhead': '张贴日期 {value} 太远，最晚填 {latest:typed}，请核对年月。',
  'notices.characterNotPrintable':
    '字库里没有“{character}”，公示印不出来，没有发布。请换个写法，或请管理员配上有这个字的后备字体文件。',
  'notice.amountUnreadable': '公示里的金额“{value}”读不出来。',
  'notice.equationBroken': '上期结转加到账减必要费用是 {found} 元，公示写的可分配是 {stated} 元。',
  'notice.receiptsDiffer': '各项到账合计 {found} 元，公示写的是 {stated} 元。',
  'notice.deductionsDiffer': '必要费用合计 {found} 元，公示写的是 {stated} 元。',
  'notice.moneyDiffers': '往年剩下和各项预计收入合计 {found} 元，公示写的是 {stated} 元。',
  'notice.costsDiffer': '各项预计费用合计 {found} 元，公示写的是 {stated} 元。',
  'notice.postsDiffer': '人数乘标准乘月数是 {found} 元，公示写的是 {stated} 元。',
  'notice.usesDiffer': '各项用途合计 {found} 元，公示写的是 {stated} 元。',
  'notice.leftOverDiffers': '留到下期应是 {found} 元，公示写的是 {stated} 元。',
  'notice.overspent': '用途合计 {planned} 元，可分配 {distributable} 元，用超了。',
  'notice.streamWithoutColumn': '公示表里没有“{stream:stream}”这一栏。',
  'notice.clauseMissing': '“{name}”标的条款“{clauseMark}”在公示里没有原文。',
  'notice.publicityDaysWrong': '公示期写的是 {value} 天，数出来是 {counted} 天。',
  'notice.votesImpossible': '应到 {due} 人、实到 {present} 人、赞成 {inFavour} 票，三个数对不上。',
  'template.sheetWrong': '公示文字模板不是分配公示的模板。',
  'template.keyMissing': '公示文字模板里少了“{key}”。',
  'template.keyUnknown': '公示文字模板里多了“{key}”。',
  'template.factUnknown': '公示文字模板“{key}”里写了没有的内容“{fact}”。',
};
