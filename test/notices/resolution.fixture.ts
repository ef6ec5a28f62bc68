import type { ReportNotice } from '../../src/domain/notices/report-notice';
import { type ResolvedVote, resolutionNotice } from '../../src/domain/notices/resolution';
import type { ReportNames } from '../../src/features/notices/report-cells';
import { resolutionWords } from '../../src/glossary/resolution-words';
import { reportOf } from './report-sheet.fixture';

export const SIGNER_NAMES: ReportNames = {
  signature: new Map([
    ['s0', '王*明'],
    ['s1', '阿卜杜热合曼·艾*肯'],
    ['s2', '𠅤*香'],
  ]),
};

const MAJORITY = {
  quorum: { share: { numerator: 2n, denominator: 3n }, bound: 'at_least', of: 'due' },
  inFavour: { share: { numerator: 1n, denominator: 2n }, bound: 'more_than', of: 'present' },
} as const;
const LAW = {
  ...{ document: '中华人民共和国村民委员会组织法(2018年修正)', item: '第二十六条', paraphrased: true },
  pieces: [{ text: '三分之二以上的组成人员参加方可召开,所作决定经到会人员的过半数同意' }],
};
const MONEY = { distributable: '8122028', planned: '7871227', left: '250801' };

/** The vote of the model village on its plan, with what a test says otherwise of it. */
export function resolutionSheet(more: Partial<ResolvedVote> = {}): ReportNotice {
  const vote: ResolvedVote = {
    step: { majority: MAJORITY, fewestDue: undefined },
    counts: { due: 42, present: 36, inFavour: 33, against: 2, abstained: 1 },
    isPassed: true,
    facts: { body: '村民代表会议', on: '2025-07-08', papersOutOn: '2025-06-28', ...MONEY },
    uses: [
      { use: '公益性岗位', clause: '三(二)7', amount: '4320000' },
      { use: '小型公益事业劳务', clause: '三(二)7', amount: '1120000' },
      { use: '奖励补助', clause: '三(二)7', amount: '2431227' },
    ],
    papers: [
      { paper: 'record', title: '会议记录第3页', pages: '没有记页数', at: '随会议材料' },
      { paper: 'minutes', title: '7月8日村民代表会议记录', pages: '4页', at: '村委会档案柜' },
      { paper: 'attendance', title: '签到表', pages: '2页', at: '系统存有原件' },
    ],
    signers: [
      { signature: 's0', step: '监督委员会看方案', how: 'own', day: '2025-07-06' },
      { signature: 's1', step: '监督委员会看方案', how: 'paper', day: '2025-07-06' },
    ],
    ...more,
  };
  const about = { pool: 'pv', about: { id: 'plan-1', of: 'distribution' } } as const;
  return reportOf('resolution', { ...resolutionNotice(vote, resolutionWords.rule), basis: [LAW] }, about);
}

/** So many uses, papers and signers, with long names, ten digits and a rare character. */
export function longResolutionSheet(count: number): ReportNotice {
  const each = Array.from({ length: count }, (_, index) => index);
  return resolutionSheet({
    uses: each.map((index) => ({
      use: `柳河镇第二批光伏扶贫联村电站𠅤家圩维修${String(index)}`,
      ...{ clause: '三(二)7', amount: String(9_999_999_999n - BigInt(index)) },
    })),
    papers: each.map((index) => ({
      ...{ paper: 'signed_paper', title: `𠅤家圩村民代表会议记录和签到表第${String(index + 1)}册` },
      ...{ pages: '9999页', at: '柳河镇农村集体经济服务中心档案室' },
    })),
    signers: each.map((index) => ({
      ...{ signature: `s${String(index % 3)}`, step: '村务监督委员会逐项看方案', day: '2024-12-31' },
      how: index % 2 === 0 ? 'own' : 'paper',
    })),
  });
}
