const PRODUCT = '本系统';

/** The words of what hangs on the wall. */
export const NOTICE_TERMS: Readonly<Record<string, readonly [label: string, source: string]>> = {
  'stepTable.notice_displays': ['公示的张贴', PRODUCT],
  'stepTable.notice_takedowns': ['公示的揭下', PRODUCT],
  'field.displayPlace': ['张贴地点', PRODUCT],
  'field.takenDownOn': ['揭下日期', PRODUCT],
  'stepTable.objections': ['对公示的意见', PRODUCT],
  'stepTable.objection_answers': ['意见的答复', PRODUCT],
  'stepTable.objection_phones': ['提意见人的电话', PRODUCT],
  'stepTable.objection_phone_reads': ['看过提意见人电话的记录', PRODUCT],
  'page.objections': ['对公示的意见', PRODUCT],
  'objectionState.open': ['还没有答复', PRODUCT],
  'objectionState.overdue': ['超过期限，还没有答复', PRODUCT],
  'objectionState.answered': ['已答复', PRODUCT],
  'objectionState.answeredLate': ['答复晚于期限', PRODUCT],
  'objectionSource.office': ['办公登记', PRODUCT],
  'objectionSource.page': ['网上提的', PRODUCT],
  'field.noticeId': ['哪张公示', PRODUCT],
  'field.objectedOn': ['提出日期', PRODUCT],
  'field.objectionWords': ['意见', PRODUCT],
  'field.objectionPhone': ['回电话的号码', PRODUCT],
  'field.objectionGist': ['问的是什么', PRODUCT],
  'field.objectionAnswer': ['答复', PRODUCT],
  'field.displayNumber': ['第几次张贴', PRODUCT],
  'field.taken': ['刚登记的编号', PRODUCT],
  'field.takedownReason': ['揭下的原因', PRODUCT],
};
