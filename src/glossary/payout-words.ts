import { fullDayText } from '../platform/views/day-text';

/** Words of pay lists on vouchers and in bank files. */
export const payoutSummaries = {
  confirmed: (list: { year: number; number: number; people: number }): string =>
    `${listText(list)}发放，${String(list.people)}笔`,
  sentBack: (list: { year: number; number: number; people: number }): string =>
    `${listText(list)}银行退回，${String(list.people)}笔`,
  memo: (list: { year: number; number: number }): string => listText(list),
};

/** `2025年第3号发放清单` */
export function listText({ year, number }: { year: number; number: number }): string {
  return `${String(year)}年第${String(number)}号发放清单`;
}

/** The number of somebody's household; who is outside the village has none. */
export function householdText(household: number | undefined): string {
  return household === undefined ? '村外' : String(household);
}

/** More than so many people or lines are not named one by one. */
const NAMED = 30;

/** The first of many people by their names, the others by how many they are. */
export function peopleText(names: readonly string[]): string {
  return names.length <= NAMED
    ? names.join('、')
    : `${names.slice(0, NAMED).join('、')}等 ${String(names.length)} 人`;
}

/** The same of numbers of lines. */
export function numbersText(numbers: readonly (number | string)[]): string {
  return numbers.length <= NAMED
    ? numbers.join('、')
    : `${numbers.slice(0, NAMED).join('、')}等 ${String(numbers.length)} 行`;
}

/** Words of the pages of pay lists. */
export const payListWords = {
  name: ({ year, number }: { year: number; number: number }): string =>
    `${String(year)}年第${String(number)}号`,
  people: (people: number, lines: number): string =>
    people === lines ? `${String(people)}人` : `${String(people)}人${String(lines)}笔`,
  /** What comes next, and in whose hands it is. */
  next: {
    drafted: '会计提交',
    submitted: '镇里审核',
    approved: '出纳送银行',
    sent: '等银行回音，会计记',
    settled: '',
    returned: '',
    recalled: '',
  },
  waits: {
    drafted: '这张清单还是草表，等村会计提交。',
    submitted: '等镇里审核。列清单的、验收的、管账管钱的都不能审。',
    approved: '镇里同意了，等村出纳送银行。',
    sent: '已经送银行，等村会计照银行的回音记。',
    settled: '',
    returned: '镇里退回了这张清单，它作废；里面的钱可以重新列。',
    recalled: '这张清单撤回了，它作废；里面的钱可以重新列。',
  },
  /** Agreed to, before its plans are approved; the day from which it may go out, where that is known. */
  waitsForPlan: (from: string | undefined): string =>
    from === undefined
      ? '镇里同意了，等方案办完再送银行，还差什么看下面“核对”。'
      : `镇里同意了，方案还在公示，${fullDayText(from)}起可以送银行。`,
  changed: (who: string): string =>
    `${who}的收款账户在列清单以后改过，这张清单不能再往下办：请撤回，重新列。`,
  /** A bank's form that cannot take a list, by the first thing that keeps it from it. */
  misfit: (bank: string, { why, more }: { why: string; more: number }): string =>
    `“${bank}”写不下这张清单：${why}${more === 0 ? '' : `另有 ${String(more)} 处。`}要用这种格式就先改好再送，送出去撤不回来。`,
  wrongForm: (file: string, why: string): string =>
    `格式文件“${file}”写错了，没有列出来。${why}请管程序的人改好。`,
  again: (lines: number): string => `银行没付成、退回的有 ${String(lines)} 行，改好账户以后再发。`,
  /** Lines whose payment is none any more, and what to do. */
  takenBack: (lines: number): string =>
    `记付成的凭证冲销了，${String(lines)} 行不算付过，又是欠着的。` +
    '先查流水：银行真付了的，照流水另记付款，写明付的是哪一笔；没付的再发。',
  onStatement: (isShown: boolean): string => (isShown ? '银行流水对上了' : '银行流水还没有对上'),
  reversed: (voucher: string): string => `${voucher}（已冲销）`,
  payee: {
    say: '写明付给谁',
    sayAnew: '改付给谁',
    choose: '请选',
    now: (name: string, paidTo: string): string => `${name}，${paidTo}`,
  },
  sums: { paid: '已付', inFlight: '在途', returned: '没付成', takenBack: '付款冲销了' },
  sentDays: (days: number): string => `送出 ${String(days)} 天了`,
  act: {
    draft: '起草',
    submit: '提交',
    approve: '同意',
    return: '退回',
    recall: '撤回',
    send: '送银行',
    confirm: '记付成',
    fail: '记没付成',
    giveBack: '记退回',
    unfail: '没付成是记错的，改回在途',
    file: '取银行文件',
  },
  lines: (numbers: readonly number[]): string =>
    numbers.length <= NAMED ? `第 ${numbersText(numbers)} 行` : `第 ${numbersText(numbers)}`,
  fixAccount: '去登记账户',
  seeVouchers: '去看凭证',
  seeList: '看那张清单',
  seePlan: '看这个方案',
  otherChannel: '换一种发法',
  dids: { confirmed: '付成了', failed: '没付成', givenBack: '付成以后又退回来', notFailed: '没付成是记错的' },
  outcomes: [
    { value: 'passed', label: '同意' },
    { value: 'returned', label: '退回' },
  ],
};

