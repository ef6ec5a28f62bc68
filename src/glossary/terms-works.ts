import { fullDayText } from '../platform/views/day-text';
import { type End, INDUSTRY_TERMS } from './terms-industry';

const PRODUCT = '本系统';

/** The words of small public works and their labour sheets, and of industry projects. */
export const WORKS_TERMS: Readonly<Record<string, readonly [label: string, source: string]>> = {
  'page.works': ['小型公益事业', PRODUCT],
  'page.work': ['一项工程', PRODUCT],
  'page.owed': ['还欠谁的', PRODUCT],
  'owedKind.posts': ['岗位', PRODUCT],
  'owedKind.works': ['用工', PRODUCT],
  'owedKind.aid': ['奖励补助', PRODUCT],
  'owedPaid.open': ['还没有付', PRODUCT],
  'owedPaid.paid': ['付清了', PRODUCT],
  'owedPaid.partly': ['付过一部分，付给谁没有记', PRODUCT],
  'owedPaid.covered': ['原来付过的抵了一部分', PRODUCT],
  'owedPart.people': ['名单上的人', PRODUCT],
  'owedPart.partly': ['付过一部分的名单，付给谁没有记', PRODUCT],
  'owedPart.whole': ['一笔列支的，没有名单', PRODUCT],
  'owedPart.holders': ['分给成员的，一户一户记的', PRODUCT],
  'owedPart.dividend': ['分给成员的，一笔记的', PRODUCT],
  'page.workSheet': ['工单', PRODUCT],
  'field.workId': ['哪项工程', PRODUCT],
  'field.sheetId': ['哪张工单', PRODUCT],
  'field.workName': ['工程名称', PRODUCT],
  'field.workInvestment': ['总投资', PRODUCT],
  'field.workCentral': ['中央资金', PRODUCT],
  'field.workRegion': ['省（区）资金', PRODUCT],
  'field.projectId': ['算进在建工程', PRODUCT],
  'field.item': ['付什么', PRODUCT],
  'field.labourRows': ['记工', PRODUCT],
  'field.againWhy': ['为什么还要验收这张工单', PRODUCT],
  'field.withdrawnWhy': ['为什么撤', PRODUCT],
  'field.finishedOn': ['完工日期', PRODUCT],
  'field.finishReason': ['劳务少的理由', PRODUCT],
  'workState.going': ['在干', PRODUCT],
  'workState.finished': ['完工', PRODUCT],
  'workForms.nothing': ['不形成资产', PRODUCT],
  'workShare.helped': ['给帮扶对象的', PRODUCT],
  'workShare.investment': ['劳务报酬占总投资', PRODUCT],
  'workShare.funds': ['劳务报酬占中央和省（区）资金', PRODUCT],
  'sheetItem.labour_pay': ['劳务报酬', PRODUCT],
  'sheetItem.materials': ['材料', PRODUCT],
  'sheetItem.contractor': ['包给别人做', PRODUCT],
  'sheetState.entered': ['等验收', PRODUCT],
  'sheetState.owed': ['已验收、已列支', PRODUCT],
  'sheetState.takenBack': ['已冲回，等重新验收', PRODUCT],
  'sheetState.withdrawn': ['已撤', PRODUCT],
  'stepTable.works': ['小型公益事业工程', PRODUCT],
  'stepTable.work_projects': ['形成资产的工程', PRODUCT],
  'stepTable.project_labour': ['记进工程的劳务', PRODUCT],
  'stepTable.work_sheets': ['工单', PRODUCT],
  'stepTable.work_sheet_lines': ['工单上的人', PRODUCT],
  'stepTable.work_acceptances': ['工单的验收', PRODUCT],
  'stepTable.work_sheet_withdrawals': ['撤掉的工单', PRODUCT],
  'stepTable.work_withdrawals': ['撤掉的工程', PRODUCT],
  'stepTable.work_closings': ['完工登记', PRODUCT],
  'stepTable.whole_grants': ['没有名单的整笔列支', PRODUCT],
  'field.wholeWhy': ['为什么没有名单', PRODUCT],
  'stepTable.paid_reversals': ['付过以后冲销的列支', PRODUCT],
  'field.paidWhy': ['多付的钱怎么办', PRODUCT],
  'stepTable.work_end_acts': ['完工后又打开、再完工', PRODUCT],
  'checkPass.works': ['工单', PRODUCT],
  'checkPassSays.works': [
    '工单各行加起来对不对，是不是别人验收的，和列支是不是一笔对一笔；撤掉的工程还有没有工单',
    PRODUCT,
  ],
  ...INDUSTRY_TERMS,
};

/** Sentences of works. */
export const workWords = {
  /** Days times a rate: `5 天 × 120.00 = 600.00`. */
  reckoning: (days: string, rate: string, amount: string): string => `${days} 天 × ${rate} = ${amount}`,
  /** A claim to choose, with its plan's days and what of it is left. */
  claim: (forWhat: string, days: string, left: string): string => `${forWhat}（${days}，还剩 ${left} 元）`,
  /** A part of a whole with its figures: `2,600.00 ÷ 20,000.00 = 13.00%`. */
  share: (part: string, whole: string, percent: string): string => `${part} ÷ ${whole} = ${percent}`,
  /** What somebody on a list is owed for: `村内保洁 2025-06`. */
  owedFor: (what: string, when: string): string => `${what}　${when}`,
  /** Where a person is paid, as far as an office sees it. */
  paidTo: (kind: string, masked: string, bank: string): string => `${kind} ${masked} ${bank}`,
  notPaidTo: '没有登记账户',
  end: ({ finished, reopened }: End): string | undefined => {
    if (reopened !== undefined)
      return (
        `${fullDayText(reopened.on)}冲销了一笔列支，${fullDayText(reopened.finishedOn)}的完工不算了：` +
        '补验收或者撤掉以后，再登记完工，占比重新算。'
      );
    if (finished === undefined) return undefined;
    const { on, reason } = finished;
    return `${fullDayText(on)}已完工，不再记工。${reason === '' ? '' : `劳务少的理由：${reason}`}`;
  },
  /** Of a work or a project. */
  useWithdrawn: (day: string, why: string): string => `${fullDayText(day)}已撤掉，不再记、不再验收：${why}`,
  enteredBy: (person: string): string => `记工：${person}`,
  acceptedBy: (person: string, day: string): string => `验收：${person}，${day}`,
  takenBack: (day: string, voucher: string): string => `冲回：${day}，${voucher}`,
  withdrawn: (why: string): string => `撤掉：${why}`,
  together: (count: number): string => `这一项的 ${String(count)} 处工程合起来算`,
  persons: (helped: number, all: number): string =>
    helped === 0
      ? `${String(all)} 人里还没有帮扶对象：优先请他们`
      : `${String(all)} 人里有 ${String(helped)} 人`,
};
