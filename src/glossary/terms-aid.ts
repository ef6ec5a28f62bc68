import { STATE_AID_TERMS } from './terms-state-aid';

const PRODUCT = '本系统';

/** The words of rewards and subsidies. */
export const AID_TERMS: Readonly<Record<string, readonly [label: string, source: string]>> = {
  ...STATE_AID_TERMS,
  'page.aid': ['奖励补助', PRODUCT],
  'page.aidList': ['奖补清单', PRODUCT],
  'field.listId': ['哪张清单', PRODUCT],
  'field.debtId': ['哪笔待发的钱', PRODUCT],
  'field.aidKind': ['奖补种类', PRODUCT],
  'field.aidGround': ['为什么给', PRODUCT],
  'field.aidBasis': ['标准写在哪里', PRODUCT],
  'field.aidRows': ['给谁、多少', PRODUCT],
  'field.aidTotal': ['纸上的合计', PRODUCT],
  'field.potOf': ['从哪笔钱里分', PRODUCT],
  'field.potPercent': ['拿出百分之几', PRODUCT],
  'field.equalReason': ['每人一样多的理由', PRODUCT],
  'field.aidNotes': ['手续和材料', PRODUCT],
  'field.noteKey': ['哪样手续', PRODUCT],
  'field.noteWhy': ['为什么撤这样手续', PRODUCT],
  'field.aidOn': ['同意日期', PRODUCT],
  'field.aidReason': ['照样给的理由', PRODUCT],
  'aidTopic.step': ['哪天办的', PRODUCT],
  'aidTopic.signer': ['哪天签的字', PRODUCT],
  'aidTopic.paper': ['哪天收到的材料', PRODUCT],
  'aidTopic.answer': ['文件要问的', PRODUCT],
  'aidState.entered': ['等另一个人同意', PRODUCT],
  'aidState.owed': ['已同意、已列支', PRODUCT],
  'aidState.takenBack': ['已冲回，等重新同意', PRODUCT],
  'aidState.withdrawn': ['清单已撤', PRODUCT],
  'stepTable.aid_lists': ['奖励补助清单', PRODUCT],
  'stepTable.aid_lines': ['奖补清单上的人', PRODUCT],
  'stepTable.aid_notes': ['奖补清单的手续', PRODUCT],
  'stepTable.aid_note_withdrawals': ['撤掉的手续', PRODUCT],
  'stepTable.aid_acceptances': ['奖补清单的同意', PRODUCT],
  'stepTable.aid_withdrawals': ['撤掉的奖补清单', PRODUCT],
  'checkPass.aid': ['奖补', PRODUCT],
  'checkPassSays.aid': ['奖补清单各行加起来对不对，是不是别人同意的，和列支是不是一笔对一笔', PRODUCT],
};

/** Sentences of rewards and subsidies. */
export const aidWords = {
  own: '村里自己定的',
  /** A standard so many times: `50.00 × 7 = 350.00`. */
  reckoning: (standard: string, times: number, amount: string): string =>
    `${standard} × ${String(times)} = ${amount}`,
  pot: (pot: string, given: string, left: string): string =>
    `拿出来分的 ${pot} 元，分了 ${given} 元，剩 ${left} 元，还在方案这一项里。`,
  equal: (reason: string): string => `每人一样多的理由：${reason}`,
  /** The last day of a time that runs, or that nobody can tell it. */
  deadline: (from: string, count: number, last: string): string =>
    `从 ${from} 算起 ${String(count)} 个工作日，最后一天是 ${last}。`,
  deadlineUnknown: (from: string, count: number): string =>
    `从 ${from} 算起 ${String(count)} 个工作日。这一段的放假和调休还没有录进来，算不出最后一天，同意时要写明理由。`,
  reason: (reason: string): string => `照样给的理由：${reason}`,
  enteredBy: (person: string): string => `清单是谁记的：${person}`,
  acceptedBy: (person: string, day: string): string => `同意：${person}，${day}`,
  takenBack: (day: string, voucher: string): string => `冲回：${day}，${voucher}`,
  withdrawn: (why: string): string => `清单撤掉：${why}`,
};
