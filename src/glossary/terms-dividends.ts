import { yuanText } from '../domain/money/fen';
import { quotedWithin } from '../platform/text/quoted-within';

const PRODUCT = '本系统';
const ORGANIZATION = '中华人民共和国农村集体经济组织法';

/** The words of members' dividends. */
export const DIVIDEND_TERMS: Readonly<Record<string, readonly [label: string, source: string]>> = {
  'page.dividend': ['一次分红', PRODUCT],
  'field.roundId': ['哪一次分红', PRODUCT],
  'field.rollOn': ['按哪天的份额分', PRODUCT],
  'field.dividendWhy': ['为什么直接分红', PRODUCT],
  'field.stepPaper': ['记录或底稿', ORGANIZATION],
  'field.holder': ['付给哪一户', PRODUCT],
  'field.droppedWhy': ['为什么不办了', PRODUCT],
  'checkPass.dividends': ['成员分红', PRODUCT],
  'checkPassSays.dividends': [
    '每次分红照份额重算对不对，“四议两公开”各步齐不齐，和凭证是不是一户一户对得上，照当时的文件和数能不能分',
    PRODUCT,
  ],
  'field.objectionNumber': ['第几号意见', PRODUCT],
  'field.stepNumber': ['第几步', PRODUCT],
  'roundState.drafted': ['起草了，还没有入账', PRODUCT],
  'roundState.dropped': ['不办了', PRODUCT],
  'roundState.given': ['已经入账', PRODUCT],
  'roundState.takenBack': ['入账后又冲销了', PRODUCT],
  'stepTable.procedure_steps': ['“四议两公开”的各步', PRODUCT],
  'stepTable.procedure_objections': ['对“四议两公开”的意见', PRODUCT],
  'stepTable.procedure_answers': ['对“四议两公开”意见的答复', PRODUCT],
  'stepTable.dividend_rounds': ['成员分红', PRODUCT],
  'stepTable.dividend_lines': ['成员分红的各户', PRODUCT],
  'stepTable.dividend_drops': ['不办了的成员分红', PRODUCT],
  'stepTable.dividend_givings': ['成员分红的入账', PRODUCT],
  'stepTable.dividend_grounds': ['成员分红照着判断的数', PRODUCT],
};

/** What is said about a round of dividends. */
export const dividendWords = {
  waitsFor: (step: string | undefined): string =>
    step === undefined ? '等入账' : `等“${quotedWithin(step)}”`,
  givenWaitsFor: (step: string): string => `已入账，等“${quotedWithin(step)}”`,
  given: '已入账，公开完',
  dropped: '不办了',
  takenBack: '已冲销',
  votes: (due: number, present: number, inFavour: number): string =>
    `应到 ${String(due)} 人，实到 ${String(present)} 人，赞成 ${String(inFavour)} 票`,
  hung: (place: string): string => `贴在${place}，存有照片`,
  span: (from: string, until: string): string => `${from} 至 ${until}`,
  round: (number: number, pool: string): string => `第${String(number)}次分红（${pool}）`,
  voucher: '入账凭证',
  roll: (on: string, { changedOn, years }: { readonly changedOn: string; readonly years: number }): string =>
    `按${on}的份额，最后一次变动是${changedOn}` +
    (years === 0 ? '' : `，${String(years)} 年多没有动过，分以前请对一遍`),
  typedLater: (days: string): string => `${days}（补记）`,
  basis: (source: string, confirmed: string): string =>
    confirmed === 'unconfirmed' ? `${source}，未经确认` : source,
  document: (of: {
    readonly title: string;
    readonly day: string;
    readonly distributable: bigint;
    readonly households: number;
  }): string =>
    `《${of.title}》　${of.day} 当年可分配 ${yuanText(of.distributable)} 元，名册上 ${String(of.households)} 户`,
  hangs: (days: number, firstDayCounts: boolean): string =>
    `公示 ${String(days)} 天，张贴当天${firstDayCounts ? '算' : '不算'}一天，满了再办下一步`,
  outcomes: [
    { value: 'passed', label: '同意' },
    { value: 'returned', label: '退回' },
  ],
  passed: '符合',
  failed: '不符合',
  reasoned: '写了理由',
  undecided: '定不了',
} as const;
