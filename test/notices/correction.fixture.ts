import { type CorrectedLine, correctionNotice } from '../../src/domain/notices/correction';
import type { ReportNotice, ReportRow } from '../../src/domain/notices/report-notice';
import { reportOf } from './report-sheet.fixture';

const FACTS = {
  ...{ number: '杨树湾公示〔2025〕7号', version: 1, code: '7K3M-92QF-XB', hungOn: '2025-07-11' },
  ...{ newNumber: '杨树湾公示〔2025〕9号', newVersion: 2, newCode: 'C6VD-2HJ9-KT' },
};
const ABOUT = { pool: 'pv', about: { id: 'n7', of: 'distribution' } } as const;

/** The correction of the picture, as this program tells it: the sheet itself has no second version. */
export function correctionSheet(): ReportNotice {
  const lines: readonly CorrectedLine[] = [
    { line: '必要费用', before: 765852n, after: 687852n, weighs: 'down' },
    { line: '可分配收益', before: 8122028n, after: 8200028n, weighs: 'follows' },
    { line: '小型公益事业劳务（用途）', before: 1120000n, after: 1110000n, weighs: 'down' },
    { line: '这次共分', before: 7871227n, after: 7861227n, weighs: 'follows' },
  ];
  const cause = { part: '本期', entry: 'e2' };
  const causes: readonly ReportRow[] = [
    { ...cause, item: '记-0061', day: '2025-07-16', reason: 'wrongAmount', change: '126000' },
    { ...cause, item: '记-0062', day: '2025-07-16', reason: 'booked', change: '-48000' },
  ];
  const result = { line: '留到下期', before: 250801n, after: 338801n };
  const decided = { body: '村民代表会议', decidedOn: '2025-07-17', due: 42, present: 36, inFavour: 36 };
  const facts = { ...FACTS, ...decided, why: '逆变器主板仍在质保期，由厂家承担' };
  return reportOf('correction', correctionNotice({ lines, result, causes, facts }), ABOUT);
}

/** So many lines and vouchers put right, with long names, ten digits and a rare character. */
export function longCorrectionSheet(count: number): ReportNotice {
  const lines = Array.from({ length: count }, (_, index): CorrectedLine => {
    const before = 9_999_999_000n + BigInt(index);
    const weighs = index % 3 === 2 ? 'follows' : index % 3 === 1 ? 'down' : 'up';
    return {
      line: `柳河镇第二批光伏扶贫联村电站𠅤家圩维修${String(index)}`,
      ...{ before, after: -before, weighs },
    };
  });
  const causes = lines.map(({ before }, index): ReportRow => {
    const item = `2024年记-${String(index + 1).padStart(4, '0')}`;
    const cells = { part: '一、收到的钱', item, day: '2024-12-31', entry: 'e9', asset: 'a2' };
    return { ...cells, reason: 'contractEnded', change: String(before) };
  });
  const moved = lines.reduce((sum, { before, weighs }) => {
    return weighs === 'follows' ? sum : sum + (weighs === 'up' ? -2n : 2n) * before;
  }, 0n);
  const result = { line: '现在剩下', before: 0n, after: moved };
  return reportOf('correction', correctionNotice({ lines, result, causes, facts: FACTS }), ABOUT);
}
