import { postAppointmentsNotice } from '../../src/domain/notices/post-appointments';
import { postWagesNotice } from '../../src/domain/notices/post-wages';
import { rewardsNotice } from '../../src/domain/notices/rewards-subsidies';
import { worksLabourNotice } from '../../src/domain/notices/works-labour';
import type { ReportNotice } from '../../src/domain/notices/report-notice';
import { wageOf } from '../../src/domain/uses/attendance';
import type { ReportNames } from '../../src/features/notices/report-cells';
import { reportOf } from './report-sheet.fixture';

/** Twelve people of the picture, as the wall shows them, with their groups; one has the longest name. */
const PEOPLE = [
  ...['王*明 一组', '李* 一组', '赵*兰 二组', '欧阳*梅 二组', '孙*田 二组', '周*英 三组'],
  ...['吴* 三组', '王*明 四组', '郑*兰 四组', '阿卜杜热合曼·艾*肯 五组', '𠅤*香 五组', '褚*生 五组'],
].map((each) => each.split(' '));

/** Ids of people: every twelfth bears the same name. */
const MEMBERS = Array.from({ length: 600 }, (_, index) => `m${String(index)}`);

const POSTS = ['保洁员', '护路员', '水管员', '光伏看护员', '养老护理员'];

/** The names behind the ids of the sheets about people, as the wall shows them. */
export const PEOPLE_NAMES: ReportNames = {
  person: new Map(MEMBERS.map((id, index) => [id, PEOPLE[index % 12]?.[0] ?? ''])),
  group: new Map(MEMBERS.map((id, index) => [id, PEOPLE[index % 12]?.[1] ?? ''])),
  post: new Map(POSTS.map((name, index) => [`p${String(index)}`, name])),
  work: new Map([
    ['w1', '路灯维修'],
    ['w2', '村西塘坝清淤、加固和两侧护坡整修的零星用工'],
  ]),
  body: new Map([['b1', '柳河镇']]),
};

const LINE = {
  ...{ plan: '2025年上半年光伏收益方案', use: '公益性岗位' },
  ...{ planned: 5_400_000n, earlier: 4_020_500n },
};

export const CLAUSE = {
  ...{ document: '阜阳市促进脱贫人口增收工作方案', item: '三(三)10', paraphrased: false },
  pieces: [{ text: '健全“按需设岗、以岗聘任、在岗领补、有序退岗”管理机制。' }],
};

/** So many people on posts in a month of 22 days as the picture reckons: 660.00, two of them short. */
export function wagesSheet(count = 12, standard = 66_000n): ReportNotice {
  const lines = Array.from({ length: count }, (_, index) => {
    const halfDays = index % 12 === 2 ? 40 : index % 12 === 8 ? 42 : 44;
    const of = { monthDays: 22, every: 'month' as const, standard: standard + BigInt(index), halfDays };
    const who = { memberId: `m${String(index % 12)}`, postId: `p${String(index % 5)}` };
    return { appointmentId: `on-${String(index)}`, ...who, ...of, amount: wageOf(of) };
  });
  const amount = lines.reduce((sum, each) => sum + each.amount, 0n);
  const month = { month: '2025-06', name: '2025年6月', acceptedOn: '2025-07-03', open: amount, amount };
  const figures = postWagesNotice({
    months: count === 0 ? [] : [{ ...month, lines }],
    earlier: [],
    lines: count === 0 ? [] : [{ ...LINE, taken: amount }],
  });
  const days = { periodFrom: '2025-06-01', periodTo: '2025-06-30', periodKind: 'months' as const };
  return peopleReport('post-wages', figures, days);
}

