const PRODUCT = '本系统';

/** The words of what governments paid to people of the village. */
export const STATE_AID_TERMS: Readonly<Record<string, readonly [label: string, source: string]>> = {
  'page.stateAid': ['政府补助', PRODUCT],
  'page.stateAidList': ['一笔政府补助', PRODUCT],
  'field.stateLevel': ['哪一级的钱', PRODUCT],
  'field.stateFund': ['从哪项资金出', PRODUCT],
  'field.statePaper': ['发放文件', PRODUCT],
  'field.statePaidOn': ['发放日期', PRODUCT],
  'field.stateReason': ['和文件不一样也照记的理由', PRODUCT],
  'stepTable.state_aid_lists': ['政府补助', PRODUCT],
  'stepTable.state_aid_lines': ['政府补助发给谁', PRODUCT],
  'stepTable.state_aid_notes': ['政府补助的材料', PRODUCT],
  'stepTable.state_aid_withdrawals': ['撤掉的政府补助', PRODUCT],
};

/** Sentences of government money. */
export const stateAidWords = {
  unnamed: '文件里没有名目的',
  counts: '算进限额',
  withdrawn: '已撤掉',
  of: (level: string, fund: string, paper: string): string => `${level}　${fund}　${paper}`,
  reason: (reason: string): string => `和文件不一样也照记的理由：${reason}`,
  twice: (reason: string): string => `同日、同额、同一份文件又记一笔的理由：${reason}`,
  enteredBy: (person: string): string => `谁记的：${person}`,
  takenBack: (why: string, person: string): string => `撤掉：${why}（${person}）`,
};
