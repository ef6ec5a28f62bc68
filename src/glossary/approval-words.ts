import { fullDayText } from '../platform/views/day-text';

/** What the pages of a plan say of its steps. */
export const stepWords = {
  agreeing: {
    period: '同意后，村里可以按方案逐项列支。方案改一个字就要重新审。',
    year: '同意后，这一年的钱照它安排。岗位工资按月照它先列支，别的钱另定各期的分配方案再发。计划改一个字就要重新审。',
  },
  noting: (step: string): string => `记${step}`,
  forSupervisors:
    '监督委员会没有人登录，由镇里代记：同意、不同意都要签够人数，材料要选存好的扫描件，只写名称不算。',
  counts: '三个票数加起来等于到会人数；人没到够、没有表决的，三个都填0',
  ended: {
    label: '结果',
    vote: [
      { value: 'passed', label: '通过' },
      { value: 'refused', label: '没有通过' },
    ],
    said: [
      { value: 'passed', label: '同意' },
      { value: 'refused', label: '不同意' },
    ],
    noResolution: '没有通过的，不用会议决议',
    voteReason: '没有通过的可以写；起草的人看得到原话',
    saidReason: '不同意的要写；起草的人看得到原话',
  },
  cameBack: {
    returned: (person: string): string => `被${person}退回`,
    voted: (step: string): string => `“${step}”没有通过`,
    said: (step: string): string => `“${step}”不同意`,
  },
  hangs: (days: number, firstDayCounts: boolean): string => {
    const counted = `要公示${String(days)}天，张贴当天${firstDayCounts ? '算' : '不算'}。`;
    return `${counted}在“公示”里出的公示会自己记上，别的办法公示的记在这里`;
  },
  papersBefore: (days: number): string => `开会以前要先放${String(days)}天给人看`,
  hung: (step: string, from: string, to: string): string =>
    `${step}：${fullDayText(from)}到${fullDayText(to)}。`,
  whose: (step: string, role: string): string => `下一步“${step}”由${role}办。`,
  next: (step: string): string => `下一步“${step}”。`,
  stoodIn: (step: string, role: string): string => `下一步“${step}”由镇里代办：村里现在没有${role}。`,
  file: (kind: string, day: string, remark: string): string =>
    `${kind} ${day}${remark === '' ? '' : ` ${remark}`}`,
  named: (
    name: string,
    paper: string,
    of: { readonly pages: number | null; readonly place: string },
  ): string => `${name}：${paper}，${String(of.pages ?? 0)}页，在${of.place}`,
  stored: (name: string, paper: string): string =>
    paper === '' ? `${name}：存有原件` : `${name}：${paper}，存有原件`,
  signedOwn: (name: string): string => `${name}（本人登录签）`,
  signedOnPaper: (
    name: string,
    notedBy: string,
    of: { readonly paper: string; readonly hasScan: boolean },
  ): string => `${name}（签在${of.paper}，${notedBy}登记，${of.hasScan ? '存有原件' : '没有存原件'}）`,
  countsNoMore: (told: string, why: string): string => `${told}：现在不算。${why}`,
  notedAsYours: (told: string): string => `${told}：登记的是您。不是您签的，请收回。`,
  signers: (told: readonly string[]): string => (told.length === 0 ? '' : `签名：${told.join('、')}。`),
  papers: (told: readonly string[]): string => (told.length === 0 ? '' : `${told.join('；')}。`),
  filed: (step: string, number: string): string => `${step}：${number}。`,
  held: (step: string, paper: string): string => (paper === '' ? `${step}。` : `${step}：${paper}。`),
  refused: (step: string, reason: string): string => `${step}：不同意。理由：${reason}。`,
  whyFailed: (reason: string): string => (reason === '' ? '' : `理由：${reason}。`),
  shownBy: (paper: string): string => (paper === '' ? '' : `凭据：${paper}。`),
  ofLine: (use: string, reason: string): string => `${use}：${reason}`,
  reasons: (told: readonly string[]): string => told.join('；'),
  sheetOver: '公示期已满，有张贴照片，意见都答复了。',
  papersOut: (day: string): string => `方案${fullDayText(day)}放出来。`,
  paper: { review: '审核意见（签了名的）', filing: '备案编号', publicity: '公示凭据' },
  paperHint: {
    deliberation: '如 会议记录第3页',
    meeting: '如 会议记录第3页、签到表',
    review: '如 监督委员会7月8日意见',
    publicity: '如 公示栏照片',
    filing: '如 县里收文的号',
  },
  filedOnPaper: '县里没有用本系统，照县里回执上的号录',
  submit: '记下这一步',
  vote: '记下表决',
} as const;

/** From when what a decided plan grants may be paid. */
export const payWords = {
  now: '这个方案列支的钱可以发了。',
  from: (day: string | undefined): string =>
    day === undefined ? '办完了才能发这个方案的钱。' : `${fullDayText(day)}起可以发这个方案的钱。`,
  after: (step: string): string => `“${step}”办完了才能发这个方案的钱。`,
};
