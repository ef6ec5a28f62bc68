import { fullDayText } from '../platform/views/day-text';
const PRODUCT = '本系统';
const DONGCHUAN = '东川方案 三（一）6';

/** The words of industry projects and their stages. */
export const INDUSTRY_TERMS: Readonly<Record<string, readonly [label: string, source: string]>> = {
  'page.industry': ['产业项目', PRODUCT],
  'page.industryProject': ['一个产业项目', PRODUCT],
  'field.stageId': ['哪一段', PRODUCT],
  'field.industryName': ['产业项目名称', PRODUCT],
  'field.industryOperator': ['谁来办', PRODUCT],
  'field.industryFund': ['投入的衔接资金', PRODUCT],
  'field.promisedHouseholds': ['说好带动多少户', PRODUCT],
  'field.yearlyReturn': ['说好每年回报', PRODUCT],
  'field.returnFrom': ['从哪年起回报', PRODUCT],
  'field.reachedOn': ['哪天干完', PRODUCT],
  'field.stageDone': ['干了什么', PRODUCT],
  'field.linkedOn': ['从哪天起带动', PRODUCT],
  'field.linkWay': ['怎么带动', PRODUCT],
  'field.householdNumbers': ['哪些户', PRODUCT],
  'field.linkPaper': ['带动的依据', PRODUCT],
  'field.linkId': ['不再带动哪一户', PRODUCT],
  'field.linkEndedOn': ['从哪天起不带动', PRODUCT],
  'field.linkEndWhy': ['为什么不再带动', PRODUCT],
  'field.returnYear': ['哪一年的回报', PRODUCT],
  'field.returnEntry': ['哪张凭证', PRODUCT],
  'field.returnAmount': ['其中多少是回报', PRODUCT],
  'field.returnWhy': ['别人付的，为什么是回报', PRODUCT],
  'field.returnId': ['哪一笔回报', PRODUCT],
  'field.returnWithdrawnWhy': ['为什么不算', PRODUCT],
  'field.lookedOn': ['哪天回访', PRODUCT],
  'field.finding': ['看到什么', PRODUCT],
  'field.householdGain': ['农户增收', PRODUCT],
  'field.lastStageOn': ['办完的日期', PRODUCT],
  'field.dutyReason': ['户数不够的理由', PRODUCT],
  'projectState.going': ['在办', PRODUCT],
  'projectState.finished': ['办完', PRODUCT],
  'stageState.entered': ['等人验收', PRODUCT],
  'stageState.owed': ['验收过，已列支', PRODUCT],
  'stageState.takenBack': ['已冲回，等再验收', PRODUCT],
  'stageState.withdrawn': ['撤掉了', PRODUCT],
  'linkWay.jobs': ['务工', PRODUCT],
  'linkWay.orders': ['订单合同', DONGCHUAN],
  'linkWay.shares': ['股份合作', DONGCHUAN],
  'linkWay.land': ['流转聘用', DONGCHUAN],
  'linkWay.service': ['服务协作', DONGCHUAN],
  'linkWay.custody': ['托管联结', DONGCHUAN],
  'linkWay.other': ['别的办法', PRODUCT],
  'stepTable.industry_projects': ['登记的产业项目', PRODUCT],
  'stepTable.industry_stages': ['产业项目的阶段', PRODUCT],
  'stepTable.industry_acceptances': ['阶段的验收', PRODUCT],
  'stepTable.industry_stage_withdrawals': ['撤掉的阶段', PRODUCT],
  'stepTable.industry_withdrawals': ['撤掉的产业项目', PRODUCT],
  'stepTable.industry_links': ['带动的户', PRODUCT],
  'stepTable.industry_link_ends': ['不再带动的户', PRODUCT],
  'stepTable.industry_returns': ['产业项目的回报', PRODUCT],
  'stepTable.industry_return_withdrawals': ['撤掉的回报', PRODUCT],
  'stepTable.industry_reviews': ['产业项目的回访', PRODUCT],
  'stepTable.industry_closings': ['产业项目办完', PRODUCT],
  'stepTable.industry_end_acts': ['办完后又打开、再办完', PRODUCT],
  'checkPass.industry': ['产业项目的账', PRODUCT],
  'checkPassSays.industry': [
    '每一段是不是别人验收的、和列支一笔对一笔，回报和它的凭证一样不一样；撤掉的项目还有没有留下的',
    PRODUCT,
  ],
};

/** How many households a project carries along, as its rules count them. */
interface Duty {
  readonly promised: number;
  readonly linked: number;
  readonly counted: number;
  readonly needed: number | undefined;
}

/** That a project or a work is finished, or that a reversal opened it again. */
export interface End {
  readonly finished: { readonly on: string; readonly reason: string } | undefined;
  readonly reopened: { readonly on: string; readonly finishedOn: string } | undefined;
}

const shortOf = (wanted: number, there: number): string =>
  there >= wanted ? '够了' : `差 ${String(wanted - there)} 户`;

/** Sentences of industry projects. */
export const industryWords = {
  /** In the list: how many there are, and what is missing of what was promised or asked. */
  households: ({ promised, linked, counted, needed }: Duty): string => {
    const missing = Math.max(promised - linked, (needed ?? 0) - counted, 0);
    return missing === 0 ? `${String(linked)} 户` : `${String(linked)} 户，差 ${String(missing)} 户`;
  },
  promised: ({ promised, linked }: Duty): string =>
    promised === 0
      ? `没有说好带动多少户，现在带动 ${String(linked)} 户。`
      : `说好带动 ${String(promised)} 户，现在带动 ${String(linked)} 户，${shortOf(promised, linked)}。`,
  needed: (fund: string, per: string, { counted, needed = 0 }: Duty): string =>
    `衔接资金 ${fund} ÷ ${per} 元一户，不足一户算一户，至少 ${String(needed)} 户脱贫户；` +
    `现在有 ${String(counted)} 户，${shortOf(needed, counted)}。`,
  elsewhere: (households: readonly string[], project: string): string =>
    `${households.join('、')}算在“${project}”里，这里不再算：一户在几个项目里只算一次。`,
  end: ({ finished, reopened }: End): string | undefined => {
    if (reopened !== undefined)
      return (
        `${fullDayText(reopened.on)}冲销了一笔列支，${fullDayText(reopened.finishedOn)}的办完不算了：` +
        '补验收或者撤掉以后，再登记办完，户数重新看。'
      );
    if (finished === undefined) return undefined;
    const { on, reason } = finished;
    return `${fullDayText(on)}已办完，不再记阶段。${reason === '' ? '' : `户数不够的理由：${reason}`}`;
  },
  household: (number: number, onList: boolean): string =>
    `第 ${String(number)} 户${onList ? '' : '（已不在名册上）'}`,
  ended: (day: string, why: string): string => `${day}（${why}）`,
  takenBack: '凭证已冲回，不算',
  withdrawn: (why: string): string => `撤掉了，不算：${why}`,
  otherPayer: (why: string): string => `别人付的：${why}`,
  left: (yuan: string): string => `还有 ${yuan}`,
  returned: (year: number, voucher: string, yuan: string): string =>
    `${String(year)} 年　${voucher}　${yuan} 元`,
  voucher: (parts: readonly string[]): string => `${parts.join('　')} 元`,
};