/** Words of the page on which a bank's answer is looked at. */
export const payResultWords = {
  atRow: (row: string, sentence: string): string => `文件第 ${row} 行：${sentence}`,
  atLine: (line: string, sentence: string): string => `清单第 ${line} 行：${sentence}`,
  paid: '付成了',
  failed: (reason: string): string => `没付成：${reason}`,
  known: (words: string): string => `${words}，以前记过`,
  silent: '没有提到，照旧在途',
  labels: { paid: '付成的', failed: '没付成的', known: '以前记过的', silent: '没有提到的' },
};

/** Words of a list on paper. */
export const paySheetWords = {
  title: '发放清单',
  columns: {
    place: '序号',
    household: '户号',
    name: '姓名',
    what: '发的是什么',
    account: '发到',
    amount: '金额',
    signed: '签领或备注',
  },
  total: '合计',
  capital: (words: string): string => `合计大写：${words}`,
  state: (name: string, channel: string, state: string): string => `${name}　${channel}　${state}`,
  frozen: (digest: string, whose: string): string => `核对码 ${digest.slice(0, 16)}（${whose}）`,
  submitted: '村里提交的就是这一张，镇里还没有审核，不能据此发钱',
  approved: '镇里同意的就是这一张',
  over: '这张清单已经作废，不能据此发钱。',
  notFrozen: '草表，还没有提交，不能据此发钱。',
  cash: (why: string): string => `发现金的原因：${why}`,
  answer: (about: string, reason: string): string => `核对“${about}”：${reason}`,
  signatures: ['编制（会计）', '审核（镇）', '出纳', '村务监督委员会'],
};

/** Words of an office's page of lists that wait. */
export const officePayWords = {
  waits: (days: number): string => (days === 0 ? '今天' : `${String(days)} 天`),
};

/** Words of a month's tasks about what people are owed. */
export const payTaskWords = {
  unlisted: '欠各人的，还没列发放清单',
  people: (people: number): string => `${String(people)} 人`,
  sent: (list: { year: number; number: number }): string => `${payListWords.name(list)}清单等回音`,
  silent: (days: number): string => (days === 0 ? '今天送的' : `送出 ${String(days)} 天了，问银行要结果`),
};

/** Words of a list of work about pay lists. */
export const payWorkWords = {
  submit: (list: { year: number; number: number }): string => `${listText(list)}起草了，还没有提交`,
  review: (list: { year: number; number: number }): string => `${listText(list)}等审核`,
  send: (list: { year: number; number: number }): string => `${listText(list)}同意了，等送银行`,
  ask: (list: { year: number; number: number }, lines: number): string =>
    `${listText(list)}送了银行，还有 ${String(lines)} 笔没有回音`,
  overdue: (list: { year: number; number: number }): string => `${listText(list)}付了，还没有录入全国系统`,
  differs: (list: { year: number; number: number }): string =>
    `${listText(list)}现在付的和录入全国系统的不一样`,
  again: (lines: number): string => `银行没付成、退回、付款冲销了的有 ${String(lines)} 笔，还没有重新列清单`,
};