/** So many people on a labour sheet of a work with a long name, five days and a half each. */
export function labourSheet(count = 12, rate = 10_000n): ReportNotice {
  const lines = Array.from({ length: count }, (_, index) => {
    const own = rate + 2n * BigInt(index);
    const amount = (own * 11n) / 2n;
    return { memberId: `m${String(index % 12)}`, halfDays: 11, rate: own, amount, status: undefined };
  });
  const amount = lines.reduce((sum, each) => sum + each.amount, 0n);
  const days = { from: '2025-06-16', to: '2025-06-21', acceptedOn: '2025-06-25', acceptedAt: 'b1' };
  const sheet = { workId: count % 2 === 0 ? 'w2' : 'w1', ...days, lines, amount, open: amount / 2n };
  const figures = worksLabourNotice({
    sheets: count === 0 ? [] : [sheet],
    earlier: [{ amount: 90_000n, open: 45_000n }],
    shares: count === 0 ? [] : [{ workId: sheet.workId, investment: 3n * amount, labour: amount }],
    lines: count === 0 ? [] : [{ ...LINE, use: '小型公益事业劳务', taken: amount }],
  });
  return peopleReport('works-labour', figures);
}

/** So many people on two lists, of a plain kind and of the village's own. */
export function rewardsSheet(count = 12, amount = 50_000n): ReportNotice {
  const at = { acceptedOn: '2025-06-25', acceptedAt: 'b1', open: 0n };
  const lists = ['travel', 'own'].map((kind, place) => {
    const lines = Array.from({ length: count }, (_, index) => index)
      .filter((index) => index % 2 === place)
      .map((index) => ({ memberId: `m${String(index)}`, amount: amount + BigInt(index) }));
    const sum = lines.reduce((so, each) => so + each.amount, 0n);
    return { listNumber: place + 1, kind, ...at, lines, amount: sum };
  });
  const told = lists.filter(({ lines }) => lines.length > 0);
  const taken = told.reduce((sum, list) => sum + list.amount, 0n);
  const lines = told.length === 0 ? [] : [{ ...LINE, use: '必要的奖励补助', taken }];
  return peopleReport('rewards-subsidies', rewardsNotice({ lists: told, earlier: [], lines }));
}

/** So many people on five posts, every twelfth new, and one who left for each twelve. */
export function appointmentsSheet(count = 12, standard = 66_000n): ReportNotice {
  const appointments = Array.from({ length: count }, (_, index) => {
    const days = { from: index % 12 === 3 ? '2025-03-01' : '2025-01-01', to: '2025-12-31' };
    const who = { memberId: `m${String(index)}`, postId: `p${String(index % 5)}`, left: undefined };
    const told = { shownTo: '2024-12-27', among: index % 2 === 0 ? '脱贫人口' : '监测对象' };
    return { id: `on-${String(index)}`, number: index + 1, ...who, ...days, ...told };
  });
  const gone = appointments
    .filter((_, index) => index % 12 === 8)
    .map((each) => ({
      ...{ ...each, id: `${each.id}-gone`, from: '2024-01-01', to: '2025-12-31' },
      left: { on: '2025-02-28', why: 'unfit' as const },
    }));
  const posts = POSTS.map((_, place) => {
    const id = `p${String(place)}`;
    const own = [...appointments, ...gone].filter(({ postId }) => postId === id);
    return {
      id,
      seats: own.length,
      standard: { amount: standard, every: 'month' as const },
      appointments: own,
    };
  });
  const days = { from: '2025-01-01', to: '2025-06-30' };
  const words = { others: '其他村民', few: '不满三人的各类合在一起' };
  return peopleReport('post-appointments', postAppointmentsNotice(count === 0 ? [] : posts, days, words));
}

/** A sheet about people knows no pool, and stands on a clause. */
function peopleReport(
  sheet: string,
  figures: Pick<ReportNotice, 'sums' | 'tables' | 'persons'>,
  days: Partial<ReportNotice['heading']> = {},
): ReportNotice {
  const { heading, ...rest } = reportOf(sheet, figures, days);
  const { pool, ...unpooled } = heading;
  if (pool === undefined) throw new Error('the model sheet is about a pool');
  return { ...rest, heading: unpooled, basis: [CLAUSE] };
}
