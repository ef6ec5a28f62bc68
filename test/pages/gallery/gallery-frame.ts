import { problemSentence } from '../../../src/glossary/sentences';
import type { FormState } from '../../../src/platform/views/error-summary';
import type { Problem } from '../../../src/domain/shared/problem';
import type { Clause } from '../../../src/platform/views/citation';
import type { MonthWork } from '../../../src/platform/views/month-work';
import type { MonthTab } from '../../../src/platform/views/month-tabs';
import type { OfficeFrameProps, OfficeSection } from '../../../src/platform/views/office-frame';
import type { WaterfallRow } from '../../../src/platform/views/waterfall';

/** 2025 in 杨树湾: January to May sealed, June held or open, July open. */
function monthTabs(current: string | undefined): MonthTab[] {
  return ['01', '02', '03', '04', '05', '06', '07'].map((number) => ({
    month: `2025-${number}`,
    state: number <= '05' ? 'sealed' : 'open',
    href: `/v/yangshuwan/months/2025-${number}`,
    current: `2025-${number}` === current,
  }));
}

/** The accountant's frame, with the room that is open marked. */
export function villageFrame(section: OfficeSection, month?: string): OfficeFrameProps {
  const rooms: OfficeSection[] = ['month', 'assets', 'surplus', 'plans', 'vouchers', 'books'];
  return {
    place: '杨树湾村',
    above: '柳河镇',
    placeHref: '/v/yangshuwan',
    months: monthTabs(month),
    sections: rooms.map((key) => ({ key, href: `/v/yangshuwan/${key}`, current: key === section })),
    person: '周会计',
    role: '村会计',
    logOutAction: '/log-out',
    demo: true,
  };
}

/** The township officer's frame. */
export const TOWNSHIP_FRAME: OfficeFrameProps = {
  place: '柳河镇财政所',
  placeHref: '/township',
  sections: [{ key: 'township', href: '/township', current: true }],
  person: '孙所长',
  role: '镇财政所',
  logOutAction: '/log-out',
  demo: true,
};

/** A form with its values and problems, its sentences those of the gallery. */
export function formOf(values: Record<string, string>, problems: readonly Problem[] = []): FormState {
  return { values, problems, sentence: problemSentence };
}

const FUYANG =
  '确保村级光伏扶贫电站发电收益形成的村集体经济收入，在扣除土地租金、运维管理、电站保险费用等必要费用后，' +
  '主要用于开发乡村公益性岗位安置脱贫人口及监测对象务工就业，村级小型公益事业建设劳务支出，' +
  '脱贫人口及监测对象必要的奖励补助，以及用于发展带动脱贫人口及监测对象就业较多、持续增收稳定的产业';

/** The clause of the Fuyang document with a mark of its own. */
export function fuyangClause(mark: string): Clause {
  return {
    at: `三（二）7${mark}`,
    text: FUYANG,
    document: '阜阳市促进脱贫人口增收工作方案',
    validity: '2023-09-21 印发',
  };
}

/** The first half of 2025: 3,412.66 + 85,466.14 − 7,658.52 = 81,220.28. */
export const HALF_YEAR: readonly WaterfallRow[] = [
  { kind: 'carried', label: '上期结转', fen: 341266n },
  { kind: 'in', label: '电费', note: '3个电站', fen: 4914562n },
  { kind: 'subsidy', label: '国家补贴', note: '联村的还没拨', fen: 3632052n },
  { kind: 'out', label: '土地租金', note: '记-0014、0015', fen: 300000n },
  { kind: 'out', label: '运维管理', note: '记-0052', fen: 247852n },
  { kind: 'out', label: '电站保险', note: '记-0009', fen: 92000n },
  { kind: 'out', label: '逆变器维修', note: '记-0037', fen: 126000n },
  { kind: 'total', label: '可分配收益', fen: 8122028n },
];

/** June with the joint station's slip still open. */
export const JUNE_WORK: MonthWork = {
  month: '2025-06',
  sentence: problemSentence,
  tasks: [
    { key: 1, kind: 'settlement', subject: '一号电站', state: 'done', amount: 413653n, href: '#1' },
    { key: 2, kind: 'settlement', subject: '二号电站', state: 'done', amount: 244863n, href: '#2' },
    { key: 3, kind: 'settlement', subject: '联村电站', state: 'doing', href: '#3', current: true },
    { key: 4, kind: 'receipt', subject: '联村电站', state: 'locked', waitsFor: [3] },
    { key: 5, kind: 'rent', subject: '加工车间', state: 'done', amount: 600000n, href: '#5' },
    { key: 6, kind: 'deduction', subject: '土地租金（上半年）', state: 'done', amount: 300000n, href: '#6' },
    {
      key: 7,
      kind: 'deduction',
      subject: '运维管理费',
      state: 'attention',
      amount: 12052n,
      note: '到账后还差这些没记',
      href: '#7',
    },
    { key: 8, kind: 'plan', subject: '上半年方案', state: 'todo', href: '#8' },
    { key: 9, kind: 'hold', state: 'locked', waitsFor: [3, 7] },
  ],
  surplus: {
    pool: 'pv',
    fromMonth: '2025-01',
    throughMonth: '2025-06',
    carried: 341266n,
    receivedBefore: 7472514n,
    receivedInMonth: 658516n,
    deducted: 753800n,
    distributable: 7718496n,
    href: '#surplus',
  },
  blockers: [
    { taskKey: 3, problem: { code: 'settlement.monthTwice', field: '', value: '2025-05' }, href: '#3' },
    {
      taskKey: 7,
      problem: { code: 'deductions.notAsContracted', field: '', facts: { due: 12052n, difference: -12052n } },
      href: '#7',
    },
  ],
  holdAction: '/v/yangshuwan/months/2025-06/hold',
};

/** Numbers a plan was judged by: one of the village, one that the county has not given. */
export const HELD = [
  { label: '户均的户数', clause: fuyangClause(''), value: '312户', source: '村里定的，随方案表决' },
  { label: '最低占多少', clause: fuyangClause(''), value: undefined, source: '还没定：由县里定' },
];
